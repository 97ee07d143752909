"""The shielded places of some people, fetched in the one scope in which addresses are seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from heeded.adapters.record.store.token import Scope
from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.core.access.guard import ShieldedPlace


def shielded_places(
    tx: Transaction, people: Sequence[UUID], now: int, then: Scope | None = None
) -> tuple[ShieldedPlace, ...]:
    """Where those of some people live whose address is shielded at a moment (seconds UTC).

    It is asked in a scope that sees shields, and where somebody is sheltered leaves the transaction in the
    scope `address`, though no address be known, or in the scope given for `then`.
    """
    sheltered: dict[UUID, int] = dict(tx.rows("shields", "sheltered", list(people), now, now))
    return places_of_sheltered(tx, sheltered, people, then)


def places_of_sheltered(
    tx: Transaction, sheltered: dict[UUID, int], people: Sequence[UUID], then: Scope | None = None
) -> tuple[ShieldedPlace, ...]:
    """The same, where it is known who of them is sheltered, and since when."""
    if not sheltered:
        return ()
    tx.enter(Scope.ADDRESS, sheltered)
    rows = tx.rows("shields", "addresses", list(sheltered))
    if then is not None:
        tx.enter(then, people)
    return tuple(_held_back(rows, sheltered))


def _held_back(rows: Sequence[Row], sheltered: dict[UUID, int]) -> Iterable[ShieldedPlace]:
    """Each subject's last address, and all told since the shield: the home that was left is known."""
    last = {row[2]: row[0] for row in rows}
    for identity, person, subject, told, address, postcode in rows:
        if last[subject] == identity or told >= sheltered[person]:
            yield ShieldedPlace(id=str(identity), address=address, postcode=postcode)
