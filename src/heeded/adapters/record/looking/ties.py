"""How somebody stands to a child, read before any content is."""

from __future__ import annotations

from uuid import UUID

from heeded.adapters.record.agencies import agencies
from heeded.adapters.record.looking.rows import shield_of, shown_family
from heeded.adapters.record.looking.standing import standing
from heeded.adapters.record.store.transaction import Transaction
from heeded.casework.ports.reading import Ties
from heeded.core.access import Actor
from heeded.core.access.standing import bond, leading, own_words
from heeded.core.chronology.people import Agency

SOCIAL_CARE = "children's social care"
"""The sector whose practitioner leads, where several agencies have one."""


def ties(tx: Transaction, actor: Actor, child: str, now: int) -> Ties:
    """How an actor stands to a child at `now` (seconds UTC).

    The same statements run, in the same order, for a child whom the record does not hold.
    """
    found = standing(tx, actor, child, now)
    tie = bond(actor, found.shown, now)
    wrote = own_words(actor, found.shown)
    return Ties(
        child=str(found.person),
        exists=found.exists,
        family=found.family,
        family_shown=shown_family(UUID(found.family)) if found.family else "",
        members=tuple(map(str, found.members)),
        adults=tuple(map(str, found.adults)),
        names=found.names,
        bond=tie,
        known_to=found.known_to,
        carried_by=_lead_first(leading(actor, found.shown)),
        own_words=wrote,
        own_words_only=wrote and not (tie.allocated or tie.involved or tie.own_agency),
        shields=tuple(map(shield_of, found.shields)),
        this_hour=found.this_hour,
        size=found.size,
    )


def _lead_first(carrying: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Who carries a child's work, whoever leads first: social care's, else the one allocated last."""
    everybody = agencies()
    last_first = [*reversed(carrying.items())]
    cared = [each for each in carrying.items() if _is_social_care(everybody.get(each[0]))]
    return tuple(dict.fromkeys((*cared[:1], *last_first)))


def _is_social_care(agency: Agency | None) -> bool:
    return agency is not None and agency.sector == SOCIAL_CARE
