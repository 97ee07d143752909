"""Tests of the handbook's pages: all of it is there, found, and shown with what is in doubt."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest

from heeded.bootstrap import open_handbook
from heeded.bootstrap.running import counting
from heeded.core.procedures.account.search import search
from tests.doors.web.visiting import ada_now, browser, said, signed_in

HANDBOOK = open_handbook()


def test_whoever_has_not_signed_in_is_asked_to(admin: str) -> None:
    assert admin
    assert browser().get("/handbook").status_code == 302


@pytest.mark.parametrize("who", ["worker", "board", "administrator", "records"])
def test_anybody_signed_in_reads_every_chapter_and_all_of_its_rules(admin: str, who: str) -> None:
    assert admin
    reader = signed_in(who)
    contents = reader.get("/handbook")
    assert contents.status_code == 200
    chapters = re.findall(r'href="(/handbook/chapters/[^"#]+)"', contents.content.decode())
    assert len(chapters) == len(HANDBOOK.steps)
    shown: set[str] = set()
    for address in chapters:
        answer = reader.get(address)
        assert answer.status_code == 200
        shown |= {*re.findall(r'href="/handbook/rules/([^"#]+)"', answer.content.decode())}
    assert {rule.name for rule in HANDBOOK.rules} <= shown


def test_every_rule_has_a_page_with_its_examples_and_its_doubts(admin: str) -> None:
    assert admin
    reader = signed_in("worker")
    for name in dict.fromkeys(rule.name for rule in HANDBOOK.rules):
        words = unescape(said(reader.get(f"/handbook/rules/{name}")))
        titles = [
            example.title
            for example in HANDBOOK.examples
            if name in {one.rule for one in (*example.expected, *example.not_owed)}
        ]
        assert titles
        for rule in HANDBOOK.rules_named(name):
            assert (not rule.unverified) or "Unverified" in words
            assert rule.owner in words
        assert "No example names this rule" not in words


def test_a_rule_is_found_by_its_published_number(admin: str) -> None:
    assert admin
    answer = signed_in("worker").get("/handbook/rules/RE-02")
    assert answer.status_code == 200
    assert "RE-02" in said(answer)


@pytest.mark.parametrize(
    "address",
    ["/handbook/rules/no-such-rule", "/handbook/chapters/99-none", "/handbook/editions/1815"],
)
def test_what_is_not_in_the_book_is_not_there(admin: str, address: str) -> None:
    assert admin
    assert signed_in("worker").get(address).status_code == 404


def test_an_edition_tells_what_it_changed(admin: str) -> None:
    assert admin
    reader = signed_in("worker")
    for edition in HANDBOOK.editions:
        assert reader.get(f"/handbook/editions/{edition.name}").status_code == 200
    words = said(reader.get("/handbook/editions/2013"))
    assert "Rules that came" in words


def test_a_search_finds_rules_and_paragraphs_with_every_word(admin: str) -> None:
    assert admin
    reader = signed_in("worker")
    assert "Suspicion is referred at once" in said(reader.get("/handbook", {"q": "Suspicion REFERRED"}))
    assert "0 places" in said(reader.get("/handbook", {"q": "zebra crossing"}))
    assert [*search(HANDBOOK, "  ")] == []


def test_what_is_sought_is_never_html_of_its_own(admin: str) -> None:
    assert admin
    answer = signed_in("worker").get("/handbook", {"q": "<script>alert(1)</script>"})
    assert b"<script>alert" not in answer.content


def test_how_well_rules_are_kept_is_not_told_before_it_was_counted_and_small_numbers_never(
    admin: str,
) -> None:
    reader = signed_in("worker")
    assert "Not counted yet" in said(reader.get("/handbook/rules/suspicion-is-referred-at-once"))
    ada_now(admin)
    counting.count(int(time.time()))
    words = said(reader.get("/handbook/rules/suspicion-is-referred-at-once"))
    assert "Counted" in words
    assert "fewer than 5 children" in words
    some = [
        said(reader.get(f"/handbook/rules/{name}"))
        for name in dict.fromkeys(rule.name for rule in HANDBOOK.rules)
    ]
    assert any("Numbers below five are not told" in each for each in some)
    assert not any("Kept in time:" in each for each in some), "one child alone makes no share"


def test_whoever_may_see_no_figures_reads_the_book_without_them(admin: str) -> None:
    ada_now(admin)
    counting.count(int(time.time()))
    words = said(signed_in("administrator").get("/handbook/rules/suspicion-is-referred-at-once"))
    assert "Counted" not in words
    assert "Nothing in the policy permits it" in words
