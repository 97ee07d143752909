"""Somebody reads the handbook: by its contents, by a search, by a rule and its examples, and an edition."""

from __future__ import annotations

import re

from tests.browser.conftest import Sit
from tests.browser.reader import Reader


def test_a_rule_is_found_read_with_its_examples_and_seen_in_its_chapter(sit: Sit) -> None:
    reader = given_a_practitioner(sit)
    when_the_handbook_is_opened(reader)
    when_a_rule_is_sought_and_opened(reader)
    then_it_says_what_is_asked_by_whose_agreement_and_what_is_in_doubt(reader)
    then_how_well_it_is_kept_stands_beside_it_without_a_ranking(reader)
    when_the_reader_turns_to_its_chapter(reader)
    then_the_chapter_is_read_with_its_rules_and_drawn(reader)
    when_the_reader_turns_the_page(reader)
    when_an_edition_is_looked_at(reader)


def given_a_practitioner(sit: Sit) -> Reader:
    return sit("cora-invented")


def when_the_handbook_is_opened(reader: Reader) -> None:
    reader.goes("/handbook")


def when_a_rule_is_sought_and_opened(reader: Reader) -> None:
    reader.writes("Search the handbook", "suspicion referred")
    reader.presses("Search")
    reader.follows("Suspicion is referred at once")


def then_it_says_what_is_asked_by_whose_agreement_and_what_is_in_doubt(reader: Reader) -> None:
    for words in ("Owed by", "Agreed", "Unverified", "Examples", "The rule drawn"):
        assert words in reader.text
    assert reader.page.locator("table").count() >= 3


def then_how_well_it_is_kept_stands_beside_it_without_a_ranking(reader: Reader) -> None:
    kept = " ".join(reader.page.locator("section[aria-labelledby=kept]").inner_text().split())
    for word in ("kept late", "overdue", "missed", "departed", "not assessable"):
        assert word in kept
    assert "They rank nobody" in kept


def when_the_reader_turns_to_its_chapter(reader: Reader) -> None:
    reader.follows("Telling social care")


def then_the_chapter_is_read_with_its_rules_and_drawn(reader: Reader) -> None:
    assert reader.page.locator("article.rule").count() == 9
    drawn = reader.page.get_by_role("img", name=re.compile("^The rules drawn"))
    assert drawn.locator("path.rule, path.gate").count() == 9


def when_the_reader_turns_the_page(reader: Reader) -> None:
    reader.follows("Passing a matter on")


def when_an_edition_is_looked_at(reader: Reader) -> None:
    reader.goes("/handbook/editions/2013")
    assert "What is otherwise than in the edition before it" in reader.text
