"""A lost second factor taken away: asked by one who administers, agreed by another, and its owner is told."""

from __future__ import annotations

from heeded.casework.administering.desk import By, Desk, NotDone, NotPermitted, permitted, said
from heeded.casework.ports.staffing import ASKED_IN, Act, Change, Kept
from heeded.core.access import Role

GOOD_FOR = 24 * 3600
"""For how many seconds somebody may agree: after that it is asked for anew."""
_LOOKED_BACK = 500


def ask_to_take_away(desk: Desk, by: By, person: str, why: str) -> None:
    """Ask that somebody's second factor be taken away because they lost it; a second person agrees.

    `why` says how it is known that it is they who ask: whoever holds only a password must not come in so.
    """
    found = desk.staffing.found(Kept.PERSON, person)
    agency = str(found["agency"]) if found else by.actor.agency
    permitted(desk, by, agency)
    if found is None:
        raise NotDone("There is nobody of that id.")
    if person == by.actor.id:
        raise NotDone("Nobody asks this for themselves. Ask another administrator.")
    if not found["active"]:
        raise NotDone("They are let in no more. Let them in again first.")
    desk.staffing.apply(
        Change(
            act=Act.ASKED,
            kept=Kept.PERSON,
            id=person,
            agency=agency,
            by=by.actor.id,
            at=by.now,
            why=said(why, "The reason", 500),
        )
    )


def agree_to_take_away(desk: Desk, by: By, number: int) -> None:
    """Agree as the second person: it is taken away, and its owner sets one up at the next signing in.

    Another administrator agrees, or a named officer of the agency; never its owner, nor whoever asked.
    """
    asked = desk.staffing.change(number)
    _second(desk, by, asked.agency if asked else by.actor.agency)
    if asked is None or asked.act is not Act.ASKED:
        raise NotDone("Nobody asked for that.")
    if by.actor.id in {asked.by, asked.id}:
        raise NotDone("Two people stand behind this, and neither is its owner. Ask a second person.")
    if by.now - asked.at > GOOD_FOR:
        raise NotDone("This was asked more than a day ago. Ask anew, when you know that it is they.")
    if str(number) in answered(desk, asked.agency):
        raise NotDone("It was taken away already.")
    desk.staffing.apply(
        Change(
            act=Act.TAKEN_AWAY,
            kept=Kept.PERSON,
            id=asked.id,
            agency=asked.agency,
            by=by.actor.id,
            at=by.now,
            after={ASKED_IN: str(number)},
        )
    )
    desk.tell(asked.id)


def answered(desk: Desk, agency: str | None) -> frozenset[str]:
    """Which asks, by number as text, somebody has agreed to already."""
    held = desk.staffing.history(agency, None, _LOOKED_BACK)
    return frozenset(str(each.after.get(ASKED_IN, "")) for each in held if each.act is Act.TAKEN_AWAY)


def _second(desk: Desk, by: By, agency: str) -> None:
    if Role.NAMED_OFFICER in by.actor.roles and agency == by.actor.agency:
        return
    try:
        permitted(desk, by, agency)
    except NotPermitted as wrong:
        raise NotPermitted(
            "Another administrator agrees to that, or a named officer of the agency."
        ) from wrong
