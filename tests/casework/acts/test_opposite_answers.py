"""A disagreement that opens by itself, on a record: answered, taken up, and closed by neither side."""

from __future__ import annotations

import pytest

from heeded.casework.acting import Desk, NotNow, NotYours, Telling
from heeded.casework.acts import answer, record, resolve, take_up, withdraw
from heeded.core.evidence.disagreement.opposition import oppositions
from tests.borough import NOW, bruised
from tests.casework.acts.people import (
    DOCTOR,
    LEAD,
    NURSE,
    by,
    child_of,
    chronology,
    notices,
    owed,
    pass_time,
    told,
)
from tests.casework.acts.test_disagree import settling

SAFE = "would the child be safe at home"


def opposite(desk: Desk) -> tuple[str, str, str]:
    """The doctor and social care answer a question in opposite ways: child, key, later entry."""
    child = child_of(told(bruised()))
    worried = {"answers": SAFE, "strength": "suspect", "grounds": "the marks are on both cheeks"}
    easy = {"answers": SAFE, "conclusion": "no concerns", "grounds": "the home is clean"}
    record(Telling(kind="concern raised", child=child, facts=worried), by(DOCTOR, "c1"), desk)
    assert not oppositions(chronology(child).as_known())
    done = record(Telling(kind="view recorded", child=child, facts=easy), by(LEAD, "v1", NOW + 70), desk)
    (found,) = oppositions(chronology(child).as_known())
    assert found.question == SAFE
    return child, found.key, done.entry


def test_it_is_owed_to_both_sides_at_once_though_nobody_opened_it_and_climbs(desk: Desk) -> None:
    child, _, _ = opposite(desk)
    assert {("hospital", "disagreement-step-1"), ("council", "disagreement-step-1")} <= owed(child)
    pass_time(NOW + 2 * 86_400)
    assert {("council", "disagreement-step-2"), ("hospital", "disagreement-step-2")} <= owed(child)
    assert notices()


def test_neither_side_settles_it_or_takes_its_answer_back(desk: Desk) -> None:
    child, key, later = opposite(desk)
    for side in (DOCTOR, LEAD):
        with pytest.raises(NotYours, match="never resolved by one of its sides"):
            resolve(settling(child, key), by(side, f"r-{side.id}", NOW + 90), desk)
    with pytest.raises(NotYours, match="not taken back by one side"):
        withdraw(later, child, "we looked again", by(LEAD, "w1", NOW + 90), desk)
    came_round = {"answers": SAFE, "conclusion": "concern", "grounds": "she told us"}
    record(Telling(kind="view recorded", child=child, facts=came_round), by(LEAD, "v2", NOW + 100), desk)
    assert ("hospital", "disagreement-step-1") in owed(child)


def test_it_is_answered_and_taken_up_by_its_key_as_one_that_was_opened(desk: Desk) -> None:
    child, key, _ = opposite(desk)
    answer(child, key, "we saw the home and it was calm", by(LEAD, "a1", NOW + 90), desk)
    take_up(child, key, 2, by(NURSE, "t1", NOW + 100), desk)
    with pytest.raises(NotNow, match="reached step 2"):
        take_up(child, key, 2, by(DOCTOR, "t2", NOW + 110), desk)
    with pytest.raises(NotNow, match="none of this name"):
        answer(child, "record:opposite answers none", "what of it", by(LEAD, "a2", NOW + 120), desk)
