"""A closure announced mid-period moves open deadlines; what was judged before it stands."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.adapters.handbooks.calendar_file import shipped_calendar
from heeded.core.procedures.amount import Amount
from heeded.core.procedures.calendar import LONDON, Calendar
from heeded.core.procedures.deadline import due_day

ENGLAND = shipped_calendar("england-and-wales")


def noon(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("what", "known", "start", "amount", "expected"),
    [
        ("before the royal wedding was announced", "2010-11-22", "2011-04-28", "1 working day", "2011-04-29"),
        ("on the day it was announced", "2010-11-23", "2011-04-28", "1 working day", "2011-05-03"),
        ("open duty, the Queen is alive", "2022-09-05", "2022-09-05", "10 working days", "2022-09-19"),
        ("open duty, the day before", "2022-09-09", "2022-09-05", "10 working days", "2022-09-19"),
        ("open duty, funeral announced", "2022-09-10", "2022-09-05", "10 working days", "2022-09-20"),
        ("longer open duty, the day before", "2022-09-09", "2022-08-22", "45 working days", "2022-10-25"),
        ("longer open duty, funeral announced", "2022-09-10", "2022-08-22", "45 working days", "2022-10-26"),
        ("duty that ended before the funeral", "2022-09-10", "2022-09-05", "9 working days", "2022-09-16"),
        ("before the coronation was set", "2022-11-05", "2023-05-05", "1 working day", "2023-05-08"),
        ("after the coronation was set", "2022-11-06", "2023-05-05", "1 working day", "2023-05-09"),
        ("before the Diamond Jubilee was set", "2010-01-04", "2012-06-01", "1 working day", "2012-06-04"),
        ("after the Diamond Jubilee was set", "2010-01-05", "2012-06-01", "1 working day", "2012-06-06"),
        ("before the Golden Jubilee was set", "2000-11-22", "2002-05-31", "1 working day", "2002-06-03"),
        ("after the Golden Jubilee was set", "2000-11-23", "2002-05-31", "1 working day", "2002-06-05"),
        ("days do not ask for the calendar", "2010-11-22", "2011-04-28", "1 day", "2011-04-29"),
    ],
)
def test_the_deadline_by_the_calendar_known_then(
    what: str, known: str, start: str, amount: str, expected: str
) -> None:
    then = ENGLAND.known_at(noon(known))
    assert due_day(then, date.fromisoformat(start), Amount.parse(amount)) == date.fromisoformat(expected), (
        what
    )


def test_the_day_of_announcement_is_a_local_day() -> None:
    """10 September 2022 began in London while it was still the 9th in Greenwich."""
    funeral = date(2022, 9, 19)
    assert ENGLAND.known_at(datetime(2022, 9, 9, 22, 59, 59, tzinfo=UTC)).is_working_day(funeral)
    assert not ENGLAND.known_at(datetime(2022, 9, 9, 23, 0, 0, tzinfo=UTC)).is_working_day(funeral)


def test_the_same_knowledge_is_the_same_object() -> None:
    assert ENGLAND.known_at(None) is ENGLAND
    assert ENGLAND.known_at(noon("2023-01-01")) is ENGLAND
    assert ENGLAND.known_at(noon("2011-01-01")) is ENGLAND.known_at(noon("2018-12-31"))
    assert ENGLAND.known_at(noon("2011-01-01")) is not ENGLAND.known_at(noon("2010-11-22"))


def test_there_is_one_calendar_before_the_first_announcement_and_one_after_each() -> None:
    announced = {closure.announced for closure in ENGLAND.closures if closure.announced is not None}
    moments = [noon("2000-01-01"), *(noon(day.isoformat()) for day in announced)]
    known = [ENGLAND.known_at(moment) for moment in moments]
    assert len({id(calendar) for calendar in known}) == len(announced) + 1 == 8
    assert len({len(calendar.closures) for calendar in known}) == 8, (
        "each knows of more days than the one before"
    )


def test_standing_rules_were_always_known() -> None:
    before_everything = ENGLAND.known_at(noon("1990-01-01"))
    assert all(closure.announced is None for closure in before_everything.closures)
    assert not before_everything.is_working_day(date(2030, 12, 25))
    assert (before_everything.reaches_from, before_everything.reaches_to) == (
        ENGLAND.reaches_from,
        ENGLAND.reaches_to,
    )


def test_a_calendar_without_announcements_never_changes() -> None:
    plain = Calendar.from_rows("plain", [["2011-04-22", "Good Friday", ""]])
    assert plain.known_at(noon("1990-01-01")) is plain


def test_a_moment_must_say_its_zone() -> None:
    with pytest.raises(ValueError, match="does not say its time zone"):
        ENGLAND.known_at(datetime(2011, 1, 1))  # noqa: DTZ001 - refused for exactly this


@given(
    st.dates(date(2000, 1, 1), date(2030, 12, 31)),
    st.integers(1, 200),
    st.lists(st.datetimes(datetime(1999, 1, 1), datetime(2024, 1, 1)), min_size=2, max_size=2),  # noqa: DTZ001 - given a zone below
)
def test_knowing_of_more_closures_never_brings_a_deadline_forward(
    start: date, n: int, moments: list[datetime]
) -> None:
    earlier, later = (ENGLAND.known_at(m.replace(tzinfo=UTC)) for m in sorted(moments))
    assert earlier.nth_working_day_after(start, n) <= later.nth_working_day_after(start, n)
