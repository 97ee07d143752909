"""The shapes that the layout is written in: fields, groups of them, and groups that are only wrapping."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from heeded.adapters.exchange.census.layout.codes import EVER, CodeList


class Kind(StrEnum):
    """What an element's text is, and for a day, which limits it has."""

    DAY = "day"
    """A day with no limits."""
    PERSONAL = "personal"
    """The day of a birth or death: not after the reference date."""
    EXPECTED = "expected"
    """The day on which a birth is expected: not more than 40 weeks after the reference date."""
    EVENT = "event"
    """The day of a step: neither before the child could be known of, nor after its death or the reference."""
    CLOSING = "closing"
    """The day of a closing or signing off: as an event's, but it may follow the death."""
    PLANNED = "planned"
    """The day set for a step: it may still be to come."""
    CODE = "code"
    YES_NO = "yes or no"
    COUNT = "count"
    YEAR = "year"
    FORM = "form"
    """Text of a fixed form."""
    TEXT = "text"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Field:
    """An element with a text: the field of our record that it fills, in plain words, and how it is read.

    `many` for an element that may come more than once; `wrap` makes a record of its line and value.
    """

    attribute: str
    label: str
    kind: Kind
    codes: CodeList | None = None
    form: re.Pattern[str] | None = None
    since: int = 0
    until: int = EVER
    many: bool = False
    wrap: Callable[[int, date], Any] | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    """An element whose parts belong to the record around it."""

    parts: Mapping[str, "Shape"]


@dataclass(frozen=True, slots=True)
class Nested:
    """An element that is a record of its own, of which there may be many; `late` if read after the rest."""

    attribute: str
    group: "Group"
    late: bool = False
    since: int = 0
    until: int = EVER


@dataclass(frozen=True)
class Group:
    """A record: its parts by element name, what it must have, and which day must not precede which.

    `required` pairs a field with the element to fill in; `order` pairs a field with one that may
    not be earlier.
    """

    label: str
    record: Callable[..., Any]
    parts: Mapping[str, "Shape"]
    required: tuple[tuple[str, str], ...] = ()
    order: tuple[tuple[str, str], ...] = ()

    @cached_property
    def labels(self) -> dict[str, tuple[str, str]]:
        """For each field of the record, its element and its words."""
        return {field.attribute: (name, field.label) for name, field in _fields(self.parts)}

    @cached_property
    def many(self) -> tuple[str, ...]:
        """The fields of the record that hold more than one value."""
        nested = tuple(shape.attribute for shape in self.parts.values() if isinstance(shape, Nested))
        return nested + tuple(field.attribute for _, field in _fields(self.parts) if field.many)


Shape = Field | Spread | Nested


def _fields(parts: Mapping[str, Shape]) -> list[tuple[str, Field]]:
    """The fields among parts, those inside wrapping included, with their element names."""
    found: list[tuple[str, Field]] = []
    for name, shape in parts.items():
        if isinstance(shape, Field):
            found.append((name, shape))
        elif isinstance(shape, Spread):
            found += _fields(shape.parts)
    return found
