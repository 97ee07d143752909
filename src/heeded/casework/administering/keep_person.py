"""Keep a person: let somebody in, change what they are, let them in no more and again; nobody is deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from heeded.casework.administering.desk import ROLES, By, Desk, NotDone, permitted, said
from heeded.casework.ports.staffing import Act, Change, Kept, Value
from heeded.core.access import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Somebody who works for an agency: how they sign in, what they are, and in which roles."""

    email: str
    name: str
    post: str = ""
    team: str = ""
    roles: tuple[str, ...] = ()


def add_person(desk: Desk, by: By, agency: str, about: About) -> str:
    """Let somebody in who works for an agency; their id. They have no password until they are invited."""
    permitted(desk, by, agency)
    if desk.staffing.found(Kept.AGENCY, agency) is None:
        raise NotDone("There is no such agency.")
    fields = _fields(desk, about, "")
    made = desk.staffing.free(Kept.PERSON, about.name)
    after = {**fields, "agency": agency, "active": True}
    desk.staffing.apply(
        Change(
            act=Act.ADDED, kept=Kept.PERSON, id=made, agency=agency, by=by.actor.id, at=by.now, after=after
        )
    )
    return made


def change_person(desk: Desk, by: By, person: str, about: About, why: str) -> None:
    """Change somebody's roles, team, post, name or e-mail address, for a reason; never one's own."""
    before, agency = _kept(desk, by, person)
    fields = _fields(desk, about, person)
    changed = {name: value for name, value in fields.items() if before[name] != value}
    if not changed:
        raise NotDone("Nothing is different.")
    if Role.ADMINISTRATOR not in about.roles:
        _another_administrator(desk, agency, person)
    desk.staffing.apply(
        Change(
            act=Act.CHANGED,
            kept=Kept.PERSON,
            id=person,
            agency=agency,
            by=by.actor.id,
            at=by.now,
            why=said(why, "The reason", 500),
            before={name: before[name] for name in changed},
            after=changed,
        )
    )


def stop_person(desk: Desk, by: By, person: str, why: str) -> None:
    """Let somebody in no more, from their next page on. What they wrote, and who they were, stays."""
    before, agency = _kept(desk, by, person)
    if not before["active"]:
        raise NotDone("They are let in no more already.")
    _another_administrator(desk, agency, person)
    _set_active(desk, by, person, agency, why, active=False)


def let_back(desk: Desk, by: By, person: str, why: str) -> None:
    """Let somebody in again, in the roles that they had."""
    before, agency = _kept(desk, by, person)
    if before["active"]:
        raise NotDone("They are let in already.")
    _set_active(desk, by, person, agency, why, active=True)


def invite(desk: Desk, by: By, person: str) -> str:
    """The path of a page on which somebody sets a password: good once, for three days, told this once."""
    before, agency = _kept(desk, by, person)
    if not before["active"]:
        raise NotDone("They are let in no more. Let them in again first.")
    path = desk.invitation(person)
    desk.staffing.apply(
        Change(act=Act.INVITED, kept=Kept.PERSON, id=person, agency=agency, by=by.actor.id, at=by.now)
    )
    return path


def _kept(desk: Desk, by: By, person: str) -> tuple[Mapping[str, Value], str]:
    """Somebody whom the actor administers, as they are kept now, and their agency."""
    found = desk.staffing.found(Kept.PERSON, person)
    agency = str(found["agency"]) if found else by.actor.agency
    permitted(desk, by, agency)
    if found is None:
        raise NotDone("There is nobody of that id.")
    if person == by.actor.id:
        raise NotDone("Nobody changes what they are themselves. Ask another administrator.")
    return found, agency


def _set_active(desk: Desk, by: By, person: str, agency: str, why: str, *, active: bool) -> None:
    desk.staffing.apply(
        Change(
            act=Act.BACK if active else Act.STOPPED,
            kept=Kept.PERSON,
            id=person,
            agency=agency,
            by=by.actor.id,
            at=by.now,
            why=said(why, "The reason", 500),
            before={"active": not active},
            after={"active": active},
        )
    )


def _another_administrator(desk: Desk, agency: str, person: str) -> None:
    """Refuse to leave an agency that has an administrator without one."""
    administrators = {
        str(each["id"])
        for each in desk.staffing.every(Kept.PERSON, agency)
        if each["active"] and isinstance(each["roles"], list) and Role.ADMINISTRATOR in each["roles"]
    }
    if administrators == {person}:
        raise NotDone("The agency would have no administrator left. Give somebody else that role first.")


def _fields(desk: Desk, about: About, person: str) -> Mapping[str, Value]:
    email = about.email.strip()
    name, at, place = email.partition("@")
    if not (name and at and "." in place) or " " in email:
        raise NotDone(f"“{email}” is no e-mail address.")
    if desk.staffing.somebody_with(email) not in {None, person}:
        raise NotDone(f"Somebody signs in with {email} already.")
    if strange := [role for role in about.roles if role not in ROLES]:
        raise NotDone(f"There is no role “{strange[0]}” for a person.")
    if not about.roles:
        raise NotDone("Somebody without a role can do nothing. Choose one.")
    return {
        "email": email,
        "name": said(about.name, "The name", 200),
        "post": " ".join(about.post.split()),
        "team": " ".join(about.team.split()),
        "roles": sorted(set(about.roles)),
    }
