"""Tests of recording an event on a page: a draft of one's own, kept whatever happens, sent exactly once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.test import Client

from heeded.core.chronology.vocabulary import KINDS
from tests.casework.looking.telling import connect, rows
from tests.doors.web.visiting import ada_now, opened, said, signed_in

YESTERDAY = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
INJURY: dict[str, Any] = {
    "day": YESTERDAY,
    "time": "09:30",
    "fact-what": "bruise",
    "fact-sites": ["ear", "chest"],
    "fact-suspected": "yes",
    "key-injury": "bruise-of-today",
}


def begin(here: Client, child: str, kind: str = "injury observed") -> str:
    answer = here.post(f"/children/{child}/record/kinds" if child else "/record/kinds", {"kind": kind})
    assert answer.status_code == 302, said(answer)
    return str(answer["Location"])


def held(admin: str, kind: str = "injury observed", agency: str = "council") -> list[Any]:
    return [
        row
        for (row,) in rows(
            admin, "SELECT facts FROM record.entry WHERE kind = %s AND agency = %s", kind, agency
        )
    ]


def test_a_draft_is_saved_taken_up_again_and_sent_once(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    draft = begin(here, child)
    saved = here.post(draft, {**INJURY, "do": "save"}, follow=True)
    assert "Saved. Nobody but you sees it" in said(saved)
    page = here.get(draft).content.decode()
    assert 'value="bruise-of-today"' in page
    assert page.count("checked") == 2
    assert held(admin) == []
    sent = here.post(draft, {**INJURY, "do": "send"})
    assert "It stands in the record" in said(sent), said(sent)
    again = here.post(draft, {**INJURY, "do": "send"})
    assert "This was sent already" in said(again)
    assert held(admin) == [{"what": "bruise", "sites": ["chest", "ear"], "suspected": True}]
    ((practitioner,),) = rows(
        admin, "SELECT practitioner FROM record.entry WHERE kind = 'injury observed' AND agency = 'council'"
    )
    assert practitioner == "worker"


def test_a_draft_says_whom_it_is_about_once_its_author_has_said_why_they_look(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    draft = begin(here, child)
    first = said(here.get(draft))
    assert "Ada" not in first
    assert "does not say whom it is about" in first
    then = f"/children/{child}/purpose/draft-{draft.rpartition('/')[2]}"
    assert "Say why you look" in said(here.get(then))
    back = here.post(then, {"purpose": "safeguarding"})
    assert back["Location"] == draft
    text = said(here.get(draft))
    assert "About Ada Invented , born 15 February 2024, Norhaven" in text
    assert "About Ada Invented" in said(here.post(draft, {**INJURY, "day": "", "do": "send"}))
    assert here.get(f"/children/{child}/purpose/draft-x").status_code == 404


def test_a_draft_about_somebody_whom_one_may_not_see_says_so(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("teacher")
    opened(here, child)
    nobody = str(uuid4())
    here.post(f"/children/{nobody}/purpose/record", {"purpose": "safeguarding"})
    pages = [said(here.get(begin(here, each))) for each in (child, nobody)]
    assert "does not show you who this child is" in pages[0]
    assert pages[0] == pages[1]


def test_a_draft_that_the_api_began_is_taken_up_on_its_page(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    told = {
        "child": child,
        "kind": "injury observed",
        "happened": f"{YESTERDAY}T09:30",
        "facts": {"what": "bruise", "sites": ["ear", "chest"], "suspected": True},
        "keys": {"injury": "bruise-of-today"},
    }
    begun = here.post("/api/drafts", told, content_type="application/json")
    assert begun.status_code == 200, begun.content
    page = here.get(f"/drafts/{begun.json()['id']}").content.decode()
    assert 'value="bruise-of-today"' in page
    assert 'value="09:30"' in page
    assert page.count("checked") == 2
    assert page.count(" selected") >= 2
    saved = here.post(f"/drafts/{begun.json()['id']}", {**INJURY, "do": "save"}, follow=True)
    assert "Saved. Nobody but you sees it" in said(saved)
    shown = here.get(f"/api/drafts/{begun.json()['id']}").json()
    assert (shown["told"], shown["kind"]) == (None, "injury observed")


def test_nobody_else_sees_a_draft(admin: str) -> None:
    child = ada_now(admin)
    draft = begin(signed_in("worker"), child)
    other = signed_in("colleague")
    assert other.get(draft).status_code == 404
    assert other.post(draft, {**INJURY, "do": "send"}).status_code == 404
    assert "nothing that you have begun" in said(other.get("/drafts"))
    assert held(admin) == []


def test_what_is_wrong_is_pointed_out_and_nothing_is_lost(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    draft = begin(here, child)
    answer = here.post(draft, {**INJURY, "day": "", "do": "send"})
    assert answer.status_code == 400
    assert "Something is missing" in said(answer)
    assert 'value="bruise-of-today"' in here.get(draft).content.decode()
    ahead = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
    refused = here.post(draft, {**INJURY, "day": ahead, "do": "send"})
    assert refused.status_code == 400
    assert "in the future" in said(refused)
    assert held(admin) == []


def test_a_draft_is_thrown_away(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    draft = begin(here, child)
    assert here.post(draft, {"do": "discard"})["Location"] == "/drafts"
    assert here.get(draft).status_code == 404
    assert rows(admin, "SELECT count(*) FROM record.draft") == [(0,)]


def test_a_child_who_is_not_in_the_record_is_described_and_recorded(admin: str) -> None:
    assert admin
    here = signed_in("worker")
    draft = begin(here, "")
    whom = {"child-name": "Bo Invented", "child-born": "2023-01-31", "child-nhs_number": "987 654 3210"}
    assert (
        here.post(draft, {**INJURY, **whom, "child-nhs_number": "987 654 3211", "do": "send"}).status_code
        == 400
    )
    sent = here.post(draft, {**INJURY, **whom, "do": "send"})
    assert "It stands in the record" in said(sent), said(sent)
    found = here.post("/find", {"system": "NHS number", "value": "9876543210"})
    assert "There may be a record" in said(found)


def test_whoever_is_connected_with_the_household_may_record_and_is_told_no_more(admin: str) -> None:
    child = ada_now(admin)
    connect(admin, "worker", child)
    here = signed_in("worker")
    sent = said(here.post(begin(here, child), {**INJURY, "do": "send"}))
    assert "It stands in the record" in sent
    assert "owe" not in sent
    assert len(held(admin)) == 1


def test_of_a_child_who_is_not_there_nothing_is_recorded(admin: str) -> None:
    assert admin
    here = signed_in("worker")
    draft = begin(here, str(uuid4()))
    assert here.post(draft, {**INJURY, "do": "send"}).status_code == 404
    assert held(admin) == []


def test_the_form_of_every_kind_can_be_shown_and_saved(admin: str) -> None:
    from heeded.doors.web.recording.event_form import EventForm  # noqa: PLC0415 - after Django is set up

    assert admin
    for kind in KINDS.values():
        form = EventForm(kind, [("a", "Ada Invented")], {"day": YESTERDAY})
        assert form.is_valid(), (kind.name, form.errors)
        told = form.telling("child")
        assert dict(told.facts) == dict(told.keys) == {}
        shown = form.as_p()
        assert all(field.meaning.split()[0] in shown for field in kind.fields)


def test_people_of_the_record_can_be_named_once_its_reader_has_said_why(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    kind = next(each for each in KINDS.values() if any(field.type == "person" for field in each.fields))
    draft = begin(here, child, kind.name)
    assert "Ada Invented" not in said(here.get(draft))
    opened(here, child)
    assert "Ada Invented" in said(here.get(draft))
