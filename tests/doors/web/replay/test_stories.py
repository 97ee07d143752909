"""Tests of stories told step by step: every step, its ways on and back, and the warning that never leaves."""

from __future__ import annotations

import re

import pytest

from tests.doors.web.visiting import browser, said, signed_in

WARNING = "What is known now was not known then"


def test_whoever_has_not_signed_in_is_asked_to(admin: str) -> None:
    assert admin
    assert browser().get("/replay/stories/child-t/1").status_code == 302


@pytest.mark.parametrize("name", ["child-t", "bruised-baby"])
def test_a_story_is_walked_through_from_its_first_step_to_its_last(admin: str, name: str) -> None:
    assert admin
    reader = signed_in("board")
    overview = reader.get(f"/replay/stories/{name}")
    assert WARNING in said(overview)
    answer, walked = overview, 0
    address = f"/replay/stories/{name}/1"
    while address:
        answer = reader.get(address)
        assert answer.status_code == 200, address
        assert WARNING in said(answer)
        walked += 1
        onward = re.search(r'<a rel="next" href="([^"]+)"', answer.content.decode())
        address = onward[1] if onward else ""
    listed = re.findall(rf'href="(/replay/stories/{name}/\d+)"', overview.content.decode())
    assert walked == len(set(listed)) > 10
    assert "What it comes to" in said(answer)
    assert "days before the children were protected" in said(answer)


def test_it_says_who_knew_what_by_then_an_agency_a_column(admin: str) -> None:
    assert admin
    first = said(signed_in("worker").get("/replay/stories/child-t/1"))
    assert "Who knew what by then" in first
    assert "did not know" in first
    assert "What would have been asked now" in first


def test_a_rule_that_nobody_had_agreed_then_says_so(admin: str) -> None:
    assert admin
    reader = signed_in("worker")
    told = " ".join(said(reader.get(f"/replay/stories/child-t/{number}")) for number in range(1, 8))
    assert "nobody had agreed it then" in told


def test_it_is_told_as_known_to_one_agency_and_by_another_edition(admin: str) -> None:
    assert admin
    reader = signed_in("worker")
    answer = reader.get("/replay/stories/child-t/1", {"known": "police", "edition": "2023"})
    words = said(answer)
    assert "alone" in words
    assert "judged by edition 2023" in words
    assert "Who knew what by then" not in words
    assert "edition=2023&amp;known=police" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/replay/stories/nobody",
        "/replay/stories/child-t/0",
        "/replay/stories/child-t/9999",
        "/replay/stories/child-t/1?ending=happy",
        "/replay/stories/child-t/1?edition=1815",
        "/replay/stories/child-t/1?known=nobody",
    ],
)
def test_what_is_no_part_of_a_story_is_not_there(admin: str, address: str) -> None:
    assert admin
    assert signed_in("worker").get(address).status_code == 404
