"""Tests of TEN-4-FACESp: its figures by Bayes' rule, its regions, ages and exclusions."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from heeded.core.chronology.body import REGIONS, WIDER
from heeded.core.evidence.prompts import Reading
from heeded.core.evidence.prompts.accuracy import Accuracy
from heeded.core.evidence.prompts.ten_four_faces import ALL, AS_STUDIED, PARTS, SINGLE
from tests.core.evidence.prompts.marks import bruise, entry, of

TEN_4 = "TEN-4-FACESp"


def by_counting(sensitivity: str, specificity: str, harmed: int, others: int) -> Fraction:
    """The share of those found who were harmed, counted among so many children."""
    found = Fraction(sensitivity) * harmed
    wrongly = (1 - Fraction(specificity)) * others
    return found / (found + wrongly)


def test_what_a_finding_is_worth_is_counted_among_the_children_of_the_study() -> None:
    assert ALL.positive_value(AS_STUDIED) == pytest.approx(float(by_counting("0.956", "0.871", 410, 1713)))
    assert f"{ALL.positive_value(AS_STUDIED):.0%}" == "64%"


def test_where_harm_is_rare_most_of_those_found_were_not_harmed() -> None:
    assert ALL.positive_value(0.01) == pytest.approx(float(by_counting("0.956", "0.871", 1, 99)))
    assert f"{ALL.positive_value(0.01):.0%}" == "7%"
    assert SINGLE.positive_value(0.01) < ALL.positive_value(0.01)


@pytest.mark.parametrize(("sensitivity", "specificity"), [(95.6, 0.8), (-0.1, 0.5), (0.5, 1.5)])
def test_a_share_that_is_none_is_refused(sensitivity: float, specificity: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        Accuracy(sensitivity, specificity)


def test_a_rule_that_finds_nobody_has_no_worth() -> None:
    with pytest.raises(ValueError, match="finds nobody"):
        Accuracy(0.5, 1).positive_value(0)
    with pytest.raises(ValueError, match="a share"):
        ALL.positive_value(19)


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region.code)
def test_it_is_raised_by_its_regions_and_by_no_other(region) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    ours = {*PARTS} & {region.name, *WIDER[region.name]}
    prompt = of(bruise(region.name))[TEN_4]
    assert (prompt.reading is Reading.RAISED) == bool(ours)
    assert prompt.rests_on == (("E1",) if ours else ())
    assert bool(prompt.asks) == bool(ours)


def test_forehead_and_shin_do_not_raise_it_and_that_is_no_comfort() -> None:
    prompt = of(bruise("left forehead", "left shin"))[TEN_4]
    assert prompt.reading is Reading.NOT_RAISED
    assert "must be interpreted with caution" in prompt.meaning[0]


def test_a_wide_word_asks_where_on_it() -> None:
    prompt = of(bruise("face"))[TEN_4]
    assert prompt.reading is Reading.DEPENDS
    (asked,) = prompt.open
    assert asked.words == (
        "Where on the “face” was it: on the angle of jaw or the cheek or the eyelid or the subconjunctiva, "
        "or elsewhere?"
    )


def test_a_bruise_of_which_nobody_says_where_asks() -> None:
    assert "Nobody recorded it" in of(bruise())[TEN_4].open[0].words


@pytest.mark.parametrize("facts", [{"patterned": True}, {"shape": "loop"}, {"shape": "teeth"}])
def test_a_pattern_raises_it_wherever_it_is(facts: dict[str, Any]) -> None:
    assert of(bruise("left shin", **facts))[TEN_4].reading is Reading.RAISED


@pytest.mark.parametrize("shape", ["none seen", "clear line"])
def test_no_pattern_does_not(shape: str) -> None:
    assert of(bruise("left shin", shape=shape))[TEN_4].reading is Reading.NOT_RAISED


@pytest.mark.parametrize(
    ("born", "raised"),
    [
        (date(2023, 10, 9), True),
        (date(2023, 10, 8), False),
        (date(2024, 3, 8), True),
    ],
)
def test_any_bruise_on_a_baby_until_the_day_it_is_five_months_old(born: date, *, raised: bool) -> None:
    prompt = of(bruise("left shin"), born=born)[TEN_4]
    assert (prompt.reading is Reading.RAISED) == raised


@pytest.mark.parametrize(("born", "there"), [(date(2020, 3, 9), True), (date(2020, 3, 8), False)])
def test_it_ends_on_the_fourth_birthday(born: date, *, there: bool) -> None:
    assert (TEN_4 in of(bruise("back of left ear", "back"), born=born)) == there


def test_an_age_that_is_not_recorded_or_too_coarse_is_asked() -> None:
    unknown = of(bruise("back"), born=None)[TEN_4]
    assert (unknown.reading, unknown.open[0].words[:7]) == (Reading.DEPENDS, "How old")
    coarse = of(bruise("back", when="2024-03"), born=date(2020, 3, 15))[TEN_4]
    assert (coarse.reading, coarse.open[0].words[:9]) == (Reading.DEPENDS, "Was the c")
    baby = of(bruise("left shin", when="2024-03"), born=date(2023, 10, 15))[TEN_4]
    assert (baby.reading, baby.open[0].words[:9]) == (Reading.DEPENDS, "Was the b")


@pytest.mark.parametrize(
    "cause", ["clotting disorder", "skin disorder", "severe spasticity", "motor vehicle collision"]
)
def test_children_who_were_not_studied_are_outside_and_it_says_why(cause: str) -> None:
    prompt = of(bruise("back", medical_cause=cause))[TEN_4]
    assert prompt.reading is Reading.OUTSIDE
    assert cause in prompt.why


@pytest.mark.parametrize("cause", ["birth injury", "other medical cause"])
def test_no_other_medical_cause_takes_a_child_out(cause: str) -> None:
    assert of(bruise("back", medical_cause=cause))[TEN_4].reading is Reading.RAISED


def test_what_is_no_bruise_is_not_read() -> None:
    assert TEN_4 not in of(entry("injury observed", what="burn", sites=frozenset({"back"})))


def test_one_bruise_is_told_with_its_own_figures_and_their_mark() -> None:
    single = " ".join(of(bruise("back", count=1))[TEN_4].meaning)
    assert "81.5%" in single
    assert "87.6%" in single
    assert "unverified" in single
    several = " ".join(of(bruise("back", "back of left ear"))[TEN_4].meaning)
    assert "95.6%" in several
    assert "87.1%" in several


def test_two_marks_of_one_injury_are_read_together() -> None:
    prompt = of(bruise("back", id_="E1"), bruise("back of left ear", id_="E2"))[TEN_4]
    assert prompt.rests_on == ("E1", "E2")
    assert "95.6%" in prompt.meaning[0]


def test_a_rule_newer_than_the_injury_says_so() -> None:
    assert (
        "2021, after this injury (2010)"
        in of(bruise("back", when="2010-06-18"), born=date(2008, 9, 1))[TEN_4].hindsight
    )
    assert of(bruise("back", when="2021-06-18"), born=date(2020, 1, 1))[TEN_4].hindsight.endswith(
        "the year of the injury."
    )
    assert of(bruise("back"))[TEN_4].hindsight == ""


def test_that_the_groin_counts_as_torso_is_marked_as_our_reading() -> None:
    (found,) = of(bruise("left groin"))[TEN_4].features
    assert found.unverified
    (chest,) = of(bruise("left chest"))[TEN_4].features
    assert not chest.unverified
