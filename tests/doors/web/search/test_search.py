"""Tests of the page by which a front desk finds a child: by name or number, typed or sent, with no script."""

from __future__ import annotations

import pytest

from tests.doors.web.visiting import ada_now, browser, said, signed_in


@pytest.fixture
def child(admin: str) -> str:
    """Ada, whom the hospital knows."""
    return ada_now(admin)


def test_a_name_turned_round_and_a_date_the_other_way_find_her(child: str) -> None:
    page = said(signed_in("teacher").post("/find", {"name": "INVENTED Ada", "born": "15/2/2024"}))
    assert "1 child may be meant" in page
    assert "There may be a record close match" in page
    assert "Northgate Hospital" in page
    assert "Ada Invented" not in page.replace("INVENTED Ada", "")
    assert child not in page


def test_who_works_with_her_reads_her_name(child: str) -> None:
    answer = signed_in("dr-okoro").post("/find", {"name": "Aida Invented", "born": "2024"})
    assert "Ada Invented, born 15 February 2024" in said(answer).replace(" ,", ",")
    assert f"/children/{child}" in answer.content.decode()


def test_as_somebody_types_the_list_alone_is_answered(child: str) -> None:
    told = {"name": "Ada Invented", "born": "15/2/2024"}
    here = signed_in("teacher")
    answer = here.post("/find", told, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert page.lstrip().startswith('<section id="found"')
    assert "<form" not in page
    assert child in page
    half = here.post("/find", {"name": "Ada", "born": "15/2"}, headers={"HX-Request": "true"})
    assert half.status_code == 200
    assert "may be meant" not in said(half)


def test_nothing_found_does_not_mean_that_nobody_knows_her(admin: str) -> None:
    assert admin
    here = signed_in("teacher")
    page = said(here.post("/find", {"name": "Nobody Atall"}))
    assert "does not mean that no agency knows the child" in page
    assert "Give two words" in said(here.post("/find", {"name": "Nobody"}))


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"name": "Ada", "born": "31/2/2024"}, "Give a day such as 27/3/2022"),
        ({"name": "Ada", "place": "N22"}, "Give a whole postcode"),
    ],
)
def test_what_cannot_be_read_is_said_with_what_to_do(admin: str, told: dict[str, str], wrong: str) -> None:
    assert admin
    answer = signed_in("teacher").post("/find", told)
    assert answer.status_code == 400
    assert wrong in said(answer)


def test_whoever_has_not_signed_in_finds_nobody(admin: str) -> None:
    assert admin
    assert browser().post("/find", {"name": "Ada Invented"}).status_code == 302
