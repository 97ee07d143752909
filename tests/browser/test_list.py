"""A hub coordinator's morning: the list, what was read of it, notices, the way past the navigation."""

from __future__ import annotations

import re

from tests.browser.borough import Borough
from tests.browser.conftest import Sit
from tests.browser.reader import Reader

NOBODY = "00000000-0000-8000-8000-000000000000"


def test_the_list_is_read_line_by_line_and_notices_after_it(sit: Sit) -> None:
    coordinator = given_a_coordinator(sit)
    when_the_list_is_opened(coordinator)
    then_the_navigation_can_be_passed_by(coordinator)
    then_every_line_says_what_is_owed_why_and_by_when(coordinator)
    when_the_first_line_is_read(coordinator)
    then_the_line_says_who_read_it(coordinator)
    when_a_notice_is_read(coordinator)
    then_it_is_no_longer_new(coordinator)


def given_a_coordinator(sit: Sit) -> Reader:
    return sit("dafydd-invented")


def when_the_list_is_opened(coordinator: Reader) -> None:
    coordinator.goes("/?whose=agency")


def then_the_navigation_can_be_passed_by(coordinator: Reader) -> None:
    coordinator.jumps("link", "Skip to the content")
    coordinator.page.keyboard.press("Tab")
    assert coordinator.focused == "Mine"


def then_every_line_says_what_is_owed_why_and_by_when(coordinator: Reader) -> None:
    for part in (".left", ".owed", ".because", ".clause"):
        words = coordinator.page.locator(f".line {part}").all_text_contents()
        assert words
        assert all(words)


def when_the_first_line_is_read(coordinator: Reader) -> None:
    coordinator.presses(re.compile("^I have read this"))


def then_the_line_says_who_read_it(coordinator: Reader) -> None:
    assert "Read by Dafydd Invented" in coordinator.page.locator(":target").inner_text()


def when_a_notice_is_read(coordinator: Reader) -> None:
    coordinator.follows("Notices")
    assert "not read" in coordinator.page.locator(".line").first.inner_text()
    coordinator.ticks(re.compile("^I have read this"))
    coordinator.presses("Mark as read")


def then_it_is_no_longer_new(coordinator: Reader) -> None:
    assert "Read " in coordinator.page.locator(".line .read-by").first.inner_text()


def test_whoever_is_connected_with_a_household_finds_nothing_there(sit: Sit, told: Borough) -> None:
    uncle = sit("bram-invented")
    pages = []
    for child in (told.child("answered-2")[0], NOBODY):
        uncle.goes(f"/children/{child}")
        uncle.picks("safeguarding this child")
        uncle.presses("Go on", answer=404)
        pages.append(uncle.text)
    assert pages[0] == pages[1]
    assert "Nothing was found" in pages[0]
