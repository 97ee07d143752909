"""Identifiers that check themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.core.chronology.identifiers import checked, joins, plain
from heeded.core.chronology.report import LOCAL_ID, NHS_NUMBER, UPN, Identifier


@pytest.mark.parametrize("value", ["9434765919", "943 476 5919", "943-476-5919", "9990000018"])
def test_a_sound_nhs_number_is_found_so(value: str) -> None:
    assert checked(plain(Identifier(NHS_NUMBER, value))) == ""


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("9434765918", "check digit"),
        ("9434756919", "check digit"),
        ("943476591", "ten digits"),
        ("94347659190", "ten digits"),
        ("943476591X", "ten digits"),
        ("٩٤٣٤٧٦٥٩١٩", "ten digits"),
        ("0000000000", "same digit"),
        ("", "ten digits"),
    ],
)
def test_an_unsound_nhs_number_is_found_so(value: str, said: str) -> None:
    assert said in checked(Identifier(NHS_NUMBER, value))


@given(st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_at_most_one_last_digit_is_right(nine: str) -> None:
    sound = [digit for digit in "0123456789" if not checked(Identifier(NHS_NUMBER, nine + digit))]
    assert len(sound) <= 1


@given(st.from_regex(r"[0-9]{11}[0-9A-HJ-NP-RT-Z]", fullmatch=True))
def test_exactly_one_check_letter_is_right(rest: str) -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    sound = [letter for letter in letters if not checked(Identifier(UPN, letter + rest))]
    assert len(sound) == 1
    assert sound[0] not in "IOS"


def test_what_has_no_check_is_taken_if_it_says_anything() -> None:
    assert checked(Identifier(LOCAL_ID, "MRN 0042")) == ""
    assert checked(Identifier(LOCAL_ID, " "))
    assert "not known" in checked(Identifier("passport", "1"))
    assert plain(Identifier(LOCAL_ID, "MRN 00-42")).value == "MRN 00-42"


def test_only_a_checked_number_of_a_national_register_joins_records() -> None:
    assert joins(Identifier(NHS_NUMBER, "943 476 5919"))
    assert not joins(Identifier(NHS_NUMBER, "9434765918"))
    assert not joins(Identifier(NHS_NUMBER, "0000000000"))
    assert not joins(Identifier(LOCAL_ID, "9434765919"))
