"""The clock's tables give what the calendar gives, near and far, and are asked once for a day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np
import pytest

from heeded.adapters.handbooks.calendar_file import shipped_calendar
from heeded.core.evaluation.blocks.clock import OUT_OF_REACH, Clock, DayTable
from heeded.core.procedures.amount import Amount
from heeded.core.procedures.calendar import OutOfReach
from heeded.core.procedures.deadline import due
from heeded.core.procedures.handbook import Edition, Handbook

CALENDAR = shipped_calendar("england-and-wales")
CLOCK = Clock(
    Handbook("", "", CALENDAR, (Edition("one", "One", date(2000, 1, 1)),), ()),
    CALENDAR,
)
YEARS = (2, 1847, 1916, 1941, 1969, 1979, 1980, 1999, 2000, 2011, 2024, 2035, 2060, 2061, 2100, 9998)


def seconds() -> list[int]:
    """Moments beside midnight and beside the change of the clocks, in years near and far."""
    moments = []
    for year in YEARS:
        for month, day in ((1, 1), (3, 27), (3, 31), (6, 30), (10, 30), (12, 31)):
            midnight = int(datetime(year, month, day, tzinfo=UTC).timestamp())
            moments += [midnight + beside for beside in (-3601, -3600, -1, 0, 1, 3599, 3600, 7200)]
    return moments


def test_local_days_are_the_calendars() -> None:
    moments = seconds()
    days = CLOCK.days(np.array(moments))
    assert days.tolist() == [CALENDAR.local_day(moment).toordinal() for moment in moments]
    assert CLOCK.starts(days).tolist() == [
        CALENDAR.start_of_day(date.fromordinal(day)) for day in days.tolist()
    ]


@pytest.mark.parametrize(
    "text",
    ["1 working day", "15 working days", "3 days", "6 months", "9999 months", "72 hours", "the same day"],
)
def test_deadlines_are_the_calendars(text: str) -> None:
    amount = Amount.parse(text)
    found = CLOCK.due(np.array(seconds()), None, CLOCK.number_of(amount))
    for moment, last in zip(seconds(), found.tolist(), strict=True):
        try:
            expected = due(CALENDAR, moment, amount)
        except OutOfReach:
            expected = OUT_OF_REACH
        assert last == expected, datetime.fromtimestamp(moment, UTC)


def test_a_table_works_out_a_day_once() -> None:
    asked: list[int] = []

    def work_out(day: int) -> int:
        asked.append(day)
        return -day

    table = DayTable(work_out)
    days = np.array([734_000, 5, 734_001, 734_000, 5, 3_000_000])
    for _ in range(2):
        assert table.of(days).tolist() == (-days).tolist()
        assert table.of(days[[0, 2]]).tolist() == [-734_000, -734_001]
    assert sorted(asked) == [5, 734_000, 734_000, 734_001, 734_001, 3_000_000]
