"""Before and after, when times are intervals."""

from __future__ import annotations

from heeded.core.chronology.view import Known
from heeded.core.procedures.calendar import Calendar

Place = tuple[int, int, int, int, int, str]
"""A place in the order of a chronology: second, then told, known, turn and identity between instants.

The second number keeps the start of a coarse interval before every instant of that second,
and its end after them.
"""


def first(event: Known) -> Place:
    """The earliest place at which the event may stand."""
    return _place(event, event.entry.happened.earliest, 0)


def last(event: Known) -> Place:
    """The latest place at which the event may stand."""
    return _place(event, event.entry.happened.latest, 2)


def may_precede(one: Known, other: Known) -> bool:
    """Whether `one` may have come before `other`."""
    return first(one) < last(other)


def surely_precedes(one: Known, other: Known) -> bool:
    """Whether `one` came before `other` however their times are read."""
    return last(one) < first(other)


def may_follow(one: Known, other: Known) -> bool:
    """Whether `one` may have come after `other`."""
    return may_precede(other, one)


def counts_as_following(one: Known, other: Known, calendar: Calendar) -> bool:
    """Whether `one` came after `other`, two events of one day with unknown order included.

    An event whose time spans several days must follow from its first day on.
    """
    return _start_of_last_day(other, calendar) < _end_of_first_day(one, calendar)


def _place(event: Known, second: int, coarse: int) -> Place:
    if event.entry.happened.exact:
        return (second, 1, event.entry.told, event.known, event.turn, event.root)
    return (second, coarse, 0, 0, 0, "")


def _start_of_last_day(event: Known, calendar: Calendar) -> Place:
    happened = event.entry.happened
    if happened.exact:
        return first(event)
    midnight = calendar.start_of_day(calendar.local_day(happened.latest))
    return (max(happened.earliest, midnight), 0, 0, 0, 0, "")


def _end_of_first_day(event: Known, calendar: Calendar) -> Place:
    happened = event.entry.happened
    if happened.exact:
        return last(event)
    midnight = calendar.end_of_day(calendar.local_day(happened.earliest))
    return (min(happened.latest, midnight), 2, 0, 0, 0, "")
