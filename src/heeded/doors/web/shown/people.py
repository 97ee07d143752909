"""People in words: by the name that the reader may see, and otherwise by none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from heeded.core.chronology.entry import Fact
from heeded.core.chronology.people import Person
from heeded.core.chronology.vocabulary import KINDS, FieldType
from heeded.doors.web.shown.moments import day


def name(person: Person | None) -> str:
    """What somebody is called; a name that is held back, or was never told, is said to be so."""
    if person is None or not person.name:
        return _("name not shown")
    return person.name


def born(person: Person | None) -> str:
    """When somebody was born; empty where that is not shown."""
    return day(person.born) if person and person.born else ""


def facts(kind: str, held: Mapping[str, Fact], people: Mapping[str, Person]) -> tuple[tuple[str, str], ...]:
    """The facts of an event of a kind, each with its name and in words."""
    known = KINDS.get(kind)
    fields = {fact: known.field(fact) if known else None for fact in held}
    return tuple(
        (
            field,
            name(people.get(str(value)))
            if (found := fields[field]) and found.type is FieldType.PERSON
            else words(value),
        )
        for field, value in held.items()
    )


def words(value: Fact) -> str:
    """A fact in words."""
    match value:
        case bool():
            return _("yes") if value else _("no")
        case frozenset():
            return ", ".join(sorted(value))
        case date():
            return day(value)
        case _:
            return str(value)
