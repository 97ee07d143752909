"""Tests of the keys by which a person is found: whatever was mistaken, some are shared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heeded.core.chronology.report import Described
from heeded.core.identity.keys import keys, postcode
from heeded.core.identity.words import name_words, nameless, sound

ADA = Described(ref="a", name="Catherine Smith-Jones", born=date(2022, 3, 5), postcode="N22 8LE")

TOLD_OTHERWISE = {
    "in another order": {"name": "SMITH-JONES, Catherine"},
    "a nickname": {"name": "Katie Smith-Jones"},
    "another spelling": {"name": "Kathryn Smyth Johns"},
    "half the surname": {"name": "Catherine Jones"},
    "another surname": {"name": "Catherine Okafor"},
    "a placeholder": {"name": "Baby Smith-Jones"},
    "twin one of": {"name": "Twin 1 Jones"},
    "day and month the other way round": {"name": "Cathrin Okafor", "born": date(2022, 5, 3)},
    "the year alone": {"born": date(2022, 1, 1), "postcode": ""},
    "no name at all": {"name": "", "born": ADA.born},
    "no birth date": {"born": None, "postcode": ""},
    "moved": {"postcode": "LS1 4AP"},
}


@pytest.mark.parametrize("how", TOLD_OTHERWISE)
def test_whatever_was_mistaken_a_key_is_shared(how: str) -> None:
    assert keys(ADA) & keys(replace(ADA, **TOLD_OTHERWISE[how]))  # type: ignore[arg-type]


def test_somebody_else_shares_none() -> None:
    other = Described(ref="o", name="Marek Nowak", born=date(2019, 11, 23), postcode="M1 1AE")
    assert not keys(ADA) & keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mohamed", "mohammad"),
        ("khalid", "qalid"),
        ("hussein", "hosseyn"),
        ("yusuf", "youssef"),
        ("oconnor", "okonnor"),
        ("phillips", "filips"),
        ("macdonald", "mcdonald"),
        ("dmitry", "dmitri"),
    ],
)
def test_two_spellings_of_a_name_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_what_stands_where_a_forename_is_missing_is_no_name() -> None:
    assert name_words("Baby Girl O\N{RIGHT SINGLE QUOTATION MARK}Neill (twin 2)") == ("oneill",)
    assert nameless("Baby Smith")
    assert not nameless("Ella Smith")
    assert name_words("Ł\N{LATIN SMALL LETTER U WITH ACUTE}cja Núñez-Ørsted") == ("lucja", "nunez", "orsted")


@pytest.mark.parametrize(
    ("told", "plain"), [("n22 8le", "N228LE"), ("N228LE", "N228LE"), ("22", ""), ("", "")]
)
def test_a_postcode_is_written_plainly(told: str, plain: str) -> None:
    assert postcode(told) == plain
