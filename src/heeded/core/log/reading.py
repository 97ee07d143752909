"""A leaf's content read back: the entry that was sealed, so that columns can be held against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import Precision, When
from heeded.core.log.leaf import VERSION, content
from heeded.core.log.strict import read_object, typed

_FIELDS = (
    "corrects entry facts happened keys kind known received source subject told version withdraws".split()
)


@dataclass(frozen=True, slots=True)
class Sealed:
    """What a leaf seals: the entry, with its subject in the child's place, and when it was received."""

    entry: Entry
    subject: str
    received: int


def entry_of(sealed: bytes) -> Sealed:
    """The entry whose content these bytes are.

    Raises ValueError where they are not, to the last byte, what `content` gives for it.
    """
    try:
        found = _read(sealed)
        written = content(found.entry, found.subject, found.received)
    except (ValueError, RecursionError) as wrong:
        raise ValueError(f"this is not the content of a leaf of {VERSION}: {wrong}") from wrong
    if written != sealed:
        raise ValueError(f"this is not how {VERSION} writes the content of a leaf: it was written otherwise")
    return found


def _read(sealed: bytes) -> Sealed:
    told = read_object(sealed, _FIELDS, also=("writer",))
    if told["version"] != VERSION:
        raise ValueError(f"its version is {told['version']!r:.60}")
    subject = typed(told["subject"], str, "subject")
    entry = Entry(
        id=typed(told["entry"], str, "entry"),
        kind=typed(told["kind"], str, "kind"),
        child=subject,
        happened=_when(told["happened"]),
        told=typed(told["told"], int, "told"),
        source=_source(told["source"]),
        known={name: typed(when, int, "known") for name, when in _mapping(told["known"], "known")},
        keys={name: typed(key, str, "keys") for name, key in _mapping(told["keys"], "keys")},
        facts={name: _fact(value) for name, value in _mapping(told["facts"], "facts")},
        corrects=_text_or_none(told["corrects"], "corrects"),
        withdraws=_text_or_none(told["withdraws"], "withdraws"),
        writer=typed(told.get("writer", ""), str, "writer"),
    )
    return Sealed(entry, subject, typed(told["received"], int, "received"))


def _mapping(value: object, name: str) -> list[tuple[str, object]]:
    return list(typed(value, dict, name).items())


def _text_or_none(value: object, name: str) -> str | None:
    return None if value is None else typed(value, str, name)


def _when(value: object) -> When:
    earliest, latest, precision = typed(value, list, "happened")
    return When(
        typed(earliest, int, "happened"),
        typed(latest, int, "happened"),
        Precision(typed(precision, str, "happened")),
    )


def _source(value: object) -> Source:
    agency, practitioner, role = (typed(part, str, "source") for part in typed(value, list, "source"))
    return Source(agency, practitioner, role)


def _fact(value: object) -> Fact:
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list):
        return frozenset(typed(word, str, "a set's word") for word in value)
    ((name, said),) = _mapping(value, "a fact")
    if name == "date":
        return date.fromisoformat(typed(said, str, "a date"))
    if name == "integer":
        return int(typed(said, str, "a whole number"))
    raise ValueError(f"a fact cannot be a {name!r:.60}")
