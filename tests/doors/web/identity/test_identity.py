"""Tests of the pages on who is who: two records side by side, a word on them, and a word taken back."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from heeded.adapters.policy import shipped_sample
from tests.borough import bruised
from tests.casework.identity.test_possible import HOSPITALS, POLICES
from tests.casework.looking.telling import rows
from tests.doors.web.visiting import Answer, said, signed_in, tell


@pytest.fixture
def check(admin: str) -> str:
    """A child of whom two spellings are in the record: where the check stands."""
    now = int(time.time())
    tell(bruised("h1", child=HOSPITALS, now=now), admin)
    tell(bruised("p1", agency="police", child=POLICES, now=now), admin)
    ((act,),) = rows(admin, "SELECT act::text FROM record.assertion")
    return f"/identity/{act}"


@pytest.fixture
def here(admin: str) -> Client:
    """The browser of a coordinator of the hub."""
    from heeded.adapters.record.agencies import forget_agencies  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - as above

    assert admin
    Practitioner.objects.create(
        id="hana-hub",
        email="hana@council.example",
        name="Hana Hub",
        agency_id="council",
        roles=["hub coordinator"],
    )
    forget_agencies()
    return signed_in("hana-hub")


def word(here: Client, verdict: str, page: str) -> Answer:
    """The coordinator's word on a check."""
    return here.post(page, {"verdict": verdict, "reason": "Both wards describe the same scar on his chin"})


def test_the_list_leads_to_the_check_and_the_check_shows_the_two_side_by_side(
    here: Client, check: str
) -> None:
    listed = here.get("/identity").content.decode()
    assert check in listed
    page = here.get(check)
    text = said(page)
    for words in (
        "Tiago Ferreira da Silva",
        "DASILVA Thiago",
        "3 April 2024",
        "4 March 2024",
        "Norhaven police",
    ):
        assert words in text
    assert "day and month the other way round" in text
    assert '<svg viewBox="0 0 680' in page.content.decode()


def test_one_child_is_joined_and_taken_apart_again_with_its_readers_listed(
    here: Client, check: str, admin: str
) -> None:
    joined = word(here, "same", check)
    assert joined.status_code == 302
    assert rows(admin, "SELECT count(DISTINCT person) FROM record.subject") == [(1,)]
    whole = here.get(joined["Location"])
    assert "Both wards describe the same scar" in said(whole)
    moved = re.findall(r'name="references" value="([^"]+)"', whole.content.decode())
    assert len(moved) == 2
    told = {"references": moved[:1], "reason": "The police officer had met his cousin"}
    apart = here.post(joined["Location"], told)
    assert "They are two children now" in said(apart)
    assert rows(admin, "SELECT count(DISTINCT person) FROM record.subject") == [(2,)]


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_another_word_settles_it_and_moves_nobody(here: Client, check: str, admin: str, verdict: str) -> None:
    assert word(here, verdict, check)["Location"] == "/identity"
    assert rows(admin, "SELECT count(DISTINCT person) FROM record.subject") == [(2,)]
    assert "Nothing waits." in said(here.get("/identity"))


def test_no_word_without_a_reason(here: Client, check: str) -> None:
    answer = here.post(check, {"verdict": "same", "reason": " "})
    assert answer.status_code == 400
    assert "How do you know?" in said(answer)


def test_whoever_does_not_decide_who_is_who_reads_nothing(check: str) -> None:
    answer = signed_in("teacher").get(check)
    assert answer.status_code == 403
    assert "Tiago" not in said(answer)
    assert signed_in("dr-okoro").get(check).status_code == 403


def test_of_a_check_that_does_not_exist_nothing_is_there(here: Client, check: str) -> None:
    assert check
    nobody = "/identity/00000000-0000-8000-8000-000000000000"
    assert here.get(nobody).status_code == 404


def test_where_nothing_waits_the_page_says_what_that_means(here: Client) -> None:
    text = said(here.get("/identity"))
    assert "Nothing waits." in text
    assert "does not say that no two records are of one child" in text


def test_the_list_says_why_it_presses(here: Client, check: str) -> None:
    assert check
    text = said(here.get("/identity"))
    assert "It presses because of one of the two: an injury was seen." in text
    assert "Nothing waits." not in text


def test_a_word_is_taken_back_with_a_reason_and_waits_again(here: Client, check: str) -> None:
    word(here, "different", check)
    listed = here.get("/identity").content.decode()
    (undo,) = re.findall(r'href="(/identity/undo/[^"]+)"', listed)
    assert "Why do you take it back?" in said(here.get(undo))
    assert here.post(undo, {"reason": " "}).status_code == 400
    assert check not in listed
    assert here.post(undo, {"reason": "It was another child's red book"})["Location"] == "/identity"
    again = here.get("/identity").content.decode()
    assert check in again
    assert "/identity/undo/" not in again
    assert signed_in("teacher").post(undo, {"reason": "I wish to"}).status_code == 403


def test_after_a_word_the_next_check_opens(here: Client, check: str, admin: str) -> None:
    now = int(time.time())
    mine = replace(HOSPITALS, ref="h9", name="Wanjiru Invented", born=date(2019, 5, 2), postcode="")
    tell(bruised("h9", child=mine, now=now), admin)
    theirs = replace(mine, ref="p9", name="INVENTED Wanjiru", born=date(2019, 2, 5))
    tell(bruised("p9", agency="police", child=theirs, now=now), admin)
    following = word(here, "unsure", check)["Location"]
    assert following.startswith("/identity/")
    assert following != check
    assert 'accesskey="1"' in here.get(following).content.decode()


def test_a_second_reader_is_shown_the_two_and_only_then_the_first_word(
    here: Client, check: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - after Django is set up
    from heeded.bootstrap.keeping import identity  # noqa: PLC0415 - as above

    every = replace(shipped_sample(), share=1.0)
    monkeypatch.setattr(identity, "shipped_sample", lambda: every)
    ivo = {"id": "ivo-hub", "email": "ivo@council.example", "name": "Ivo Hub", "agency_id": "council"}
    Practitioner.objects.create(**ivo, roles=["hub coordinator"])
    word(here, "different", check)
    assert "/identity/second/" not in here.get("/identity").content.decode()
    there = signed_in("ivo-hub")
    (page,) = re.findall(r'href="(/identity/second/[^"]+)"', there.get("/identity").content.decode())
    shown = there.get(page)
    text = said(shown)
    assert "Tiago Ferreira da Silva" in text
    assert "DASILVA Thiago" in text
    assert "Both wards describe the same scar" not in text
    assert "/children/" not in shown.content.decode().partition("<main")[2].partition("</main")[0]
    assert here.get(page).status_code == 404
    assert there.post(page, {"verdict": "same", "reason": " "}).status_code == 400
    told = said(word(there, "same", page))
    assert "You and the first reader differ" in told
    assert "two children" in told
    listed = said(there.get("/identity"))
    assert "the first said “two children”, the second “one child”" in listed
    assert "Two readers agree on 0 of 1 (95 % interval 0 to 79 %) of the words read twice." in listed
