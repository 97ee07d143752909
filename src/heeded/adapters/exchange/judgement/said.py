"""What somebody said or answered, written as JSON: who, in which post, when, and in which words."""

from __future__ import annotations

from datetime import UTC, date, datetime

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.when import When

Object = dict[str, object]


def said(entry: Entry) -> Object:
    """An entry: who said it, when, and in which words."""
    return {
        "entry": entry.id,
        "kind": entry.kind,
        "child": entry.child,
        "happened": happened(entry.happened),
        "told": moment(entry.told),
        "agency": entry.source.agency,
        "practitioner": entry.source.practitioner,
        "role": entry.source.role,
        "keys": dict(entry.keys),
        "facts": {name: fact(value) for name, value in entry.facts.items()},
    }


def happened(when: When) -> Object:
    """When something happened, as narrow as its source said."""
    return {
        "first": moment(when.earliest),
        "last": moment(when.latest),
        "precision": str(when.precision),
    }


def moment(second: int) -> str:
    """A moment (seconds UTC) as text, such as 2026-07-01T10:00:00Z."""
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_if_any(second: int | None) -> str | None:
    """A moment as text; None where there is none."""
    return None if second is None else moment(second)


def fact(value: Fact) -> object:
    """A fact as JSON has it: a day as text, several words as a list in the order of the alphabet."""
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, date) else value
