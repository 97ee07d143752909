"""Tests of disagreeing: opened with grounds, climbed step by step, and settled by neither side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from heeded.casework.acting import Desk, NotAllowed, NotNow, NotYours, Unfit
from heeded.casework.acts import Disagreement, Settlement, answer, disagree, resolve, take_up, withdraw
from heeded.casework.ports.notices import Why
from tests.borough import NOW, bruised
from tests.casework.acts.people import (
    DOCTOR,
    LEAD,
    NURSE,
    OFFICER,
    TEACHER,
    by,
    child_of,
    notices,
    owed,
    pass_time,
    told,
)

REASONS = "the scan shows that the injury is older than two weeks"
TO_RAISED = "the marks that they saw are on the scan too"
TO_DENIED = "the calm home was seen before the injury arose"


def settling(child: str, key: str) -> Settlement:
    """What somebody above both would say."""
    return Settlement(
        child=child, disagreement=key, reasons=REASONS, to_raised=TO_RAISED, to_denied=TO_DENIED
    )


def opened(child: str, desk: Desk) -> str:
    """The hospital disagrees with social care; the key of the disagreement."""
    wrong = Disagreement(
        child=child, question="is it safe for her to go home", sides=frozenset({"children's social care"})
    )
    return disagree(wrong, by(DOCTOR, "o1"), desk).keys["disagreement"]


def test_a_disagreement_is_owed_an_answer_by_both_sides_and_climbs_by_itself(desk: Desk) -> None:
    child = child_of(told(bruised()))
    opened(child, desk)
    assert {("hospital", "disagreement-step-1"), ("council", "disagreement-step-1")} <= owed(child)
    assert {("hospital", Why.DISAGREEMENT), ("council", Why.DISAGREEMENT)} <= {*notices()}
    assert ("council", "disagreement-step-2") not in owed(child)
    pass_time(NOW + 2 * 86_400)
    assert {("council", "disagreement-step-2"), ("hospital", "disagreement-step-2")} <= owed(child)
    assert ("council", Why.OVERDUE) in notices()


def test_it_is_settled_by_neither_side_and_with_reasons(desk: Desk) -> None:
    child = child_of(told(bruised()))
    key = opened(child, desk)
    for side in (DOCTOR, LEAD):
        with pytest.raises(NotYours, match="never resolved by one of its sides"):
            resolve(settling(child, key), by(side, f"r-{side.id}", NOW + 90), desk)
    with pytest.raises(NotAllowed):
        resolve(settling(child, key), by(OFFICER, "r1", NOW + 90), desk)


@pytest.mark.parametrize(
    "unsaid",
    [
        lambda whole: replace(whole, reasons="it is fine"),
        lambda whole: replace(whole, to_raised="we saw"),
        lambda whole: replace(whole, to_denied=""),
    ],
)
def test_a_settlement_that_does_not_answer_each_side_settles_nothing(
    unsaid: Callable[[Settlement], Settlement], desk: Desk
) -> None:
    child = child_of(told(bruised()))
    key = opened(child, desk)
    with pytest.raises(Unfit, match="do not answer"):
        resolve(unsaid(settling(child, key)), by(OFFICER, "r0", NOW + 90), desk)


def test_one_side_does_not_take_it_back_either(desk: Desk) -> None:
    child = child_of(told(bruised()))
    wrong = Disagreement(child=child, question="is it safe", sides=frozenset({"children's social care"}))
    done = disagree(wrong, by(DOCTOR, "o1"), desk)
    with pytest.raises(NotYours, match="not taken back by one side"):
        withdraw(done.entry, child, "we have made it up", by(DOCTOR, "w1", NOW + 90), desk)


@pytest.mark.parametrize("who", [NURSE, LEAD])
def test_the_other_side_answers_and_it_is_taken_up_one_step_after_another(desk: Desk, who: object) -> None:
    child = child_of(told(bruised()))
    key = opened(child, desk)
    acting = LEAD if who is LEAD else NURSE
    answer(child, key, "we saw the home and it was calm", by(acting, "a1", NOW + 90), desk)
    take_up(child, key, 2, by(acting, "t1", NOW + 100), desk)
    with pytest.raises(NotNow, match="reached step 2"):
        take_up(child, key, 2, by(DOCTOR, "t2", NOW + 110), desk)
    with pytest.raises(NotNow, match="none of this name"):
        answer(child, "hospital:another", "what of it", by(acting, "a2", NOW + 120), desk)


def test_whoever_has_no_part_in_the_child_opens_none(desk: Desk) -> None:
    child = child_of(told(bruised()))
    wrong = Disagreement(child=child, question="is it safe", sides=frozenset({"hospital"}))
    with pytest.raises(NotAllowed):
        disagree(wrong, by(TEACHER, "o1"), desk)
