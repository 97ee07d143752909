"""What holds of every deadline, whatever the day and the amount."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.adapters.handbooks.calendar_file import shipped_calendar
from heeded.core.procedures.amount import Amount, Unit
from heeded.core.procedures.calendar import LONDON, OutOfReach
from heeded.core.procedures.deadline import due, due_day, months_after

ENGLAND = shipped_calendar("england-and-wales")
FIRST = int(datetime(2000, 1, 1, tzinfo=UTC).timestamp())
LAST = int(datetime(2029, 12, 31, tzinfo=UTC).timestamp())

clock_changes = st.sampled_from(
    [int(datetime(*day, 1, tzinfo=UTC).timestamp()) for day in ((2010, 3, 28), (2010, 10, 31), (2024, 3, 31))]
)
instants = st.integers(FIRST, LAST) | st.builds(int.__add__, clock_changes, st.integers(-90_000, 90_000))
days = st.dates(date(2000, 1, 1), date(2029, 12, 31))
counted = st.sampled_from([unit for unit in Unit if unit is not Unit.SAME_DAY])
numbers = st.integers(1, 60)
amounts = st.builds(Amount, numbers, counted) | st.just(Amount(0, Unit.SAME_DAY))
in_whole_days = amounts.filter(lambda amount: amount.unit is not Unit.HOUR)


@given(instants, instants, amounts)
def test_what_starts_later_is_never_due_earlier(one: int, other: int, amount: Amount) -> None:
    earlier, later = sorted((one, other))
    assert due(ENGLAND, earlier, amount) <= due(ENGLAND, later, amount)


@given(instants, numbers, counted)
def test_a_longer_amount_is_due_strictly_later(start: int, number: int, unit: Unit) -> None:
    assert due(ENGLAND, start, Amount(number, unit)) < due(ENGLAND, start, Amount(number + 1, unit))


@given(instants, amounts)
def test_nothing_is_due_before_it_starts(start: int, amount: Amount) -> None:
    assert due(ENGLAND, start, amount) >= start


@given(days, numbers, numbers)
def test_working_days_may_be_counted_in_two_parts(start: date, first: int, then: int) -> None:
    halfway = ENGLAND.nth_working_day_after(start, first)
    assert ENGLAND.nth_working_day_after(halfway, then) == ENGLAND.nth_working_day_after(start, first + then)


@given(days, numbers)
def test_exactly_so_many_working_days_lie_after_the_start_up_to_the_deadline(start: date, n: int) -> None:
    end = ENGLAND.nth_working_day_after(start, n)
    passed = [start + timedelta(days=k) for k in range(1, (end - start).days + 1)]
    assert sum(ENGLAND.is_working_day(day) for day in passed) == n
    assert ENGLAND.is_working_day(end)


@given(instants, numbers)
def test_a_deadline_in_working_days_never_falls_on_a_closed_day(start: int, n: int) -> None:
    end = ENGLAND.local_day(due(ENGLAND, start, Amount(n, Unit.WORKING_DAY)))
    assert end.weekday() < 5
    assert end not in {closure.day for closure in ENGLAND.closures}


@given(instants, in_whole_days)
def test_a_deadline_in_whole_days_is_the_last_second_of_a_local_day(start: int, amount: Amount) -> None:
    end = due(ENGLAND, start, amount)
    wall, next_second = (datetime.fromtimestamp(seconds, LONDON) for seconds in (end, end + 1))
    assert (wall.hour, wall.minute, wall.second) == (23, 59, 59)
    assert next_second.date() == wall.date() + timedelta(days=1)


@given(instants, instants, in_whole_days)
def test_the_time_of_day_does_not_matter_to_whole_days(start: int, other: int, amount: Amount) -> None:
    day = ENGLAND.local_day(start)
    length = ENGLAND.end_of_day(day) - ENGLAND.start_of_day(day) + 1
    elsewhere_in_the_day = ENGLAND.start_of_day(day) + other % length
    assert due(ENGLAND, start, amount) == due(ENGLAND, elsewhere_in_the_day, amount)


@given(instants, st.integers(1, 200))
def test_hours_are_elapsed_hours(start: int, n: int) -> None:
    assert due(ENGLAND, start, Amount(n, Unit.HOUR)) - start == n * 3600


@given(instants, st.integers(1, 52))
def test_a_week_is_seven_days(start: int, n: int) -> None:
    assert due(ENGLAND, start, Amount(n, Unit.WEEK)) == due(ENGLAND, start, Amount(7 * n, Unit.DAY))


@given(days, st.integers(1, 120))
def test_months_keep_the_day_of_the_month_or_take_the_last(start: date, n: int) -> None:
    end = months_after(start, n)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == n
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


def test_days_and_hours_are_counted_also_where_the_list_of_closures_ends() -> None:
    """Only working days need the list, so a deadline in days in 1995 is certain."""
    start = int(datetime(1995, 5, 1, 12, tzinfo=UTC).timestamp())
    assert due_day(ENGLAND, ENGLAND.local_day(start), Amount.parse("8 days")) == date(1995, 5, 9)
    assert due(ENGLAND, start, Amount.parse("24 hours")) == start + 86_400
    with pytest.raises(OutOfReach, match="1995-05-01 is beyond the calendar"):
        due(ENGLAND, start, Amount.parse("1 working day"))


@pytest.mark.parametrize("amount", ["9999 months", "9999 weeks", "9999 days"])
def test_a_deadline_past_the_year_9999_is_refused(amount: str) -> None:
    with pytest.raises(OutOfReach, match="later than the year 9999"):
        due_day(ENGLAND, date(9980, 1, 1), Amount.parse(amount))


def test_hours_are_not_counted_from_a_day() -> None:
    with pytest.raises(ValueError, match="24 hours runs from an instant"):
        due_day(ENGLAND, date(2011, 1, 4), Amount.parse("24 hours"))
