"""Connect: a member of staff belongs to a household, said by themselves or by whoever answers for staff."""

from __future__ import annotations

from heeded.casework.keeping.desk import By, NotDone, NothingThere, NotPermitted, Walled, ties_of
from heeded.core.access import Role

WHO_ANSWERS = frozenset({Role.ADMINISTRATOR, Role.NAMED_OFFICER})
"""Who may say it of others of their agency, and say that it has ended."""


def connect(desk: Walled, by: By, practitioner: str, child: str, how: str) -> int:
    """Put the wall up between a practitioner and a child's household; the connection's number.

    One says it of oneself at any time, whatever one may see: a person's id cannot be guessed.
    """
    if practitioner != by.actor.id and not WHO_ANSWERS & by.actor.roles:
        raise NotPermitted("Only your administrator or named officer says this of others", "Tell them")
    if not how.strip():
        raise NotDone("Say how they are connected, in a word or two")
    with desk.readings.listing(by.actor, by.now) as listing:
        if listing.teams_of(practitioner) is None:
            raise NotDone(f"Nobody of the id {practitioner} works at your agency", "Tell their own agency")
    ties = ties_of(desk, by, child)
    if not ties.exists:
        raise NothingThere
    return desk.walls.connect(practitioner, ties.child, how.strip(), by.now, by.actor.id)


def disconnect(desk: Walled, by: By, number: int) -> None:
    """Take that wall down: never the one between oneself and a household."""
    if not WHO_ANSWERS & by.actor.roles:
        raise NotPermitted("Only an administrator or a named officer says that this has ended")
    if not desk.walls.disconnect(number, by.now, agency=by.actor.agency, not_of=by.actor.id):
        raise NotDone(f"No connection {number} of somebody else of your agency stands")
