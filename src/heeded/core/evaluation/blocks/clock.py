"""Local days and deadlines of many events at once, from tables that fill as days are asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np

from heeded.core.evaluation.columns.arrays import NONE, Flags, Ints
from heeded.core.procedures.amount import Amount, Unit
from heeded.core.procedures.calendar import Calendar, OutOfReach
from heeded.core.procedures.deadline import due_day
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Within

OUT_OF_REACH = -(2**61)
"""Stands for a deadline that the calendar cannot give."""
_UNASKED = -(2**62)
_DAY, _HOUR = 86_400, 3_600
_FIRST = date(1980, 1, 1).toordinal()
_DAYS = date(2061, 1, 1).toordinal() - _FIRST
_NEAR = (_FIRST + 1, _FIRST + _DAYS - 2)
_FIRST_SECOND = (_FIRST - date(1970, 1, 1).toordinal()) * _DAY


Key = tuple[str | int | date | Within | None, ...]
"""What a table is of."""


class DayTable:
    """A number for each local day, worked out when it is first asked for.

    Days are ordinals. Those from 1980 to 2060 are kept in an array, the others one by one. The
    array has a second half that is never filled: days before 1980, counted back from its end,
    fall into it and so are noticed.
    """

    def __init__(self, work_out: Callable[[int], int]) -> None:
        self._work_out = work_out
        self._kept = np.full(2 * _DAYS, _UNASKED, np.int64)
        self._others: dict[int, int] = {}

    def of(self, days: Ints) -> Ints:
        """The numbers of these days."""
        place = days - _FIRST
        try:
            found: Ints = self._kept[place]
        except IndexError:
            return self._one_by_one(days)
        return self._filled(days, place) if np.count_nonzero(found == _UNASKED) else found

    def _filled(self, days: Ints, place: Ints) -> Ints:
        if place.min() < 0 or place.max() >= _DAYS:
            return self._one_by_one(days)
        for day in np.unique(place[self._kept[place] == _UNASKED]).tolist():
            self._kept[day] = self._work_out(day + _FIRST)
        found: Ints = self._kept[place]
        return found

    def _one_by_one(self, days: Ints) -> Ints:
        return np.array([self._one(day) for day in days.tolist()], np.int64)

    def _one(self, day: int) -> int:
        if day not in self._others:
            self._others[day] = self._work_out(day)
        return self._others[day]


class Clock:
    """One handbook's calendar, editions and amounts, by local day, as known at a moment."""

    def __init__(self, handbook: Handbook, calendar: Calendar) -> None:
        self._handbook, self._calendar = handbook, calendar
        self._tables: dict[Key, DayTable] = {}
        self._amounts: list[Amount] = []
        self._starts = DayTable(self._start_of)

    def _table(self, key: Key, work_out: Callable[[int], int]) -> DayTable:
        if key not in self._tables:
            self._tables[key] = DayTable(work_out)
        return self._tables[key]

    def _start_of(self, day: int) -> int:
        return self._calendar.start_of_day(date.fromordinal(day))

    def days(self, seconds: Ints) -> Ints:
        """The local day of each second UTC, as an ordinal."""
        day = (seconds - _FIRST_SECOND) // _DAY + _FIRST
        if len(day) and (day.min() < _NEAR[0] or day.max() > _NEAR[1]):
            return self._far_days(seconds, (day < _NEAR[0]) | (day > _NEAR[1]))
        day -= seconds < self._starts.of(day)
        day += seconds >= self._starts.of(day + 1)
        return np.asarray(day)

    def _far_days(self, seconds: Ints, far: Flags) -> Ints:
        """The local days of seconds of which some lie beyond what the tables keep."""
        day = np.empty(len(seconds), np.int64)
        day[~far] = self.days(seconds[~far])
        day[far] = [self._calendar.local_day(second).toordinal() for second in seconds[far].tolist()]
        return day

    def starts(self, days: Ints) -> Ints:
        """The first second of each local day."""
        return self._starts.of(days)

    def ends(self, days: Ints) -> Ints:
        """The last second of each local day."""
        return self._starts.of(days + 1) - 1

    def end_of(self, day: date | None) -> int:
        """The last second of one local day; `OUT_OF_REACH` where there is no day, or none follows it."""
        try:
            return OUT_OF_REACH if day is None else self._calendar.end_of_day(day)
        except OutOfReach:
            return OUT_OF_REACH

    def governed(self, rule: int, days: Ints) -> Ints:
        """Which edition governs an occasion of a rule on each day; -1 where none does."""
        wording = self._handbook.rules[rule]
        key = ("governed", wording.since, wording.until, bool(wording.pending))
        return self._table(key, lambda day: self._governed(rule, day)).of(days)

    def _governed(self, rule: int, day: int) -> int:
        on = date.fromordinal(day)
        edition = self._handbook.edition_on(on)
        if edition is None or not self._handbook.rules[rule].in_force(on):
            return NONE
        return self._handbook.editions.index(edition)

    def rests(self, days: Ints) -> Ints:
        """1 for a day that is not worked, 0 for one that is, -1 where the calendar does not say."""
        return self._table(("rests",), self._rests).of(days)

    def _rests(self, day: int) -> int:
        try:
            return int(not self._calendar.is_working_day(date.fromordinal(day)))
        except OutOfReach:
            return NONE

    def months(self, days: Ints) -> tuple[Ints, Ints]:
        """The months since the year 0 that each day stands in, and its number in the month."""
        months = self._table(("months",), lambda day: _month(date.fromordinal(day)))
        number = self._table(("number",), lambda day: date.fromordinal(day).day)
        return months.of(days), number.of(days)

    def how_long(self, within: Within, area: str, days: Ints) -> Ints:
        """The number of the amount that a rule means on each day in an area; -1: none was agreed."""
        table = self._table(("amount", within, area), lambda day: self._how_long(within, area, day))
        return table.of(days)

    def _how_long(self, within: Within, area: str, day: int) -> int:
        amount = self._handbook.how_long(within, date.fromordinal(day), area)
        return NONE if amount is None else self.number_of(amount)

    def number_of(self, amount: Amount) -> int:
        """The number under which an amount is kept here."""
        if amount not in self._amounts:
            self._amounts.append(amount)
        return self._amounts.index(amount)

    def due(self, seconds: Ints, days: Ints | None, number: int) -> Ints:
        """The last second of an amount counted from each second; `OUT_OF_REACH` where unknown.

        `days` are the local days of the seconds, if they are known already.
        """
        amount = self._amounts[number]
        if amount.unit is Unit.HOUR:
            return seconds + amount.number * _HOUR
        table = self._table(("due", number), lambda day: self._due(amount, day))
        return table.of(self.days(seconds) if days is None else days)

    def _due(self, amount: Amount, day: int) -> int:
        try:
            return self._calendar.end_of_day(due_day(self._calendar, date.fromordinal(day), amount))
        except OutOfReach:
            return OUT_OF_REACH


def _month(day: date) -> int:
    return day.year * 12 + day.month
