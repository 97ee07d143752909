"""Tests of the pages on a real record: my list, the purpose, the child's record, find, notices."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from html import unescape

import pytest

from heeded.core.chronology.report import Report
from tests.borough import bruised
from tests.casework.looking.telling import one, rows, send
from tests.doors.web.visiting import ada_now, opened, said, signed_in

NOBODY = "00000000-0000-8000-8000-000000000000"


def test_the_list_shows_what_is_owed_with_clause_reason_and_time_left(admin: str) -> None:
    child = ada_now(admin)
    page = signed_in("worker").get("/?whose=agency")
    text = said(page)
    assert page.status_code == 200, text
    assert "Household of Ada Invented" in text
    assert f"/children/{child}" in page.content.decode()
    assert "left" in text
    assert "I have read this" in text
    assert page["Cache-Control"] == "no-store"


def test_one_s_own_list_says_that_it_holds_nothing_and_never_that_all_is_well(admin: str) -> None:
    ada_now(admin)
    text = said(signed_in("worker").get("/?whose=mine"))
    assert "The record holds nothing that is owed on this list now" in text
    assert "See what your agency owes" in text


def test_a_line_is_acknowledged_and_owed_as_before(admin: str) -> None:
    ada_now(admin)
    browser = signed_in("worker")
    (line, *_) = [str(each) for (each,) in rows(admin, "SELECT id FROM record.duty WHERE agency = 'council'")]
    answer = browser.post(f"/list/{line}/read", {"whose": "agency"}, follow=True)
    assert "Read by Wanda Worker" in said(answer)
    assert rows(admin, "SELECT by FROM record.acknowledgement") == [("worker",)]


def test_a_record_asks_for_the_purpose_first_and_then_shows_the_chronology(admin: str) -> None:
    child = ada_now(admin)
    browser = signed_in("worker")
    first = said(browser.get(f"/children/{child}"))
    assert "Say why you look" in first
    assert "Ada" not in first
    page = opened(browser, child)
    text = said(page)
    assert page.status_code == 200, text
    assert "Ada Invented" in text
    for words in ("Injury observed", "chest, ear", "Northgate Hospital", "Happened", "Written", "knew"):
        assert words in text, words
    assert "What is owed, and by whom" in text
    ((purpose, answer),) = rows(
        admin, "SELECT purpose, answer FROM record.look WHERE person = %s AND actor = 'worker'", child
    )
    assert (purpose, answer) == ("safeguarding", "permit")


def test_a_purpose_that_is_not_one_s_own_to_state_is_refused(admin: str) -> None:
    child = ada_now(admin)
    answer = signed_in("worker").post(f"/children/{child}/purpose/record", {"purpose": "oversight"})
    assert answer.status_code == 400
    assert "Something is missing" in said(answer)


def test_a_purpose_is_asked_anew_after_an_hour(admin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    child = ada_now(admin)
    browser = signed_in("worker")
    assert "Ada Invented" in said(opened(browser, child))
    from heeded.doors.web.purpose import kept  # noqa: PLC0415 - after Django is set up

    monkeypatch.setattr(kept, "GOOD_FOR", -1)
    assert "Say why you look" in said(browser.get(f"/children/{child}"))


def test_whoever_has_no_part_in_it_is_told_whom_to_ring(admin: str) -> None:
    child = ada_now(admin)
    page = opened(signed_in("teacher"), child)
    text = said(page)
    assert "There may be a record" in text
    assert "Northgate Hospital" in text
    assert "Ada" not in text
    assert "bruise" not in text


def test_a_child_is_found_by_an_exact_number_and_no_content_is_told(admin: str) -> None:
    child = ada_now(admin)
    browser = signed_in("teacher")
    page = browser.post("/find", {"system": "NHS number", "value": "943 476 5919"})
    assert "Northgate Hospital" in said(page)
    assert f"/children/{child}" in page.content.decode()
    assert "Ada" not in said(page)
    nobody = said(browser.post("/find", {"system": "NHS number", "value": "987 654 3210"}))
    assert "Nothing was found." in nobody
    mistyped = browser.post("/find", {"system": "NHS number", "value": "943 476 5918"})
    assert mistyped.status_code == 400
    assert "check digit" in said(mistyped)


def test_notices_are_shown_and_marked_read(admin: str) -> None:
    ada_now(admin)
    browser = signed_in("worker")
    page = browser.get("/notices")
    assert "not read" in said(page)
    (notice, *_) = [
        str(each) for (each,) in rows(admin, "SELECT id FROM record.notice WHERE agency = 'council'")
    ]
    told = browser.get(f"/notices/{notice}/")
    assert told["Location"] == f"/notices#notice-{notice}"
    assert f'id="notice-{notice}"' in page.content.decode()
    browser.post("/notices/read", {"notice": [notice]})
    ((read_at,),) = rows(admin, "SELECT read_at FROM record.notice WHERE id = %s", notice)
    assert abs(read_at - time.time()) < 60


def test_whoever_is_not_signed_in_is_asked_to_be(admin: str) -> None:
    from tests.doors.web.visiting import browser  # noqa: PLC0415 - beside the others

    assert admin
    for path in ("/", "/find", "/notices", "/glasses", f"/children/{NOBODY}", f"/children/{NOBODY}/looks"):
        answer = browser().get(path)
        assert answer.status_code == 302, path
        assert answer["Location"].startswith("/account/login/"), path


def test_a_correction_stands_with_what_it_corrects_and_what_was_taken_back_says_so(admin: str) -> None:
    child = ada_now(admin)
    now = int(time.time())
    for report in _second_thoughts(now):
        send(report, now + 1)
    text = said(opened(signed_in("worker"), child))
    assert "Corrected: 1 earlier version" in text
    assert "Its source took it back: it was of another child" in text


def test_a_line_says_its_state_in_words_beside_its_icon(admin: str) -> None:
    ada_now(admin)
    page = signed_in("worker").get("/?whose=agency").content.decode()
    lines = re.findall(r'<p class="left (\w+)">(.*?)</p>', page, re.DOTALL)
    assert lines
    for state, mark in lines:
        assert '<svg class="icon"' in mark
        assert ("left" in mark) == (state in {"soon", "due"})


def test_every_notice_is_reached_page_by_page(admin: str) -> None:
    ada_now(admin)
    rows(
        admin,
        "INSERT INTO record.notice (id, at, agency, practitioner, why) SELECT gen_random_uuid(), %s - n / 3, "
        "'council', '', 'something is overdue' FROM generate_series(1, 120) AS n RETURNING id",
        int(time.time()),
    )
    held = rows(admin, "SELECT id FROM record.notice WHERE agency = 'council' AND practitioner = ''")
    assert len(held) >= 120
    here, path, seen = signed_in("worker"), "/notices", []
    while path:
        page = here.get(path).content.decode()
        seen += re.findall(r'id="notice-([0-9a-f-]{36})"', page)
        further = re.search(r'href="(\?before=[^"]+)">Older notices', page)
        path = f"/notices{further[1]}" if further else ""
    assert sorted(seen) == sorted(str(each) for (each,) in held)
    assert here.get("/notices?before=rubbish").status_code == 200


def test_every_look_is_reached_page_by_page(admin: str) -> None:
    child = ada_now(admin)
    worker = signed_in("worker")
    opened(worker, child)
    for _ in range(104):
        worker.get(f"/children/{child}")
    officer = signed_in("council-officer")
    first = officer.post(f"/children/{child}/purpose/looks", {"purpose": "oversight"}, follow=True)
    further = re.search(r'href="(\?before=[^"]+)">Older looks', first.content.decode())
    assert further is not None
    second = officer.get(f"/children/{child}/looks{further[1]}").content.decode()
    assert first.content.decode().count('<li class="look') == 100
    assert second.count("Wanda Worker") == 5
    assert "The latest looks" in second


def test_who_looked_is_offered_to_those_alone_who_may_see_it(admin: str) -> None:
    child = ada_now(admin)
    now = int(time.time())
    assert "Who looked" not in said(opened(signed_in("worker"), child))
    send(one("worker allocated", practitioner="worker", now=now), now)
    here = signed_in("colleague")
    assert "Who looked" not in said(opened(here, child))
    assert "Who looked" in said(opened(signed_in("council-lead"), child))


def test_a_thing_that_several_owe_stands_once_with_all_of_them(admin: str) -> None:
    child = ada_now(admin)
    now = int(time.time())
    asked = {"to": frozenset({"hospital", "school", "police"}), "question": "What is known of her?"}
    send(one("information requested", facts=asked, keys={"request": "r1"}, now=now), now)
    owed = rows(
        admin,
        "SELECT count(*) FROM record.duty GROUP BY edition, rule, person, key, about, trigger, owed, due",
    )
    assert max(owners for (owners,) in owed) > 1, "the story must hold something that several owe"
    page = unescape(opened(signed_in("worker"), child).content.decode())
    owners = re.findall(r'<p class="by-whom">Owed by (.*?)</p>', page)
    assert sorted(1 + whom.count(";") for whom in owners) == sorted(count for (count,) in owed)


def _second_thoughts(now: int) -> list[Report]:
    """The hospital corrects the injury that it told of, and takes its attendance back."""
    told = bruised(now=now)
    attendance, injury = told.events[0], told.events[1]
    corrected = replace(
        injury, ref="m1-2b", told=now, corrects=injury.ref, facts={**injury.facts, "what": "burn"}
    )
    withdrawn = replace(
        attendance,
        ref="m1-1b",
        kind="withdrawal",
        told=now,
        withdraws=attendance.ref,
        keys={},
        facts={"reason": "it was of another child"},
    )
    return [replace(told, id="m2", events=(corrected,)), replace(told, id="m3", events=(withdrawn,))]
