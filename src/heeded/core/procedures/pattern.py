"""Patterns: which events a rule speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from heeded.core.procedures.amount import Amount


class Comparison(StrEnum):
    """How a field of an event is compared with what a rule says.

    A field that the event does not state satisfies no comparison but `NOT_STATED`.
    """

    IS = "is"
    IS_NOT = "is not"
    ANY_OF = "is any of"
    AT_LEAST = "is at least"
    AT_MOST = "is at most"
    UNDER = "under"
    OVER = "over"
    ALL_OF = "includes"
    SOME_OF = "includes any of"
    STATED = "is stated"
    NOT_STATED = "is not stated"


AGE = "age"
"""The computed field: the child's age in completed months on the event's earliest day."""
REST_DAY = "on a non-working day"
"""The computed field: whether the event's day is a day that the calendar does not count as working.

It is not stated where the event's time spans more than one day.
"""


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison of one field.

    Values are texts for choices, levels and names, numbers for numbers and for `AGE`
    (completed months), booleans for yes-or-no fields. Levels compare by their rising order.
    """

    field: str
    comparison: Comparison
    values: tuple[str | float | bool, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Pattern:
    """An event kind and the conditions that an event of that kind must all meet."""

    kind: str
    conditions: tuple[Condition, ...] = ()
    line: int = 0

    @property
    def fields(self) -> frozenset[str]:
        """The fields of the event that the conditions read (computed ones left out)."""
        return frozenset(condition.field for condition in self.conditions) - {AGE, REST_DAY}


Patterns = tuple[Pattern, ...]
"""Alternatives: an event that matches any one of them."""


@dataclass(frozen=True, slots=True)
class Nth:
    """Counts only the event that is at least the nth of its kind within a time.

    Event number `number` and later: the (number - 1)th matching event before it with the same key
    must lie no further back than `within`.
    """

    number: int
    within: Amount


@dataclass(frozen=True, slots=True)
class Scope:
    """A state: open from an event that begins it until one that ends it, key by key.

    With `matching`, each opening is closed only by an event that carries the same value of
    that key; the state is open while any opening is.
    """

    begins: Patterns
    ends: Patterns
    matching: str | None = None
    line: int = 0
