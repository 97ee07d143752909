"""Times as spreadsheets and people write them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heeded.adapters.exchange.events_table.times import read_day, read_time
from heeded.core.chronology.when import Precision, When

DAY = When.day(date(2024, 3, 8))
READ = [
    ("2024-03-08", "2024-03-08", Precision.DAY),
    ("08/03/2024", "2024-03-08", Precision.DAY),
    ("8/3/2024", "2024-03-08", Precision.DAY),
    ("08.03.2024", "2024-03-08", Precision.DAY),
    ("08-03-2024", "2024-03-08", Precision.DAY),
    ("8 March 2024", "2024-03-08", Precision.DAY),
    ("08-Mar-2024", "2024-03-08", Precision.DAY),
    ("8 SEPT 2024", "2024-09-08", Precision.DAY),
    ("2024-03", "2024-03", Precision.MONTH),
    ("2024-03-08 16:05", "2024-03-08 16:05", Precision.INSTANT),
    ("2024-03-08T16:05:09", "2024-03-08 16:05", Precision.INSTANT),
    ("2024-03-08 16:05:09.123", "2024-03-08 16:05", Precision.INSTANT),
    ("08/03/2024 9:05", "2024-03-08 09:05", Precision.INSTANT),
    ("2024-07-08T16:05:00Z", "2024-07-08 17:05", Precision.INSTANT),
    ("2024-07-08 16:05+02:00", "2024-07-08 15:05", Precision.INSTANT),
    ("  2024-03-08   16:05 ", "2024-03-08 16:05", Precision.INSTANT),
    ("about 2024-03-08 16:00, 2 hours", "about 2024-03-08 16:00", Precision.ABOUT),
]
REFUSED = [
    ("", "not a time"),
    ("soon", "not a time"),
    ("03/25/2024", "day is read before the month"),
    ("30/02/2024", "does not exist"),
    ("2023-02-29", "does not exist"),
    ("2024-03-08 25:00", "does not exist"),
    ("08/03/24", "two digits"),
    ("08/03/24 16:00", "two digits"),
    ("45359", "as Excel keeps days"),
    ("8 Maerz 2024", "not a time"),
    ("1066-10-14", "does not exist"),
    ("9999-12-31", "does not exist"),
    ("about 2024-03-08 16:00, 9999 days", "not a time"),
]


@pytest.mark.parametrize(("text", "shown", "precision"), READ)
def test_a_time_is_read_as_narrowly_as_it_is_written(text: str, shown: str, precision: Precision) -> None:
    when, midnight = read_time(text)
    assert (str(when), when.precision, midnight) == (shown, precision, False)


@pytest.mark.parametrize("text", ["2024-03-08 00:00", "08/03/2024 00:00:00", "2024-03-08T00:00:00.000"])
def test_midnight_stands_for_the_day(text: str) -> None:
    assert read_time(text) == (DAY, True)


def test_midnight_with_a_zone_is_a_moment() -> None:
    when, midnight = read_time("2024-03-08T00:00:00Z")
    assert (when.exact, midnight) == (True, False)


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_is_no_time_is_refused_with_why_and_what_to_write(text: str, why: str) -> None:
    with pytest.raises(ValueError, match="write 2024-03-08") as refused:
        read_time(text)
    assert why in str(refused.value)


def test_a_day_is_read_from_a_day_or_a_moment_and_nothing_coarser() -> None:
    assert read_day("01/05/2021") == read_day("2021-05-01 00:00") == date(2021, 5, 1)
    with pytest.raises(ValueError, match="write 2024-03-08"):
        read_day("2021-05")


@given(st.text("0123456789/-.: TZabout,+hoursdayMarch", max_size=40))
@settings(max_examples=300)
def test_nothing_but_a_value_error_is_raised(text: str) -> None:
    with suppress(ValueError):
        when, _ = read_time(text)
        assert when.earliest <= when.latest
    with suppress(ValueError):
        assert read_day(text).year >= 1900
