"""Agencies, people, credentials and changes of them, as the pages of administration show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from heeded.casework.administering import undoable
from heeded.casework.ports.staffing import Change, Value
from heeded.core.access import Role
from heeded.doors.web.shown.moments import moment
from heeded.doors.web.shown.names import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShown:
    """Somebody who works for an agency, and who manages them."""

    id: str
    name: str
    email: str
    post: str
    team: str
    roles: tuple[str, ...]
    managers: tuple[str, ...]
    active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShown:
    """A line of the history in words: each field with what it was and what it is."""

    number: int
    at: str
    who: str
    did: str
    agency: str
    why: str
    fields: tuple[tuple[str, str, str], ...]
    undoes: int | None
    undoable: bool


def people_shown(people: Sequence[Mapping[str, Value]]) -> list[PersonShown]:
    """Everybody of an agency, each with the managers of their team."""
    return [
        PersonShown(
            id=str(each["id"]),
            name=str(each["name"]),
            email=str(each["email"]),
            post=str(each["post"]),
            team=str(each["team"]),
            roles=_roles(each),
            managers=tuple(
                str(other["name"])
                for other in people
                if each["team"]
                and other["team"] == each["team"]
                and other["id"] != each["id"]
                and other["active"]
                and Role.TEAM_MANAGER in _roles(other)
            ),
            active=bool(each["active"]),
        )
        for each in people
    ]


def lacking(agency: Mapping[str, Value], people: Iterable[PersonShown]) -> list[str]:
    """What an agency lacks that others count on."""
    here = {role for each in people if each.active for role in each.roles}
    wanted = (
        (
            Role.NAMED_OFFICER in here,
            _("No named officer: another agency's reviews the looks that its people take without standing."),
        ),
        (Role.ADMINISTRATOR in here, _("No administrator: the hub's keeps its list.")),
        (
            bool(agency["telephone_out_of_hours"]),
            _("No telephone at night: whoever asks after a child then learns only whom to ring by day."),
        ),
    )
    return [words for there, words in wanted if not there]


def credentials_shown(credentials: Sequence[Mapping[str, Value]]) -> list[Mapping[str, Value]]:
    """An agency's systems, those let in first."""
    return sorted(credentials, key=lambda each: not each["active"])


def changes_shown(changes: Iterable[Change], names: Names) -> list[ChangeShown]:
    """Lines of the history in words."""
    held = list(changes)
    taken_back = {each.undoes for each in held}
    return [
        ChangeShown(
            number=each.number,
            at=moment(each.at),
            who=names.practitioner(each.by),
            did=f"{each.kept} {_whom(each, names)}: {each.act}",
            agency=names.agency(each.agency),
            why=each.why,
            fields=tuple(
                (name, _words(each.before.get(name, "")), _words(value)) for name, value in each.after.items()
            ),
            undoes=each.undoes,
            undoable=undoable(each) and each.number not in taken_back,
        )
        for each in held
    ]


def _whom(change: Change, names: Names) -> str:
    if change.kept == "person":
        return names.practitioner(change.id)
    return names.agency(change.id) if change.kept == "agency" else change.id


def _words(value: Value) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return ", ".join(value) if isinstance(value, list) else value


def _roles(person: Mapping[str, Value]) -> tuple[str, ...]:
    roles = person["roles"]
    return tuple(roles) if isinstance(roles, list) else ()
