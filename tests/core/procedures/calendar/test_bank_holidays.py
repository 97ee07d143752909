"""The shipped list of bank holidays against an independent one, and against what each year should hold."""

from collections import Counter
from datetime import date

import holidays
import pytest

from heeded.core.procedures.calendar import Calendar

YEARS = range(2000, 2036)
SATURDAY = 5
ORDINARY_YEAR = 8
ONE_DAY_MORE = {2002: 1, 2011: 1, 2012: 1, 2022: 2, 2023: 1}
"""Golden Jubilee; royal wedding; Diamond Jubilee; Platinum Jubilee and state funeral; coronation."""


def ours(england: Calendar) -> set[date]:
    return {closure.day for closure in england.closures}


@pytest.mark.parametrize("nation", ["ENG", "WLS"])
def test_the_independent_list_differs_only_by_days_that_are_never_worked_anyway(
    nation: str, england: Calendar
) -> None:
    """The package also lists Christmas, Boxing and New Year's Days that fall at a weekend.

    We list only the weekday on which such a day is observed, as the government's list does;
    a Saturday or Sunday is not worked whether or not it is listed. There is no other difference.
    """
    theirs = set(holidays.country_holidays("GB", subdiv=nation, years=YEARS))

    assert ours(england) - theirs == set()
    only_theirs = theirs - ours(england)
    assert {day for day in only_theirs if day.weekday() < SATURDAY} == set()
    assert {(day.month, day.day) for day in only_theirs} == {(12, 25), (12, 26), (1, 1)}


def test_each_year_has_eight_bank_holidays_and_the_one_off_days(england: Calendar) -> None:
    counted = Counter(day.year for day in ours(england))
    assert counted == {year: ORDINARY_YEAR + ONE_DAY_MORE.get(year, 0) for year in YEARS}


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2002, 6, 3), "Golden Jubilee"),
        (date(2002, 6, 4), "Spring bank holiday (moved for the Golden Jubilee)"),
        (date(2011, 4, 29), "Wedding of Prince William and Catherine Middleton"),
        (date(2012, 6, 5), "Diamond Jubilee"),
        (date(2020, 5, 8), "Early May bank holiday (moved to the 75th anniversary of VE Day)"),
        (date(2022, 6, 3), "Platinum Jubilee"),
        (date(2022, 9, 19), "State funeral of Queen Elizabeth II"),
        (date(2023, 5, 8), "Coronation of King Charles III"),
    ],
)
def test_one_off_closures(day: date, name: str, england: Calendar) -> None:
    assert name in {closure.name for closure in england.closures if closure.day == day}
    assert not england.is_working_day(day)


@pytest.mark.parametrize("day", [date(2002, 5, 27), date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)])
def test_the_monday_that_a_moved_bank_holiday_left_is_worked(day: date, england: Calendar) -> None:
    assert england.is_working_day(day)


def test_no_closure_is_listed_at_a_weekend(england: Calendar) -> None:
    assert [day for day in ours(england) if day.weekday() >= SATURDAY] == []


def test_every_closure_with_an_announcement_is_a_one_off_or_moved(england: Calendar) -> None:
    announced = {closure.day for closure in england.closures if closure.announced is not None}
    assert len(announced) == sum(ONE_DAY_MORE.values()) + len({2002, 2012, 2020, 2022})
