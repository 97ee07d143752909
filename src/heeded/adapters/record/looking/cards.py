"""What lies on an agency's desks, as it is asked for and as rows give it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from heeded.adapters.record.looking.rows import NIL, person_id, shown_family
from heeded.adapters.record.store.cards import card_of
from heeded.adapters.record.store.transaction import Row
from heeded.casework.ports.desks import Laid, Wanted
from heeded.casework.ports.lists import Place

_ALWAYS = 2**63 - 1


def asked_for(
    wanted: Wanted, agency: str, after: Place | None, wall: Sequence[UUID], limit: int
) -> tuple[str, tuple[object, ...]]:
    """The statement of `lists` that gives a page of a desk, with its values."""
    place, card = (-_ALWAYS, NIL) if after is None else (after[0], person_id(after[1]))
    leads = None if wanted.leads is None else list(wanted.leads)
    at = (wanted.stage,) if wanted.stage else ()
    upto = _ALWAYS if wanted.upto is None else wanted.upto
    kept = (list(wall), leads, leads, wanted.unanswered, wanted.due_before, wanted.due_before, limit)
    return "cards_at" if at else "cards", (agency, str(wanted.desk), *at, place, card, upto, *kept)


def laid_of(row: Row) -> Laid:
    """The card of a row of `cards`."""
    identity, family, place, *about, line = row
    return Laid(str(identity), shown_family(family), place, card_of(tuple(about)), str(line or ""))
