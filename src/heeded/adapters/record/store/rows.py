"""Entries as rows, and rows as entries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from heeded.core.chronology.entry import UNPLACED, Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.vocabulary import KINDS, FieldType
from heeded.core.chronology.when import Precision, When

COLUMNS = (
    "id, subject, kind, earliest, latest, precision, told, agency, practitioner, role, known, keys, facts, "
    "corrects, withdraws, writer"
)
"""The columns of an entry as it was told, in the order in which these functions take and give them."""

AFTER_ALL = UNPLACED >> 1
"""A turn past every place in the log, for what has none yet; it stands before what never has a turn."""

_TOLD = COLUMNS.split(", ").index("told")

_PEOPLE = {
    kind.name: tuple(field.name for field in kind.fields if field.type is FieldType.PERSON)
    for kind in KINDS.values()
}


def row_of(entry: Entry) -> tuple[object, ...]:
    """An entry as told (its child and persons are subjects), as values for COLUMNS."""
    return (
        UUID(entry.id),
        UUID(entry.child),
        entry.kind,
        entry.happened.earliest,
        entry.happened.latest,
        str(entry.happened.precision),
        entry.told,
        entry.source.agency,
        entry.source.practitioner,
        entry.source.role,
        Jsonb(dict(entry.known)),
        Jsonb(dict(entry.keys)),
        Jsonb(facts_written(entry)),
        UUID(entry.corrects) if entry.corrects else None,
        UUID(entry.withdraws) if entry.withdraws else None,
        entry.writer,
    )


def entry_of(row: tuple[Any, ...], turn: int = UNPLACED) -> Entry:
    """The entry, as told, of a row of COLUMNS."""
    (identity, subject, kind, earliest, latest, precision, told, agency, practitioner, role, *rest) = row
    known, keys, facts, corrects, withdraws, writer = rest
    return Entry(
        id=str(identity),
        kind=kind,
        child=str(subject),
        happened=When(earliest, latest, Precision(precision)),
        told=told,
        source=Source(agency, practitioner, role),
        known=known,
        keys=keys,
        facts=facts_read(facts) if facts else {},
        corrects=str(corrects) if corrects else None,
        withdraws=str(withdraws) if withdraws else None,
        writer=writer,
        turn=turn,
    )


def entry_in_turn(row: tuple[Any, ...], received: int, place: int) -> Entry:
    """The entry, as told, of a row of COLUMNS, with its turn in the second of its telling.

    What was received as it was told stands in the log in the order in which it was told: its turn is its
    place there. What came later came in whatever order it came, and its place says nothing.
    """
    return entry_of(row, place if row[_TOLD] == received else UNPLACED)


def facts_read(facts: Mapping[str, object]) -> dict[str, Fact]:
    """An entry's facts from what JSON holds; ValueError, TypeError or KeyError where they are none."""
    return {name: _read(value) for name, value in facts.items()}


def facts_written(entry: Entry) -> dict[str, object]:
    """An entry's facts as JSON holds them."""
    return as_json(entry.facts)


def as_json(facts: Mapping[str, Fact]) -> dict[str, object]:
    """Facts as JSON holds them."""
    return {name: _written(value) for name, value in facts.items()}


def persons_in(entry: Entry) -> tuple[str, ...]:
    """Whom an entry names beside its child: subjects where it is as told, persons where it is as held."""
    return tuple(str(entry.facts[name]) for name in _PEOPLE.get(entry.kind, ()) if name in entry.facts)


def as_held(entry: Entry, persons: Mapping[str, str], known: Mapping[str, int] | None = None) -> Entry:
    """An entry as a chronology holds it: subjects become the persons that links say they are."""
    named = _PEOPLE.get(entry.kind, ())
    facts = entry.facts
    if any(name in facts for name in named):
        facts = {
            name: persons.get(str(value), value) if name in named else value for name, value in facts.items()
        }
    return Entry(
        id=entry.id,
        kind=entry.kind,
        child=persons[entry.child],
        happened=entry.happened,
        told=entry.told,
        source=entry.source,
        known=entry.known if known is None else known,
        keys=entry.keys,
        facts=facts,
        corrects=entry.corrects,
        withdraws=entry.withdraws,
        writer=entry.writer,
        reference=entry.child,
        turn=entry.turn,
    )


def _written(value: Fact) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return value


def _read(value: object) -> Fact:
    if isinstance(value, list):
        return frozenset(map(str, value))
    if isinstance(value, dict):
        return date.fromisoformat(value["date"])
    if isinstance(value, bool | str | int | float):
        return value
    raise TypeError(f"a fact cannot be a {type(value).__name__}")
