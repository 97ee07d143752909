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
        lead=_lead(leading(actor, found.shown)),
        own_words=wrote,
        own_words_only=wrote and not (tie.allocated or tie.involved or tie.own_agency),
        shields=tuple(map(shield_of, found.shields)),
        this_hour=found.this_hour,
        size=found.size,
    )


def _lead(carrying: dict[str, str]) -> tuple[str, str]:
    """Who leads: social care's practitioner, else the one who was allocated last."""
    everybody = agencies()
    for agency, practitioner in carrying.items():
        if agency in everybody and everybody[agency].sector == SOCIAL_CARE:
            return agency, practitioner
    return next(reversed(carrying.items()), ("", ""))
