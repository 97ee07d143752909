"""What a calendar answers about days, how far it reaches, and what it refuses."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from heeded.core.procedures.calendar import LONDON, Calendar, Closure, OutOfReach

GOOD_ROWS = [["2011-04-22", "Good Friday", ""], ["2011-04-29", "Royal wedding", "2010-11-23"]]


def test_a_calendar_reaches_over_the_whole_years_of_its_closures(england: Calendar) -> None:
    assert (england.reaches_from, england.reaches_to) == (date(2000, 1, 1), date(2035, 12, 31))


def test_working_days_are_listed_in_order_and_agree_with_the_question_about_one(england: Calendar) -> None:
    listed = england.working_days
    assert list(listed) == sorted(set(listed))
    every_day = (date(2011, 1, 1) + timedelta(days=n) for n in range(365))
    of_2011 = [day for day in every_day if england.is_working_day(day)]
    assert [day for day in listed if day.year == 2011] == of_2011
    assert len(of_2011) == 260 - 9, "52 weeks of five, less nine closures"


@pytest.mark.parametrize("day", [date(1999, 12, 31), date(2036, 1, 1)])
def test_a_day_beyond_reach_is_refused(day: date, england: Calendar) -> None:
    with pytest.raises(OutOfReach, match=r"beyond the calendar england-and-wales.*2000-01-01 to 2035-12-31"):
        england.is_working_day(day)
    with pytest.raises(OutOfReach, match="add the closures of that year"):
        england.nth_working_day_after(day, 1)


def test_counting_past_the_end_is_refused_and_not_guessed(england: Calendar) -> None:
    assert england.nth_working_day_after(date(2035, 12, 28), 1) == date(2035, 12, 31)
    with pytest.raises(OutOfReach, match="later than 2035-12-31"):
        england.nth_working_day_after(date(2035, 12, 28), 2)


@pytest.mark.parametrize("n", [0, -1])
def test_working_days_are_counted_from_one(n: int, england: Calendar) -> None:
    with pytest.raises(ValueError, match="counted from 1"):
        england.nth_working_day_after(date(2011, 1, 4), n)


@pytest.mark.parametrize(
    ("utc", "local"),
    [
        (datetime(2010, 1, 15, 23, 59, 59, tzinfo=UTC), date(2010, 1, 15)),
        (datetime(2010, 6, 18, 22, 59, 59, tzinfo=UTC), date(2010, 6, 18)),
        (datetime(2010, 6, 18, 23, 0, 0, tzinfo=UTC), date(2010, 6, 19)),
    ],
)
def test_the_local_day_of_an_instant(utc: datetime, local: date, england: Calendar) -> None:
    assert england.local_day(int(utc.timestamp())) == local


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2010, 3, 27), 24), (date(2010, 3, 28), 23), (date(2010, 10, 31), 25), (date(2010, 11, 1), 24)],
)
def test_a_day_runs_from_midnight_to_midnight_on_the_wall(day: date, hours: int, england: Calendar) -> None:
    start, end = england.start_of_day(day), england.end_of_day(day)
    assert end + 1 - start == hours * 3600
    assert datetime.fromtimestamp(start, LONDON).timetz().isoformat()[:8] == "00:00:00"
    assert datetime.fromtimestamp(end, LONDON).timetz().isoformat()[:8] == "23:59:59"


def test_a_zone_whose_clocks_change_at_midnight() -> None:
    """In Beirut 29 March 2015 began at 01:00, since midnight did not exist."""
    beirut = Calendar("beirut", ZoneInfo("Asia/Beirut"), (), date(2015, 1, 1), date(2015, 12, 31))
    assert datetime.fromtimestamp(beirut.start_of_day(date(2015, 3, 29)), beirut.zone).hour == 1
    assert beirut.local_day(beirut.end_of_day(date(2015, 3, 28))) == date(2015, 3, 28)
    assert beirut.end_of_day(date(2015, 3, 28)) + 1 == beirut.start_of_day(date(2015, 3, 29))


@pytest.mark.parametrize("seconds", [10**12, -(10**12), 10**30])
def test_an_instant_outside_written_years_is_refused(seconds: int, england: Calendar) -> None:
    with pytest.raises(OutOfReach, match="check the units"):
        england.local_day(seconds)


def test_the_edges_of_written_years_are_refused(england: Calendar) -> None:
    with pytest.raises(OutOfReach, match="no day follows"):
        england.end_of_day(date.max)


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([], "lists no closures"),
        ([["2011-04-22", "Good Friday"]], "Closure 1: expected a day, a name and a day announced"),
        ([*GOOD_ROWS, ["2011-13-01", "May Day", ""]], 'Closure 3: the day "2011-13-01" is not a date'),
        ([["22/04/2011", "Good Friday", ""]], 'the day "22/04/2011" is not a date; write year-month-day'),
        ([["20110422", "Good Friday", ""]], 'the day "20110422" is not a date'),
        ([["2011-W16-5", "Good Friday", ""]], 'the day "2011-W16-5" is not a date'),
        ([["2011-04-29", "Wedding", "November"]], 'the day announced "November" is not a date'),
        ([["2011-04-29", "Wedding", "2011-04-30"]], "cannot be announced after it happened"),
        ([["2011-04-22", " ", ""]], "Closure 1: 2011-04-22 has no name"),
        ([*GOOD_ROWS, GOOD_ROWS[0]], "lists 2011-04-22 twice"),
        ([["2009-12-25", "Christmas Day", ""], *GOOD_ROWS], "has no closure in 2010"),
    ],
)
def test_a_list_of_closures_that_cannot_be_trusted_is_refused(rows: list[list[str]], wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        Calendar.from_rows("england", rows)


def test_rows_may_come_in_any_order() -> None:
    forward, backward = (Calendar.from_rows("england", rows) for rows in (GOOD_ROWS, GOOD_ROWS[::-1]))
    assert forward == backward
    assert hash(forward) == hash(backward)
    assert forward.closures[1] == Closure(date(2011, 4, 29), "Royal wedding", date(2010, 11, 23))


def test_a_calendar_built_by_hand_must_make_sense() -> None:
    new_year = Closure(date(2011, 1, 3), "New Year's Day (substitute day)")
    with pytest.raises(ValueError, match="give the earlier day first"):
        Calendar("england", LONDON, (new_year,), date(2011, 12, 31), date(2011, 1, 1))
    with pytest.raises(ValueError, match="lies outside the reach"):
        Calendar("england", LONDON, (new_year,), date(2012, 1, 1), date(2012, 12, 31))
