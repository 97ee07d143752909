"""Every family of the record as it stands, read by the record itself and shown to nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from heeded.adapters.record.agencies import agencies
from heeded.adapters.record.store.cards import card_of
from heeded.adapters.record.store.families import held
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import Transaction, opened
from heeded.casework.ports.desks import Laid
from heeded.casework.ports.projection import Standing

_NONE = UUID(int=0)


class PostgresProjection:
    """Families, lot by lot, in the order of their names."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def count(self) -> int:
        """How many families there are."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.FIND)
            ((count,),) = tx.rows("work", "count_families")
            return int(count)

    def families(self, most: int) -> Iterator[Sequence[Standing]]:
        """All of them, so many at a time, each lot as it stood at one moment."""
        last = _NONE
        while True:
            with opened(self._tokens, ITSELF, ITSELF, steady=True) as tx:
                tx.enter(Scope.FIND)
                names: list[UUID] = [name for (name,) in tx.rows("work", "families_after", last, most)]
                if not names:
                    return
                lot = _lot(tx, names)
            last = names[-1]
            yield lot


def _lot(tx: Transaction, names: list[UUID]) -> list[Standing]:
    members: dict[UUID, UUID] = dict(tx.rows("identity", "members", names))
    tx.enter(Scope.WORK)
    waits: dict[UUID, int] = dict(tx.rows("work", "waits", names))
    tx.enter(Scope.WRITE, members)
    cards: dict[str, list[Laid]] = {}
    for row in tx.rows("families", "cards", list(members)):
        identity, _, place, *about, line = row
        card = card_of(tuple(about))
        family = str(members[UUID(card.child)])
        cards.setdefault(family, []).append(Laid(str(identity), family, place, card, str(line or "")))
    tx.enter(Scope.LOOK, members)
    lot = held(tx, members, agencies())
    families = [(each, each.chronology.family) for each in lot]
    return [Standing(each, waits.get(UUID(name)), tuple(cards.get(name, ()))) for each, name in families]
