"""A manager reads the record of Child T: injuries, accounts, who may have been there."""

from __future__ import annotations

import re

from tests.browser.borough import Borough
from tests.browser.conftest import Sit
from tests.browser.reader import Reader

SECTIONS = (
    "Who leads",
    "What is owed, and by whom",
    "Where those who know the child disagree",
    "What is in force",
    "What came last",
    "Who knows the child",
)


def test_the_record_of_a_child_is_read_by_somebody_who_says_why(sit: Sit, told: Borough) -> None:
    manager = given_a_manager(sit)
    when_the_record_is_opened(manager, told.child("child-t")[0])
    then_nothing_is_shown_before_the_manager_says_why(manager)
    when_the_manager_says_why(manager)
    then_the_whole_record_is_there_under_its_headings(manager)
    then_a_mark_leads_to_what_was_told_of_it(manager)
    when_the_manager_turns_to_a_disagreement(manager)
    then_both_answers_stand_there_and_it_is_open(manager)
    when_the_manager_goes_back_and_to_a_sibling(manager)
    then_why_is_asked_anew(manager)


def given_a_manager(sit: Sit) -> Reader:
    return sit("cora-invented")


def when_the_record_is_opened(manager: Reader, child: str) -> None:
    manager.goes(f"/children/{child}")


def then_nothing_is_shown_before_the_manager_says_why(manager: Reader) -> None:
    assert "Say why you look" in manager.text
    assert "Child T" not in manager.text


def when_the_manager_says_why(manager: Reader) -> None:
    manager.picks("safeguarding this child")
    manager.presses("Go on")


def then_the_whole_record_is_there_under_its_headings(manager: Reader) -> None:
    headings = manager.page.get_by_role("heading", level=2).all_inner_texts()
    assert [each for each in headings if each in SECTIONS] == list(SECTIONS)


def then_a_mark_leads_to_what_was_told_of_it(manager: Reader) -> None:
    manager.follows("Injuries")
    assert manager.page.locator(".seen-map svg").count()
    manager.follows(manager.page.locator("[id^=mark-] > a").first.inner_text())
    assert "Injury observed" in manager.page.locator(":target h3").inner_text()


def when_the_manager_turns_to_a_disagreement(manager: Reader) -> None:
    manager.follows("Now")
    manager.follows(re.compile("^Answer, take up or settle: "))


def then_both_answers_stand_there_and_it_is_open(manager: Reader) -> None:
    manager.pictures("disagreement")
    headings = manager.page.get_by_role("heading", level=4).all_inner_texts()
    assert headings[:2] in (
        ["Those who see harm", "Those who see none"],
        ["Those who raised it", "Those with whom they disagree"],
    )
    assert "Open, at step" in manager.text
    assert "Settle it" in manager.text


def when_the_manager_goes_back_and_to_a_sibling(manager: Reader) -> None:
    manager.page.go_back()
    manager.follows("Family")
    manager.follows(manager.page.locator("main tbody th a").last.inner_text())


def then_why_is_asked_anew(manager: Reader) -> None:
    assert "Say why you look" in manager.text
