"""How somebody stands to a child, read before any content is."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from heeded.adapters.record.agencies import agencies
from heeded.adapters.record.looking.rows import person_id, shield_of
from heeded.adapters.record.store.rows import entry_of
from heeded.adapters.record.store.token import Scope
from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.casework.ports.reading import Ties
from heeded.core.access import Actor, Bond, BreakGlass, Role
from heeded.core.chronology.view import as_known

RECENT = 365 * 24 * 3600
"""For how long, in seconds, an agency is at work with a child after it told or was told something."""

SOCIAL_CARE = "children's social care"
"""The sector whose practitioner leads, where several agencies have one."""


def ties(tx: Transaction, actor: Actor, child: str, now: int) -> Ties:
    """How an actor stands to a child at `now` (seconds UTC).

    The same statements run, in the same order, for a child whom the record does not hold.
    """
    asked = person_id(child)
    tx.enter(Scope.FIND)
    ((found, family, members, names, known_to, connected, absent, size),) = tx.rows(
        "looking", "ties", asked, actor.id, actor.agency, now
    )
    person: UUID = found or asked
    broken = tx.rows("looking", "own_glass", actor.id, person, now, now)
    shields = tx.rows("looking", "shields", members)
    tx.enter(Scope.BOND, members)
    carried = [actor.id, *absent]
    ((owes, carries, told, by_others, was_told, this_hour),) = tx.rows(
        "looking", "bond", person, actor.id, carried, actor.agency, now, _counted(actor)
    )
    carrying = _carrying(tx.rows("looking", "allocations", person))
    recent = max((moment for moment in (told, was_told) if moment is not None), default=None)
    bond = Bond(
        allocated=carries or carrying.get(actor.agency, "") in carried,
        involved=owes or (recent is not None and recent > now - RECENT),
        own_agency=actor.agency in known_to,
        conflicted=connected,
        glass=BreakGlass(actor.id, *broken[0]) if broken else None,
    )
    return Ties(
        child=str(person),
        exists=found is not None,
        family=str(family or ""),
        members=tuple(map(str, members)),
        names=tuple(names),
        bond=bond,
        known_to=tuple(known_to),
        lead=_lead(carrying),
        own_words_only=told is not None and not (by_others or owes or was_told or bond.allocated),
        shields=tuple(map(shield_of, shields)),
        this_hour=this_hour,
        size=size,
    )


def _counted(actor: Actor) -> bool:
    """Whether it counts how many children they ask after: a system asks after whoever comes."""
    return Role.AGENCY_SYSTEM not in actor.roles


def _carrying(rows: Iterable[Row]) -> dict[str, str]:
    """By agency, the practitioner to whom the child's work was last allocated and not taken from."""
    carrying: dict[str, str] = {}
    for known in as_known(tuple(entry_of(row) for row in rows), None, None):
        agency, practitioner = known.entry.source.agency, known.entry.source.practitioner
        if known.entry.kind == "worker allocated":
            carrying[agency] = practitioner
        elif practitioner in {"", carrying.get(agency)}:
            carrying.pop(agency, None)
    return carrying


def _lead(carrying: dict[str, str]) -> tuple[str, str]:
    """Who leads: social care's practitioner, else the one who was allocated last."""
    everybody = agencies()
    for agency, practitioner in carrying.items():
        if agency in everybody and everybody[agency].sector == SOCIAL_CARE:
            return agency, practitioner
    return next(reversed(carrying.items()), ("", ""))
