"""A story walked through by keyboard, and a child's record replayed by a named nurse who says why."""

from __future__ import annotations

import re

from tests.browser.borough import Borough
from tests.browser.conftest import Sit
from tests.browser.reader import Reader

WARNING = "What is known now was not known then"


def test_a_story_is_walked_through_and_seen_with_the_eyes_of_one_agency(sit: Sit) -> None:
    scrutineer = given_a_scrutineer(sit)
    when_the_story_is_begun(scrutineer)
    then_it_says_what_was_known_to_whom_and_what_was_asked(scrutineer)
    when_the_scrutineer_goes_on(scrutineer, 3)
    then_the_way_back_is_there(scrutineer)
    when_the_last_step_is_come_to(scrutineer)
    then_it_says_what_it_comes_to(scrutineer)
    when_it_is_told_as_known_to_the_police(scrutineer)


def test_a_record_is_replayed_by_whoever_says_what_they_want_to_learn(sit: Sit, told: Borough) -> None:
    nurse = given_a_named_nurse(sit)
    when_the_record_is_replayed(nurse, told.child("child-t")[0])
    then_nothing_is_shown_before_the_nurse_says_why(nurse)
    when_the_nurse_says_why(nurse)
    then_the_moments_of_the_record_are_there(nurse)
    when_the_nurse_goes_to_the_first_step(nurse)


def given_a_scrutineer(sit: Sit) -> Reader:
    return sit("una-invented")


def when_the_story_is_begun(scrutineer: Reader) -> None:
    scrutineer.goes("/replay")
    scrutineer.follows(re.compile("^Child T"))
    scrutineer.follows("Begin at the first step")


def then_it_says_what_was_known_to_whom_and_what_was_asked(scrutineer: Reader) -> None:
    for words in (WARNING, "Who knew what by then", "What would have been asked now", "Step 1 of"):
        assert words in scrutineer.text
    assert scrutineer.page.locator("table.knew thead th").count() == 7


def when_the_scrutineer_goes_on(scrutineer: Reader, steps: int) -> None:
    for _ in range(steps):
        scrutineer.follows(re.compile("^Next step"))


def then_the_way_back_is_there(scrutineer: Reader) -> None:
    scrutineer.follows(re.compile("Step before$"))
    assert "Step 3 of" in scrutineer.text


def when_the_last_step_is_come_to(scrutineer: Reader) -> None:
    found = re.search(r"Step \d+ of (\d+)", scrutineer.text)
    assert found is not None
    scrutineer.goes(f"/replay/stories/child-t/{found[1]}")


def then_it_says_what_it_comes_to(scrutineer: Reader) -> None:
    assert "days before the children were protected" in scrutineer.text
    assert WARNING in scrutineer.text


def when_it_is_told_as_known_to_the_police(scrutineer: Reader) -> None:
    scrutineer.goes("/replay/stories/child-t/1?known=police")
    assert "as known to the Metropolitan Police alone" in scrutineer.text


def given_a_named_nurse(sit: Sit) -> Reader:
    return sit("june-invented")


def when_the_record_is_replayed(nurse: Reader, child: str) -> None:
    nurse.goes(f"/replay/children/{child}")


def then_nothing_is_shown_before_the_nurse_says_why(nurse: Reader) -> None:
    assert "Before a record is replayed" in nurse.text
    assert "moments" not in nurse.text


def when_the_nurse_says_why(nurse: Reader) -> None:
    nurse.writes("What you want to learn, in a sentence", "who knew of the first injury and when")
    nurse.presses("Go on")


def then_the_moments_of_the_record_are_there(nurse: Reader) -> None:
    assert WARNING in nurse.text
    assert nurse.page.locator(".moments li").count() > 5


def when_the_nurse_goes_to_the_first_step(nurse: Reader) -> None:
    nurse.follows("Begin at the first step")
    assert "What would have been asked now" in nurse.text
