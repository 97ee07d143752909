"""An axis of time: where a moment lies along a drawing, and at which days it is marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from heeded.core.chronology.when import local, start_of_day

_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
_DAY = 86_400
_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Time from `start` to `end` (seconds UTC, the end later) along a line from `left`, `width` long."""

    start: int
    end: int
    left: float
    width: float

    def __post_init__(self) -> None:
        """Refuse, with ValueError, an axis along which no time passes."""
        if self.end <= self.start:
            raise ValueError("an axis of time must end later than it begins")

    def at(self, second: int | None, *, otherwise: float | None = None) -> float:
        """Where a moment lies; one before or after the axis at its nearer end, and None at `otherwise`."""
        if second is None:
            return self.left + self.width if otherwise is None else otherwise
        held = min(max(second, self.start), self.end)
        return self.left + self.width * (held - self.start) / (self.end - self.start)

    def ticks(self, most: int) -> tuple[tuple[float, date], ...]:
        """The days to mark, `most` of them at most and evenly chosen by the calendar, and where each lies."""
        first, last = local(self.start).date(), local(self.end).date()
        for found in _ladders(first, last):
            days = [day for day in found if self.start <= start_of_day(day) <= self.end]
            if len(days) <= most:
                return tuple((self.at(start_of_day(day)), day) for day in days)
        return ()


def _ladders(first: date, last: date) -> Iterator[Iterator[date]]:
    """Ways to choose days by the calendar, from the finest to the coarsest."""
    for days in _DAYS:
        if (last - first).days <= days * 40:
            yield (first + timedelta(days=n) for n in range(0, (last - first).days + 1, days))
    for months in _MONTHS:
        yield _every(months, first, last)


def _every(months: int, first: date, last: date) -> Iterator[date]:
    """The first day of every so many months, counted from the turn of years."""
    place = first.year * _YEAR + first.month - 1
    place -= place % months
    while place <= last.year * _YEAR + last.month - 1:
        yield date(place // _YEAR, place % _YEAR + 1, 1)
        place += months


def around(moments: list[int], now: int) -> tuple[int, int]:
    """From when to when an axis reaches that shows some moments: with a little room, a day at least."""
    first, last = min([*moments, now]), max([*moments, now])
    room = max((last - first) // 40, _DAY // 2)
    return first - room, last + room
