"""Amounts with dated lines: what they say on a day in an area, and what is refused."""

from datetime import date

import pytest

from heeded.core.procedures.amount import Amount, Unit
from tests.core.procedures.language.written import block, handbook, mistakes, only

TEXT = """\
conference deadline
  from 2027-01-01   10 working days   agreed the partnership, 1 October 2026
  from 2010-03-17   15 working days   agreed Working Together 2010
  from 2024-01-01   12 working days   in Anytown   agreed Anytown's own protocol
    unverified: the protocol was not read
visiting time
  from 2010-03-17   the same day   agreed
     the partnership in its meeting
     of 2010
"""


def test_a_dated_line_governs_from_its_day_and_an_areas_own_line_goes_first() -> None:
    amounts = handbook(block("amounts", TEXT)).amounts["conference deadline"]
    assert amounts.on(date(2010, 3, 16), "") is None
    assert amounts.on(date(2010, 3, 17), "") == Amount(15, Unit.WORKING_DAY)
    assert amounts.on(date(2026, 12, 31), "Otherton") == Amount(15, Unit.WORKING_DAY)
    assert amounts.on(date(2027, 1, 1), "Otherton") == Amount(10, Unit.WORKING_DAY)
    assert amounts.on(date(2027, 1, 1), "Anytown") == Amount(12, Unit.WORKING_DAY)


def test_lines_keep_their_source_their_doubt_and_their_place() -> None:
    book = handbook(block("amounts", TEXT))
    lines = book.amounts["conference deadline"].lines
    assert [line.since.year for line in lines] == [2010, 2024, 2027]
    assert [(line.area, line.unverified, line.line) for line in lines] == [
        ("", "", 4),
        ("Anytown", "the protocol was not read", 5),
        ("", "", 3),
    ]
    (other,) = book.amounts["visiting time"].lines
    assert other.source == "the partnership in its meeting of 2010"


@pytest.mark.parametrize(
    ("text", "line", "what", "remedy"),
    [
        ("", 1, "The block of amounts is empty", "a name"),
        ("from 2020-01-01 1 day agreed x\n", 2, "stands under no name", "name above it"),
        ("a time\n", 2, "“a time” has no dated line", "from 2027-01-01"),
        ("A Time\n from 2020-01-01 1 day agreed x\n", 2, "cannot be the name", "small letters"),
        ("a time\n from 2020-1-1 1 day agreed x\n", 3, "“2020-1-1” is not a date", "2024-03-08"),
        ("a time\n from 2020-01-01 1 dya agreed x\n", 3, "is not a unit of time", "working days"),
        ("a time\n from 2020-01-01 1 day\n", 3, "does not say who agreed it", "Add “agreed”"),
        ("a time\n from 2020-01-01\n", 3, "is not a dated line", "from 2027-01-01"),
        ("a time\n form 2020-01-01 1 day agreed x\n", 3, "“form” is not a word", "Did you mean “from”"),
        (
            "a time\n unverified: x\n from 2020-01-01 1 day agreed x\n",
            3,
            "stands above every dated line",
            "below",
        ),
        (
            "a time\n from 2020-01-01 1 day agreed x\n from 2020-01-01 2 days agreed y\n",
            4,
            "Two lines begin on 2020-01-01",
            "a later day",
        ),
    ],
)
def test_refusals(text: str, line: int, what: str, remedy: str) -> None:
    found = only(mistakes(text, "amounts")[:1])
    assert (found.line, what in found.what, remedy in str(found)) == (line, True, True), str(found)


def test_a_name_given_twice_is_refused_with_the_place_of_the_first() -> None:
    one = "a time\n from 2020-01-01 1 day agreed x\n"
    found = only(mistakes(one + one, "amounts"))
    assert "given twice, first in 01-step.md, line 3" in found.what
