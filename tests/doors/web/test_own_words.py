"""Bypass attempts: nobody opens a record by writing something of the child themselves, through any door."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from heeded.adapters.exchange.heeded_json import write_report
from heeded.casework.ports.notices import Why
from tests.borough import ada
from tests.casework.looking.staff import REASON
from tests.casework.looking.telling import one, rows
from tests.doors.api.callers import make_practitioner
from tests.doors.web.visiting import ada_now, opened, said, signed_in

PURPOSE = {"Heeded-Purpose": "safeguarding", "Heeded-Basis": "CA2004-s11"}
YESTERDAY = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
STRANGERS = {"southby-worker": "southby", "teacher": "school", "constable": "police"}
KINDS = ("worker allocated", "concern raised", "household joined", "referral made", "hospital attendance")
Told = Callable[[Client, str, str, str], None]


def by_page(here: Client, child: str, kind: str, _: str) -> None:
    draft = str(here.post(f"/children/{child}/record/kinds", {"kind": kind})["Location"])
    sent = here.post(draft, {"day": YESTERDAY, "do": "send"})
    assert "It stands in the record" in said(sent), said(sent)


def by_act(here: Client, child: str, kind: str, _: str) -> None:
    headers = {**PURPOSE, "Idempotency-Key": f"{kind}-{time.time_ns()}".replace(" ", "-")}
    told = here.post(
        "/api/acts/record", {"child": child, "kind": kind}, content_type="application/json", headers=headers
    )
    assert told.status_code == 200, told.content


def by_report(here: Client, _: str, kind: str, agency: str) -> None:
    report = one(kind, agency=agency, child=ada(f"of-{agency}"), now=int(time.time()))
    told = here.post("/api/events", write_report(report), content_type="application/json")
    assert told.status_code == 201, told.content


def entries(here: Client, child: str) -> list[dict[str, Any]]:
    """What the API shows somebody of a child's chronology."""
    told = here.get(f"/api/children/{child}/chronology", headers=PURPOSE)
    return list(told.json()["entries"]) if told.status_code == 200 else []


@pytest.mark.parametrize("tell", [by_page, by_act, by_report])
@pytest.mark.parametrize("who", STRANGERS)
def test_what_one_writes_oneself_opens_nothing_else(admin: str, who: str, tell: Told) -> None:
    child, here = ada_now(admin), signed_in(who)
    assert entries(here, child) == []
    for kind in KINDS:
        tell(here, child, kind, STRANGERS[who])
    seen = entries(here, child)
    assert {each["kind"] for each in seen} == set(KINDS)
    assert {each["agency"] for each in seen} == {STRANGERS[who]}
    page = said(opened(here, child))
    assert "bruise" not in page
    assert "What you wrote yourself opens no more than that" in page
    assert here.get(f"/api/children/{child}/chronology", headers=PURPOSE).json()["withheld"] == {}


@pytest.mark.parametrize("who", STRANGERS)
def test_their_list_names_no_child_whom_they_alone_put_there(admin: str, who: str) -> None:
    child, here = ada_now(admin), signed_in(who)
    for kind in ("injury observed", "disclosure", *KINDS):
        by_report(here, child, kind, STRANGERS[who])
    here.post("/purpose", {"purpose": "safeguarding"})
    told = here.get("/api/worklist?whose=agency", headers=PURPOSE)
    assert told.status_code == 200, told.content
    text = told.content.decode()
    assert "Ada Invented" not in text
    assert "Northgate" not in text


def test_whoever_wrote_breaks_the_glass_to_see_the_rest_and_that_is_reviewed(admin: str) -> None:
    child, here = ada_now(admin), signed_in("southby-worker")
    by_page(here, child, "concern raised", "southby")
    broken = here.post(f"/children/{child}/break-glass", {"purpose": "urgent-protection", "reason": REASON})
    assert broken.status_code == 302, said(broken)
    assert {each["agency"] for each in entries(here, child)} == {"southby", "hospital"}


def test_a_manager_allocates_and_nobody_allocates_to_themselves(admin: str) -> None:
    make_practitioner("head", "school", "team manager")
    child, teacher, head = ada_now(admin), signed_in("teacher"), signed_in("head")
    allocated = one(
        "worker allocated",
        agency="school",
        child=ada("of-school"),
        practitioner="teacher",
        now=int(time.time()),
    )
    own = write_report(allocated)
    told = teacher.post("/api/events", own, content_type="application/json")
    assert told.status_code == 201
    assert {each["agency"] for each in entries(teacher, child)} == {"school"}
    by_another = one(
        "worker allocated",
        agency="school",
        child=ada("of-school"),
        practitioner="teacher",
        now=int(time.time()),
        name="by the head",
    )
    told = head.post("/api/events", write_report(by_another), content_type="application/json")
    assert told.status_code == 201, told.content
    assert {each["agency"] for each in entries(teacher, child)} == {"school", "hospital"}
    assert {each["writer"] for each in entries(teacher, child)} == {
        "practitioner:teacher",
        "practitioner:head",
        "system:hospital-system",
    }


