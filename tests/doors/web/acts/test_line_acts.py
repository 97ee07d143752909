"""Tests of what is done about a line of the list: recorded, departed from, handed over, accepted, refused."""

from __future__ import annotations

import re
import time

from django.test import Client

from tests.casework.looking.telling import one, rows, send
from tests.doors.web.visiting import ada_now, opened, said, signed_in

DISCUSSION, ANSWERED = "strategy-discussion-is-held", "offered-hand-over-is-answered"
NOBODY = "00000000-0000-8000-8000-000000000000"


def line_of(database: str, rule: str, agency: str = "council") -> str:
    """The line of an agency's list under a rule."""
    found = rows(database, "SELECT id FROM record.duty WHERE rule = %s AND agency = %s", rule, agency)
    assert found, rows(database, "SELECT agency, rule FROM record.duty")
    return str(found[0][0])


def named(here: Client, path: str) -> str:
    """The name that the form at a path gives its one act."""
    found = re.search(r'name="request" value="([0-9a-f]+)"', here.get(path).content.decode())
    assert found is not None
    return found[1]


def allocate(database: str) -> None:
    """Have the council's worker carry the child's work."""
    now = int(time.time())
    assert database
    send(one("worker allocated", practitioner="worker", now=now), now)


def test_a_line_asks_in_plain_words_and_offers_its_ways_on(admin: str) -> None:
    ada_now(admin)
    page = signed_in("worker").get("/?whose=agency")
    text = said(page)
    assert "Hold a strategy discussion" in text
    line = line_of(admin, DISCUSSION)
    for way in ("done", "depart", "hand-over"):
        assert f"/list/{line}/{way}" in page.content.decode()
    assert "Owed by your agency: allocated to nobody yet" in text


def test_a_strategy_discussion_that_is_owed_leads_to_its_room(admin: str) -> None:
    child = ada_now(admin)
    here, line = signed_in("worker"), line_of(admin, DISCUSSION)
    room = f'href="/children/{child}/discussions"'
    for address in ("/?whose=agency", f"/list/{line}/done"):
        assert room in here.get(address).content.decode()
    assert room in opened(here, child).content.decode()


def test_what_was_done_is_begun_as_a_draft_of_what_would_meet_the_duty(admin: str) -> None:
    child = ada_now(admin)
    here, line = signed_in("worker"), line_of(admin, DISCUSSION)
    assert "Strategy discussion" in said(here.get(f"/list/{line}/done"))
    draft = here.post(f"/list/{line}/done", {"kind": "strategy discussion"})
    assert draft.status_code == 302
    assert draft["Location"].startswith("/drafts/")
    ((kept, subject),) = rows(admin, "SELECT count(*), min(author) FROM record.draft")
    assert (kept, subject) == (1, "worker")
    assert here.get(draft["Location"]).status_code == 200
    assert child
    assert here.post(f"/list/{line}/done", {"kind": "case closed"}).status_code == 400


def test_a_duty_is_departed_from_with_a_reason_and_its_line_goes(admin: str) -> None:
    ada_now(admin)
    allocate(admin)
    here, line = signed_in("worker"), line_of(admin, DISCUSSION)
    path = f"/list/{line}/depart"
    told = {"reason": "too short", "authorised": "service manager", "request": named(here, path)}
    short = here.post(path, told)
    assert short.status_code == 400
    assert "five words or more" in said(short)
    told["reason"] = "It was held yesterday by telephone with all of them"
    answer = here.post(path, told, follow=True)
    assert "It stands in the record" in said(answer)
    assert not rows(admin, "SELECT id FROM record.duty WHERE rule = %s AND agency = 'council'", DISCUSSION)
    facts = rows(admin, "SELECT kind FROM record.entry WHERE kind = 'departure with reason'")
    assert len(facts) == 1


def test_whoever_may_not_depart_is_told_why_beside_what_they_wrote(admin: str) -> None:
    ada_now(admin)
    here, path = signed_in("worker"), f"/list/{line_of(admin, DISCUSSION)}/depart"
    told = {
        "reason": "It was held yesterday by telephone with all of them",
        "authorised": "service manager",
        "request": named(here, path),
    }
    answer = here.post(path, told)
    assert answer.status_code in {403, 404}, said(answer)
    assert rows(admin, "SELECT id FROM record.duty WHERE rule = %s AND agency = 'council'", DISCUSSION)


def test_work_is_offered_and_the_other_agency_accepts_it_in_writing(admin: str) -> None:
    ada_now(admin)
    allocate(admin)
    offered(admin)
    theirs, line = signed_in("southby-worker"), line_of(admin, ANSWERED, "southby")
    assert "Accept or refuse the hand-over" in said(theirs.get("/?whose=agency"))
    path = f"/list/{line}/answer"
    told = {"request": named(theirs, path), "do": "accept"}
    assert "It stands in the record" in said(theirs.post(path, told, follow=True))
    assert len(rows(admin, "SELECT 1 FROM record.entry WHERE kind = 'hand-over accepted'")) == 1
    assert not rows(admin, "SELECT 1 FROM record.duty WHERE rule = %s", ANSWERED)


def test_a_refusal_says_why_and_it_stays_the_offerer_s(admin: str) -> None:
    ada_now(admin)
    allocate(admin)
    offered(admin)
    theirs, path = signed_in("southby-worker"), f"/list/{line_of(admin, ANSWERED, 'southby')}/answer"
    told = {"request": named(theirs, path), "do": "refuse"}
    silent = theirs.post(path, told)
    assert silent.status_code == 400
    assert "whoever offered it needs to know" in said(silent)
    told["reason"] = "The family has not moved after all"
    assert "It stands in the record" in said(theirs.post(path, told, follow=True))
    why = "a hand-over was not accepted and is still yours"
    assert rows(admin, "SELECT 1 FROM record.notice WHERE agency = 'council' AND why = %s", why)


def test_a_line_of_another_agency_is_answered_like_none(admin: str) -> None:
    ada_now(admin)
    here = signed_in("teacher")
    theirs = line_of(admin, DISCUSSION)
    pages = [
        here.get(f"/list/{line}/{way}")
        for line in (theirs, NOBODY)
        for way in ("done", "depart", "hand-over", "answer")
    ]
    assert {page.status_code for page in pages} == {404}
    assert len({page.content for page in pages}) == 1


def test_every_look_at_a_line_is_recorded(admin: str) -> None:
    child = ada_now(admin)
    line = line_of(admin, DISCUSSION)
    before = len(rows(admin, "SELECT 1 FROM record.look WHERE actor = 'worker'"))
    signed_in("worker").get(f"/list/{line}/depart")
    looks = rows(admin, "SELECT people::text[] FROM record.look WHERE actor = 'worker'")
    assert len(looks) == before + 1
    assert child in looks[-1][0]


def offered(database: str) -> None:
    """The council's worker offers the work to Southby."""
    here = signed_in("worker")
    path = f"/list/{line_of(database, DISCUSSION)}/hand-over"
    told = {"to": "children's social care|Southby", "request": named(here, path)}
    assert "It stands in the record" in said(here.post(path, told, follow=True))
