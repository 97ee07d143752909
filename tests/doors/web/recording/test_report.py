"""Tests of recording in a minute: kept as it is written, sent once, and what is known and asked."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests.casework.looking.telling import rows
from tests.doors.web.visiting import Answer, ada_now, opened, said, signed_in

YESTERDAY = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
TODAY = datetime.now(UTC).date().isoformat()
REPORT: dict[str, Any] = {
    "version": "0",
    "window": "w1",
    "day": YESTERDAY,
    "time": "09:30",
    "what": "Two bruises on the ear, seen at the nursery",
    "concern-strength": "suspect",
    "concern-grounds": "no fall explains both ears",
    "injury-what": "bruise",
    "injury-sites": ["ear"],
    "explanation-speaker-name": "her mother",
    "explanation-words": "she fell",
}
NEW = {"about": "new", "child-name": "Bo Invented", "child-born": "2023-01-31"}
KEEP = {"HX-Request": "true"}


def new(here: Client, child: str = "") -> str:
    answer = here.get(f"/children/{child}/record" if child else "/record")
    assert answer.status_code == 302
    return str(answer["Location"]).partition("?")[0]


def kinds(admin: str, agency: str = "council") -> list[str]:
    found = rows(admin, "SELECT kind FROM record.entry WHERE agency = %s ORDER BY kind", agency)
    return [kind for (kind,) in found]


def drafts(admin: str) -> int:
    ((count,),) = rows(admin, "SELECT count(*) FROM record.draft")
    return int(count)


def version(answer: Answer) -> str:
    found = re.search(r'id="version" value="(\d+)"', answer.content.decode())
    assert found, said(answer)
    return found[1]


def share(here: Client, page: str, colleague: str) -> None:
    assert here.post(f"{page}/shared", {"colleague": colleague}).status_code == 302


def test_a_new_page_leaves_no_draft_behind(admin: str) -> None:
    here = signed_in("worker")
    page = new(here)
    assert "Who is the child?" in said(here.get(page))
    here.post(page, {"do": "keep", "day": TODAY, "sought": "Ad", "version": "0", "window": "w"}, headers=KEEP)
    assert drafts(admin) == 0


def test_nothing_is_called_wrong_before_it_is_to_be_sent(admin: str) -> None:
    here = signed_in("worker")
    page = new(here)
    unnamed = {**NEW, "child-name": "", "what": "A bruise", "window": "w"}
    begun = here.get(page).content.decode()
    here.post(page, {**unnamed, "do": "save", "version": "0"})
    kept = here.get(page)
    assert drafts(admin) == 1
    for each in (begun, kept.content.decode()):
        assert "This field is required" not in each
        assert "aria-invalid" not in each
    sent = here.post(page, {**unnamed, "do": "send", "version": version(kept)})
    assert sent.status_code == 400
    assert "name: This field is required" in said(sent)


def test_it_is_kept_as_it_is_written_and_is_there_again(admin: str) -> None:
    here = signed_in("worker")
    page = new(here)
    first = here.post(page, {**REPORT, "do": "keep"}, headers=KEEP)
    assert (first["Heeded-Kept"], version(first)) == ("kept", "1")
    second = here.post(page, {**REPORT, "what": "Three bruises", "version": "1", "do": "keep"}, headers=KEEP)
    assert version(second) == "2"
    shown = here.get(page).content.decode()
    assert "Three bruises" in shown
    assert re.search(r'<details class="part" id="part-concern" open>', shown)
    assert 'id="part-view">' in shown
    assert drafts(admin) == 1
    assert kinds(admin) == []


def test_a_report_about_a_new_child_is_sent_whole_once_and_says_what_is_asked(admin: str) -> None:
    here = signed_in("worker")
    page = new(here)
    sent = here.post(page, {**REPORT, **NEW, "do": "send"})
    assert sent["Location"] == f"{page}/sent", said(sent)
    told = ["concern raised", "explanation given", "injury observed", "observation recorded"]
    assert kinds(admin) == told
    shown = said(here.get(f"{page}/sent"))
    assert "It stands in the record" in shown
    assert "4 entries stand there" in shown
    assert here.get(page)["Location"] == f"{page}/sent"
    again = here.post(page, {**REPORT, **NEW, "do": "send"})
    assert again["Location"] == f"{page}/sent"
    assert kinds(admin) == told
    assert rows(admin, "SELECT content FROM record.draft") == [({},)]


def test_whoever_sees_their_own_words_alone_is_told_what_those_ask(admin: str) -> None:
    here = signed_in("dr-okoro")
    page = new(here)
    here.post(page, {**REPORT, **NEW, "do": "send"})
    shown = said(here.get(f"{page}/sent"))
    assert "social care, or hold a strategy discussion" in shown
    assert "recorded “concern raised” for Bo Invented" in shown
    assert "Because of what you wrote, and of that alone" in shown
    assert "Owed by you, for Northgate Hospital (whoever suspects)" in shown
    assert "name not shown" not in shown
    assert "ask your manager to allocate the child" in shown
    assert len(kinds(admin, "hospital")) == 4


def test_a_concern_of_this_day_without_a_time_is_raised_when_it_is_sent(
    admin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = signed_in("dr-okoro")
    page = new(here)
    report = {**REPORT, **NEW, "day": TODAY, "time": "", "do": "send"}
    assert here.post(page, report)["Location"] == f"{page}/sent"
    found = rows(admin, "SELECT kind, earliest, latest FROM record.entry")
    spans = {kind: latest - earliest for kind, earliest, latest in found}
    assert spans["concern raised"] == 0
    assert spans["injury observed"] > 3600
    shown = said(here.get(f"{page}/sent"))
    assert "social care, or hold a strategy discussion" in shown
    assert "3 hours left" in shown or "4 hours left" in shown
    late = int(time.time()) + 120
    monkeypatch.setattr("heeded.doors.web.page.time.time", lambda: late)
    assert here.post(page, report)["Location"] == f"{page}/sent"
    assert rows(admin, "SELECT kind, earliest, latest FROM record.entry") == found


def test_what_others_told_adds_nothing_to_what_ones_own_words_ask(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("teacher")
    page = new(here)
    here.post(page, {**REPORT, "about": child, "do": "send"})
    asks = said(here.get(f"{page}/sent")).partition("What is already known")[0]
    assert "recorded “concern raised” for the child" in asks
    assert "Northgate" not in asks
    assert "Ada" not in asks


def test_other_words_sent_after_it_was_sent_are_kept_as_a_report_of_their_own(admin: str) -> None:
    here = signed_in("worker")
    page = new(here)
    here.post(page, {**REPORT, **NEW, "do": "send"})
    before = kinds(admin)
    other = here.post(page, {**REPORT, **NEW, "what": "and one on the cheek", "do": "send"})
    assert other.status_code == 400
    assert "sent already, with other words" in said(other)
    assert "and one on the cheek" in other.content.decode()
    assert kinds(admin) == before
    assert drafts(admin) == 2


def test_of_a_child_on_the_list_what_is_known_and_asked_is_shown(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    page = new(here, child)
    sent = here.post(page, {**REPORT, "about": child, "learned_day": YESTERDAY, "do": "send"})
    assert sent["Location"] == f"{page}/sent", said(sent)
    shown = said(here.get(f"{page}/sent"))
    assert "Ada Invented , born 15 February 2024" in shown
    assert "referral made" in shown
    assert "Owed by" in shown
    looks = rows(admin, "SELECT count(*) FROM record.look WHERE actor = 'worker' AND operation = 'read'")
    assert looks[0][0] >= 1


def test_whoever_may_see_nothing_is_told_whom_to_ring(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("teacher")
    page = new(here)
    here.post(page, {**REPORT, "about": child, "do": "send"})
    shown = said(here.get(f"{page}/sent"))
    assert "Ada" not in shown
    assert "It stands in the record" in shown


def test_what_is_missing_is_said_and_nothing_is_lost(admin: str) -> None:
    here = signed_in("worker")
    page = new(here)
    answer = here.post(page, {**REPORT, "day": "", "do": "send"})
    assert answer.status_code == 400
    assert "Say who the child is" in said(answer)
    assert "The day on which it happened" in said(answer)
    assert "she fell" in here.get(page).content.decode()
    empty = {"version": "1", "window": "w1", "day": YESTERDAY, **NEW, "do": "send"}
    assert "Say what happened." in said(here.post(page, empty))
    assert kinds(admin) == []


def test_children_of_ones_list_are_offered_as_their_name_is_typed(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    page = new(here)
    found = here.post(f"{page}/who", {"sought": "ada"}, headers=KEEP).content.decode()
    assert f'value="{child}"' in found
    assert "Ada Invented, 15 February 2024" in found
    chosen = {"about": child, f"label-{child}": "Ada Invented"}
    later = here.post(f"{page}/who", {"sought": "zz", **chosen}, headers=KEEP).content.decode()
    assert f'value="{child}" checked' in later
    number = here.post(f"{page}/who", {"sought": "943 476 5919"}, headers=KEEP)
    assert "The child with NHS number" in said(number)
    wrong = said(here.post(f"{page}/who", {"sought": "943 476 5918"}, headers=KEEP))
    assert "The child with" not in wrong
    assert "check" in wrong
    assert "Nobody of that name" in said(here.post(f"{page}/who", {"sought": "Nobody"}, headers=KEEP))
    without = here.post(page, {**REPORT, "sought": "ada", "do": "seek"})
    assert "Ada Invented, 15 February 2024" in said(without)


def test_two_at_one_draft_see_each_other_and_write_over_nothing_unseen(admin: str) -> None:
    assert admin
    here, there = signed_in("worker"), signed_in("colleague")
    page = new(here)
    here.post(page, {**REPORT, "do": "save"})
    assert there.get(page).status_code == 200
    assert "Two bruises" not in there.get(page).content.decode()
    share(here, page, "colleague")
    assert "begun by Wanda Worker" in said(there.get("/drafts"))
    assert "Two bruises" in there.get(page).content.decode()
    theirs = {**REPORT, "what": "Two bruises and a scratch", "window": "w2", "version": "1"}
    assert version(there.post(page, {**theirs, "do": "keep"}, headers=KEEP)) == "2"
    there.get(f"{page}/there?version=2")
    noticed = said(here.get(f"{page}/there?version=1"))
    assert "Colin Colleague has this open too" in noticed
    assert "Colin Colleague changed this at" in noticed
    mine = {**REPORT, "what": "Two bruises, one fresh", "version": "1"}
    fragment = here.post(page, {**mine, "do": "keep"}, headers=KEEP)
    assert (fragment.status_code, fragment["Heeded-Kept"]) == (409, "changed")
    both = here.post(page, {**mine, "do": "save"})
    assert both.status_code == 409
    for words in ("Two bruises and a scratch", "Two bruises, one fresh", "Colin Colleague changed this"):
        assert words in said(both)
    agreed = {**REPORT, **NEW, "what": "Two bruises, one fresh, and a scratch", "version": version(both)}
    assert "Only who began this report can send it" in said(
        there.post(page, {**agreed, "window": "w2", "do": "send"})
    )
    assert here.post(page, {**agreed, "version": "3", "do": "send"})["Location"] == f"{page}/sent"
    assert there.get(f"{page}/sent").status_code == 404


def test_a_draft_is_not_shared_beyond_the_agency(admin: str) -> None:
    assert admin
    here, stranger = signed_in("worker"), signed_in("teacher")
    page = new(here)
    here.post(page, {**REPORT, "do": "save"})
    share(here, page, "teacher")
    assert "Two bruises" not in stranger.get(page).content.decode()
    assert stranger.post(page, {**REPORT, "do": "save"}).status_code == 404
    assert stranger.get(f"{page}/there").status_code == 404


def test_a_report_begun_on_a_childs_page_is_about_that_child(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    opened(here, child)
    begun = here.get(f"/children/{child}/record")
    shown = here.get(str(begun["Location"])).content.decode()
    assert f'value="{child}" checked' in shown
    assert "Ada Invented" in shown


def test_a_report_is_thrown_away(admin: str) -> None:
    here = signed_in("worker")
    page = new(here)
    here.post(page, {**REPORT, "do": "save"})
    assert here.post(page, {**REPORT, "do": "discard"})["Location"] == "/drafts"
    assert drafts(admin) == 0
    assert here.get(f"{page}/sent").status_code == 404
    assert here.get(f"/record/{uuid4()}").status_code == 200