def test_a_manager_allocates_on_a_page_and_others_are_told_to_ask_theirs(admin: str) -> None:
    make_practitioner("head", "school", "team manager")
    child, teacher, head = ada_now(admin), signed_in("teacher"), signed_in("head")
    place = f"/children/{child}/allocation"
    assert teacher.get(place).status_code == 403
    assert (
        teacher.post(place, {"practitioner": "head", "what": "allocate", "request": "a"}).status_code == 403
    )
    assert "Whose work the child is" in said(opened(head, child))
    form = head.get(place).content.decode()
    assert 'value="teacher"' in form
    assert 'value="head"' not in form
    told = {"practitioner": "teacher", "what": "allocate", "request": "once"}
    for _ in range(2):
        assert head.post(place, told).status_code == 302
    assert {each["agency"] for each in entries(teacher, child)} == {"school", "hospital"}
    assert len(rows(admin, "SELECT FROM record.entry WHERE kind = 'worker allocated'")) == 1
    told = {"practitioner": "teacher", "what": "stand-down", "request": "then"}
    assert head.post(place, told).status_code == 302
    ask = {**told, "practitioner": "worker"}
    assert head.post(place, ask).status_code == 400, "somebody of another agency"


def test_a_manager_allocates_over_the_api_and_never_to_themselves(admin: str) -> None:
    make_practitioner("head", "school", "team manager")
    child, teacher, head = ada_now(admin), signed_in("teacher"), signed_in("head")

    def allocates(here: Client, practitioner: str) -> tuple[int, str]:
        told = here.post(
            "/api/acts/allocate",
            {"child": child, "practitioner": practitioner},
            content_type="application/json",
            headers={**PURPOSE, "Idempotency-Key": f"to-{practitioner}"},
        )
        return told.status_code, told.content.decode()

    assert allocates(teacher, "head")[0] == 403
    assert "nobody says it of themselves" in allocates(head, "head")[1]
    assert "Nobody of that id works at your agency" in allocates(head, "worker")[1]
    assert allocates(head, "teacher")[0] == 200
    assert {each["agency"] for each in entries(teacher, child)} == {"school", "hospital"}


def test_whoever_wrote_corrects_their_own_words_and_nobody_elses(admin: str) -> None:
    child, here = ada_now(admin), signed_in("southby-worker")
    by_act(here, child, "concern raised", "southby")
    ((theirs,),) = rows(admin, "SELECT id::text FROM record.entry WHERE kind = 'injury observed'")
    (own,) = (each["id"] for each in entries(here, child))
    for entry, kind, status in ((own, "concern raised", 200), (theirs, "injury observed", 403)):
        told = here.post(
            "/api/acts/correct",
            {"child": child, "entry": entry, "kind": kind, "facts": {}},
            content_type="application/json",
            headers={**PURPOSE, "Idempotency-Key": f"correct-{entry}"},
        )
        assert told.status_code == status, told.content


def test_whoever_is_told_of_an_allocation_by_act_is_told_of_one_in_a_report(admin: str) -> None:
    make_practitioner("sergeant", "police", "team manager")
    child, here = ada_now(admin), signed_in("sergeant")
    told = f"SELECT agency, practitioner FROM record.notice WHERE why = '{Why.LOOKED}' ORDER BY at"  # noqa: S608
    report = one(
        "worker allocated",
        agency="police",
        child=ada("of-police"),
        now=int(time.time()),
        practitioner="constable",
    )
    posted = here.post("/api/events", write_report(report), content_type="application/json")
    assert posted.status_code == 201, posted.content
    by_a_report = rows(admin, told)
    headers = {**PURPOSE, "Idempotency-Key": "to-constable"}
    ask = {"child": child, "practitioner": "constable"}
    done = here.post("/api/acts/allocate", ask, content_type="application/json", headers=headers)
    assert done.status_code == 200, done.content
    assert by_a_report
    assert rows(admin, told) == [*by_a_report, *by_a_report]
    again = here.post("/api/events", write_report(report), content_type="application/json")
    assert again.status_code == 200, again.content
    assert len(rows(admin, told)) == 2 * len(by_a_report)
