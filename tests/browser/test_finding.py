"""A nurse finds a child by a number, has no part in the matter, breaks the glass; it is reviewed."""

from __future__ import annotations

from tests.browser.borough import Borough
from tests.browser.conftest import Sit
from tests.browser.reader import Reader

REASON = "She was carried in unconscious tonight and nobody at the office answers"


def test_the_glass_is_broken_for_a_child_who_was_found_and_a_named_officer_reviews_it(
    sit: Sit, told: Borough
) -> None:
    nurse = given_a_nurse(sit)
    when_the_nurse_looks_for_a_child_by_number(nurse, told.child("unseen-1")[1])
    then_the_nurse_is_told_whom_to_ring_and_nothing_else(nurse)
    when_the_nurse_opens_the_record_and_says_why(nurse)
    then_the_nurse_learns_that_it_is_closed_to_them(nurse)
    when_the_nurse_breaks_the_glass(nurse)
    then_the_record_is_open_for_three_hours(nurse)
    officer = given_the_named_officer(sit)
    then_the_look_awaits_review(officer)
    when_the_officer_puts_down_what_they_found(officer)
    then_no_look_awaits_review(officer)


def given_a_nurse(sit: Sit) -> Reader:
    return sit("idris-invented")


def when_the_nurse_looks_for_a_child_by_number(nurse: Reader, number: str) -> None:
    nurse.follows("Find a child")
    nurse.picks("NHS number")
    nurse.writes("The number", number)
    nurse.presses("Find by number")


def then_the_nurse_is_told_whom_to_ring_and_nothing_else(nurse: Reader) -> None:
    assert "There may be a record. Ring those who know the child" in nurse.text
    assert "Example-" not in nurse.text


def when_the_nurse_opens_the_record_and_says_why(nurse: Reader) -> None:
    nurse.follows("Open the record")
    assert "Say why you look" in nurse.text
    nurse.picks("safeguarding this child")
    nurse.presses("Go on")


def then_the_nurse_learns_that_it_is_closed_to_them(nurse: Reader) -> None:
    assert "Ring those who may hold it" in nurse.text
    assert "Example-" not in nurse.text


def when_the_nurse_breaks_the_glass(nurse: Reader) -> None:
    nurse.follows("Break the glass")
    nurse.picks("a child may be in danger now")
    nurse.writes("Your reason, in a sentence", REASON)
    nurse.presses("Break the glass")


def then_the_record_is_open_for_three_hours(nurse: Reader) -> None:
    assert "The glass is broken: the record is open to you until" in nurse.text
    assert "What came last" in nurse.text


def given_the_named_officer(sit: Sit) -> Reader:
    return sit("june-invented")


def then_the_look_awaits_review(officer: Reader) -> None:
    officer.follows("Looks to review")
    assert f"“{REASON}”" in officer.text
    assert "Idris Invented" in officer.text


def when_the_officer_puts_down_what_they_found(officer: Reader) -> None:
    officer.writes("In a sentence", "The child was unconscious, and the hub was closed")
    officer.presses("Put down what I found")


def then_no_look_awaits_review(officer: Reader) -> None:
    assert "No look awaits your agency's review now" in officer.text
