"""Tests of NICE CG89's paragraphs and the panel's briefing: what raises them, and what stands open."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from heeded.core.evidence.prompts import RULES, Reading
from tests.core.evidence.prompts.marks import bruise, entry, explained, of

SHAPE, UNEXPLAINED, BABY = "NICE CG89 1.1.1", "NICE CG89 1.1.2", "bruised baby"


@pytest.mark.parametrize("shape", ["hand", "grip", "teeth", "belt", "loop", "stick", "ligature"])
def test_the_shape_of_a_hand_or_thing_at_any_age(shape: str) -> None:
    prompt = of(bruise("left shin", shape=shape), born=date(2010, 1, 1))[SHAPE]
    assert prompt.reading is Reading.RAISED
    assert shape in prompt.features[0].words


def test_a_scalds_clear_line_is_no_such_shape() -> None:
    assert SHAPE not in of(entry("injury observed", what="scald", shape="clear line"))


@pytest.mark.parametrize("fit", ["implausible", "inadequate", "inconsistent"])
def test_several_bruises_and_an_explanation_that_does_not_fit(fit: str) -> None:
    prompt = of(bruise("left shin", multiple=True), explained(fit))[UNEXPLAINED]
    assert prompt.reading is Reading.RAISED
    assert prompt.rests_on == ("E1", "E2")


def test_nobody_has_said_whether_it_fits() -> None:
    several = bruise("left shin", multiple=True)
    assert of(several)[UNEXPLAINED].open[0].words.startswith("How is it said to have come about?")
    unanswered = of(several, explained())[UNEXPLAINED]
    assert unanswered.reading is Reading.DEPENDS
    assert unanswered.open[0].rests_on == ("E2",)
    assert of(several, explained("unsure"))[UNEXPLAINED].reading is Reading.DEPENDS


def test_an_explanation_found_to_fit_does_not_raise_it_and_one_that_does_not_undoes_that() -> None:
    several = bruise("left shin", multiple=True)
    assert of(several, explained("suitable"))[UNEXPLAINED].reading is Reading.NOT_RAISED
    both = of(several, explained("suitable"), explained("implausible", "E3"))[UNEXPLAINED]
    assert both.reading is Reading.RAISED


def test_a_practitioners_answer_of_its_own_counts_like_one_given_with_the_explanation() -> None:
    several, said = bruise("left shin", multiple=True), explained()
    unfit = entry("explanation weighed", "W1", injury="I1", fit="implausible", grounds="both shins")
    raised = of(several, said, unfit)[UNEXPLAINED]
    assert (raised.reading, raised.rests_on) == (Reading.RAISED, ("E1", "W1"))
    fits = entry("explanation weighed", "W2", injury="I1", explanation="He fell.", fit="suitable")
    assert of(several, said, fits)[UNEXPLAINED].reading is Reading.NOT_RAISED
    another = entry("explanation weighed", "W3", injury="I1", explanation="it was the dog", fit="suitable")
    assert of(several, said, another)[UNEXPLAINED].reading is Reading.DEPENDS


def test_an_explanation_of_another_injury_is_not_taken_for_this_ones() -> None:
    several = bruise("left shin", multiple=True)
    assert of(several, explained("implausible", injury="I2"))[UNEXPLAINED].reading is Reading.DEPENDS


@pytest.mark.parametrize("facts", [{"alike": True}, {"count": 3}, {"mobility": "rolling"}])
def test_each_of_its_features(facts: dict[str, Any]) -> None:
    assert of(bruise("left shin", **facts), explained("inadequate"))[UNEXPLAINED].reading is Reading.RAISED


def test_features_from_memory_are_marked() -> None:
    prompt = of(bruise("neck"), explained("inadequate"))[UNEXPLAINED]
    assert prompt.features[0].unverified


def test_one_bruise_on_a_shin_of_a_child_who_walks_has_none() -> None:
    assert UNEXPLAINED not in of(bruise("left shin", mobility="walking"), explained("inadequate"))


def test_a_medical_condition_takes_it_out() -> None:
    found = of(bruise("back", multiple=True, medical_cause="clotting disorder"), explained("inadequate"))
    assert found[UNEXPLAINED].reading is Reading.OUTSIDE


@pytest.mark.parametrize("mobility", ["cannot roll", "rolling", "sitting"])
def test_a_bruise_on_a_baby_who_does_not_move_about(mobility: str) -> None:
    prompt = of(bruise("left shin", mobility=mobility), explained("suitable"))[BABY]
    assert prompt.reading is Reading.RAISED
    assert "unverified" in prompt.meaning[0]


def test_how_a_baby_moves_is_asked_where_nobody_said() -> None:
    assert of(bruise("left shin"), born=date(2023, 6, 1))[BABY].reading is Reading.DEPENDS
    assert BABY not in of(bruise("left shin"), born=date(2022, 6, 1))
    assert BABY not in of(bruise("left shin", mobility="crawling"), born=date(2023, 6, 1))


def test_every_rule_has_a_source_and_says_what_is_unverified() -> None:
    for rule in RULES:
        assert rule.source
        assert rule.unverified
        assert rule.asks
