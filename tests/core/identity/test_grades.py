"""Tests of two drafts' words for how sure a match is."""

from datetime import date

import pytest

from heeded.core.chronology.report import Described, Identifier
from heeded.core.identity.grades import Status, grade, status, supported
from heeded.core.identity.weighing import weigh

NUMBER = (Identifier("NHS number", "9434765919"),)
ADA = {"ref": "x", "name": "Ada Invented", "born": date(2020, 5, 6), "postcode": "ZZ99 3VZ"}


def described(**told: object) -> Described:
    """A description with some of it told otherwise."""
    return Described(**{**ADA, **told})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ({"identifiers": NUMBER}, {"identifiers": NUMBER}, 0.99),
        ({"address": "4 Long Lane"}, {"address": "4 Long Lane"}, 0.8),
        ({}, {}, 0.7),
        ({}, {"postcode": ""}, 0.6),
        ({}, {"name": "Adah Invented"}, 0.0),
        ({}, {"born": date(2020, 6, 5)}, 0.0),
        ({}, {"name": "Ada Invented Otherwise", "postcode": ""}, 0.6),
    ],
)
def test_the_grade_says_what_agreed(one: dict[str, object], other: dict[str, object], score: float) -> None:
    assert grade(weigh(described(**one), described(**other)).terms) == score


def test_a_number_with_another_name_and_day_is_graded_highest_and_supported_by_nothing() -> None:
    other = described(name="Ben Otherwise", born=date(2011, 1, 2), identifiers=NUMBER)
    terms = weigh(described(identifiers=NUMBER), other).terms
    assert (grade(terms), supported(terms)) == (0.99, False)


@pytest.mark.parametrize(
    ("other", "is_supported"),
    [({}, True), ({"name": ""}, True), ({"born": None}, True), ({"name": "Ben Invented"}, False)],
)
def test_what_speaks_for_it_must_not_speak_against(other: dict[str, object], is_supported: bool) -> None:  # noqa: FBT001 - a case
    assert supported(weigh(described(), described(**other)).terms) is is_supported


@pytest.mark.parametrize(
    ("score", "said"),
    [
        (1.0, Status.MATCH),
        (0.95, Status.MATCH),
        (0.9499, Status.POTENTIAL),
        (0.85, Status.POTENTIAL),
        (0.8499, Status.LOW),
        (0.0, Status.LOW),
    ],
)
def test_the_bands_of_the_departments_matcher(score: float, said: Status) -> None:
    assert status(score) is said
