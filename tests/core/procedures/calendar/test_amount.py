"""Reading and writing an amount of time, and what is refused with which advice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.core.procedures.amount import LARGEST, Amount, Unit

counted = st.sampled_from([unit for unit in Unit if unit is not Unit.SAME_DAY])


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("15 working days", 15, Unit.WORKING_DAY),
        ("1 working day", 1, Unit.WORKING_DAY),
        ("one working day", 1, Unit.WORKING_DAY),
        ("a working day", 1, Unit.WORKING_DAY),
        ("ten working days", 10, Unit.WORKING_DAY),
        ("8 days", 8, Unit.DAY),
        ("72 hours", 72, Unit.HOUR),
        ("an hour", 1, Unit.HOUR),
        ("six weeks", 6, Unit.WEEK),
        ("a month", 1, Unit.MONTH),
        ("Three  Months ", 3, Unit.MONTH),
        ("007 days", 7, Unit.DAY),
        ("the same day", 0, Unit.SAME_DAY),
        ("The same\tday", 0, Unit.SAME_DAY),
    ],
)
def test_amounts_as_they_are_written(text: str, number: int, unit: Unit) -> None:
    assert Amount.parse(text) == Amount(number, unit)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", '"" is not an amount of time'),
        ("soon", '"soon" is not an amount of time'),
        ("15", '"15" is not an amount of time'),
        ("days", '"days" is not an amount of time'),
        ("1.5 days", '"1.5 days" is not an amount of time'),
        ("-3 days", '"-3 days" is not an amount of time'),
        ("15 working days of knowing", "is not an amount of time"),
        ("5 days 2 hours", "is not an amount of time"),
        ("0 days", "0 is not a number of days. An amount is at least 1"),
        ("eleven days", '"eleven" in "eleven days" is not a number that can be read here'),
        ("15 wd", '"wd" in "15 wd" is not a unit'),
        ("15 business days", '"business days" in "15 business days" is not a unit'),
        ("1 same day", '"same day" in "1 same day" is not a unit'),
        ("10000 days", '"10000 days" is more than 9999'),
        ("9" * 5000 + " days", "is more than 9999"),
        ("٣ days", "is not an amount of time"),
    ],
)
def test_what_is_no_amount_is_refused_with_advice(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong) as refused:
        Amount.parse(text)
    assert 'such as "15 working days"' in str(refused.value)


@pytest.mark.parametrize(
    ("number", "unit"), [(0, Unit.DAY), (-1, Unit.WORKING_DAY), (LARGEST + 1, Unit.HOUR)]
)
def test_a_number_that_cannot_be_is_refused_when_built(number: int, unit: Unit) -> None:
    with pytest.raises(ValueError, match=f"{number} is not a number of {unit}s"):
        Amount(number, unit)


def test_the_same_day_carries_no_number() -> None:
    with pytest.raises(ValueError, match="The same day carries no number"):
        Amount(1, Unit.SAME_DAY)


@pytest.mark.parametrize("text", ["1 working day", "15 working days", "1 hour", "72 hours", "the same day"])
def test_an_amount_is_written_in_plain_english(text: str) -> None:
    assert str(Amount.parse(text)) == text


@given(st.integers(1, LARGEST), counted)
def test_what_is_written_is_read_back(number: int, unit: Unit) -> None:
    assert Amount.parse(str(Amount(number, unit))) == Amount(number, unit)
