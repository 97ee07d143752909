"""Undo: put back what a change of the list replaced, where nobody has changed it since."""

from __future__ import annotations

from collections.abc import Sequence

from heeded.casework.administering.desk import By, Desk, NotDone, for_all, permitted, said
from heeded.casework.administering.keep_person import About as Person
from heeded.casework.administering.keep_person import change_person, let_back, stop_person
from heeded.casework.ports.staffing import Act, Change, Kept
from heeded.core.access import Role


def history(desk: Desk, by: By, before: int | None = None, limit: int = 50) -> Sequence[Change]:
    """What was done to the actor's agency's list (to all, for the hub's administrators), the latest first.

    Named officers read it too: an administrator's work is looked at like anybody's. NotPermitted to others.
    """
    if Role.NAMED_OFFICER not in by.actor.roles:
        permitted(desk, by, by.actor.agency)
    return desk.staffing.history(None if for_all(desk, by) else by.actor.agency, before, limit)


def undo(desk: Desk, by: By, number: int, why: str) -> None:
    """Put back what a change replaced, for a reason; it stands in the history as a change of its own.

    NotDone where there is nothing to put back: something was added, a secret was withdrawn, or it has been
    changed since.
    """
    change = desk.staffing.change(number)
    permitted(desk, by, change.agency if change else by.actor.agency)
    if change is None or not undoable(change):
        raise NotDone("That is not undone: nothing stood there before, or a secret was withdrawn for good.")
    found = desk.staffing.found(change.kept, change.id)
    if found is None or any(found[name] != value for name, value in change.after.items()):
        raise NotDone("It has been changed since. Undo the later change first, or change it anew.")
    if change.kept is Kept.PERSON:
        _person(desk, by, change, why)
        return
    if change.after.keys() & {"sector", "area"}:
        permitted(desk, by, None)
    desk.staffing.apply(
        Change(
            act=Act.UNDONE,
            kept=change.kept,
            id=change.id,
            agency=change.agency,
            by=by.actor.id,
            at=by.now,
            why=said(why, "The reason", 500),
            before=change.after,
            after=change.before,
            undoes=number,
        )
    )


def undoable(change: Change) -> bool:
    """Whether a change left something behind that can be put back."""
    return bool(change.before) and change.kept is not Kept.CREDENTIAL


def _person(desk: Desk, by: By, change: Change, why: str) -> None:
    """Put somebody back by the same verbs, so that the same is refused: oneself, the last administrator."""
    if "active" in change.before:
        (let_back if change.before["active"] else stop_person)(desk, by, change.id, why)
        return
    found = {**(desk.staffing.found(Kept.PERSON, change.id) or {}), **change.before}
    roles = found["roles"]
    about = Person(
        email=str(found["email"]),
        name=str(found["name"]),
        post=str(found["post"]),
        team=str(found["team"]),
        roles=tuple(roles) if isinstance(roles, list) else (),
    )
    change_person(desk, by, change.id, about, why)
