"""What charts along time share: the ground with its days, the names of rows, words placed where they fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from heeded.doors.web.drawn import shapes
from heeded.doors.web.drawn.axis import Axis
from heeded.doors.web.shown.moments import day_or_month, short_day

_LETTER = 6.2
"""How broad a small letter is, about."""
_TICK = 5.0
_LEADING = 15


def ground(axis: Axis, bottom: float, most: int) -> Iterator[shapes.Stroke]:
    """The line on which a chart stands, and a short stroke at each day that is marked, `most` at most."""
    yield shapes.Stroke(shapes.line(((axis.left, bottom), (axis.left + axis.width, bottom))), "drawn-axis")
    for x, _day in axis.ticks(most):
        yield shapes.Stroke(shapes.line(((x, bottom), (x, bottom + _TICK))), "drawn-axis")


def days(axis: Axis, bottom: float, most: int) -> Iterator[shapes.Words]:
    """The days that are marked, beneath the ground: the year is said where it is another than before."""
    before = None
    for x, day in axis.ticks(most):
        yield shapes.Words(round(x, 1), bottom + _TICK + 14, _day_words(day, before), "drawn-small")
        before = day


def row_name(text: str, x: float, middle: float, letters: int) -> Iterator[shapes.Words]:
    """What a row is called, in two lines at most, ending at `x`."""
    lines = shapes.wrapped(text, letters, 2)
    for place, part in enumerate(lines):
        y = middle + 4 + _LEADING * place - (_LEADING / 2) * (len(lines) - 1)
        yield shapes.Words(x, y, part, "drawn-end")


def broad(text: str) -> float:
    """About how broad small words are."""
    return len(text) * _LETTER


def levels(places: Sequence[float], apart: float, most: int) -> tuple[int, ...]:
    """At which level each of some places stands, from the left, so that near ones do not lie on each other.

    Those that are less than `apart` from the one before climb a level, and after `most` begin below again.
    """
    found: list[int] = []
    for number, place in enumerate(places):
        near = number > 0 and place - places[number - 1] < apart
        found.append((found[-1] + 1) % most if near else 0)
    return tuple(found)


def _day_words(day: date, before: date | None) -> str:
    same_year = before is not None and before.year == day.year
    return day_or_month(day) if day.day == 1 or same_year else short_day(day)
