"""A manager steps through the injuries of Child T and goes from the drawn chronology to what was told."""

from __future__ import annotations

import re

from tests.browser.borough import Borough
from tests.browser.conftest import Sit
from tests.browser.reader import Reader

EARLIER, LATER = re.compile("^Earlier: "), re.compile("^Later: ")


def test_injuries_add_up_day_by_day_on_one_body(sit: Sit, told: Borough) -> None:
    manager = given_a_manager_before_the_injuries(sit, told)
    last = then_what_is_new_is_told_apart_by_a_word(manager)
    when_the_manager_goes_back_to_the_first_day(manager)
    first = then_what_is_new_is_told_apart_by_a_word(manager)
    then_only_what_was_seen_by_then_is_there(first, last)
    when_the_manager_goes_on_by_a_day(manager)
    then_what_was_seen_before_is_still_there(manager)


def test_with_scripts_the_body_alone_changes_and_the_address_with_it(sit: Sit, told: Borough) -> None:
    manager = given_a_manager_before_the_injuries(sit, told, scripted=True)
    manager.page.evaluate("() => { document.querySelector('h1').dataset.kept = 'yes'; }")
    before = manager.page.locator("#by-day-title").inner_text()
    manager.page.get_by_role("link", name=EARLIER).click()
    manager.page.wait_for_url(re.compile(r"\?by="))
    manager.page.wait_for_function(
        "before => document.querySelector('#by-day-title').innerText !== before", arg=before
    )
    assert manager.page.locator("h1").get_attribute("data-kept") == "yes"
    assert manager.page.locator("#by-day").count() == 1
    manager.looks()


def test_a_mark_of_the_drawn_chronology_leads_to_what_was_told(sit: Sit, told: Borough) -> None:
    manager = given_a_manager_before_the_injuries(sit, told)
    manager.follows("Chronology")
    mark = manager.page.locator(".drawing a[aria-label*='injury observed']").first
    manager.follows(mark.get_attribute("aria-label") or "")
    assert "Injury observed" in manager.page.locator(":target h3").inner_text()


def given_a_manager_before_the_injuries(sit: Sit, told: Borough, *, scripted: bool = False) -> Reader:
    manager = sit("cora-invented", scripted=scripted)
    manager.goes(f"/children/{told.child('child-t')[0]}/injuries")
    manager.picks("safeguarding this child")
    manager.presses("Go on")
    return manager


def then_what_is_new_is_told_apart_by_a_word(manager: Reader) -> list[str]:
    """The rows of the table beneath the drawing."""
    rows = manager.page.locator("#by-day tbody tr")
    assert "new" in rows.first.locator("th").inner_text()
    texts: list[str] = rows.all_inner_texts()
    return texts


def when_the_manager_goes_back_to_the_first_day(manager: Reader) -> None:
    while manager.page.get_by_role("link", name=EARLIER).count():
        manager.follows(EARLIER)


def then_only_what_was_seen_by_then_is_there(first: list[str], last: list[str]) -> None:
    assert len(first) == 1 < len(last)


def when_the_manager_goes_on_by_a_day(manager: Reader) -> None:
    manager.follows(LATER)


def then_what_was_seen_before_is_still_there(manager: Reader) -> None:
    heads = manager.page.locator("#by-day tbody th").all_inner_texts()
    assert [("new" in each) for each in heads] == [True, False]
