"""Tests of a record replayed: for one purpose and a reason, by few, each step recorded before it answers."""

from __future__ import annotations

from uuid import uuid4

import psycopg
import pytest
from django.test import Client

from tests.doors.web.visiting import ada_now, said, signed_in

REASON = "the practice review asks who knew of the first injury"


def stated(who: str, child: str) -> Client:
    """The browser of somebody who has said why they replay a child's record."""
    reader = signed_in(who)
    answer = reader.post(f"/replay/children/{child}/why", {"reason": REASON})
    assert answer.status_code == 302, said(answer)
    return reader


def looks(database: str) -> list[tuple[str, str]]:
    """The looks that the record holds: each with its purpose and its reason."""
    with psycopg.connect(database) as admin:
        return [
            (purpose, reason) for purpose, reason in admin.execute("SELECT purpose, reason FROM record.look")
        ]


def test_a_designated_lead_walks_through_a_record_and_each_step_is_a_look(admin: str) -> None:
    child = ada_now(admin)
    reader = stated("council-lead", child)
    before = len(looks(admin))
    beginning = reader.get(f"/replay/children/{child}")
    assert beginning.status_code == 200, said(beginning)
    assert "What is known now was not known then" in said(beginning)
    step = reader.get(f"/replay/children/{child}/1")
    assert step.status_code == 200
    assert "What would have been asked now" in said(step)
    after = looks(admin)
    assert len(after) == before + 2
    assert after.count(("review", REASON)) == 2


def test_without_a_reason_it_is_asked_for_first(admin: str) -> None:
    child = ada_now(admin)
    reader = signed_in("council-lead")
    assert reader.get(f"/replay/children/{child}/1")["Location"] == f"/replay/children/{child}/why"
    poor = reader.post(f"/replay/children/{child}/why", {"reason": "because"})
    assert poor.status_code == 400
    assert "five words or more" in said(poor)


@pytest.mark.parametrize("who", ["worker", "constable", "auditor", "board", "administrator"])
def test_whoever_may_not_state_the_purpose_is_told_so_and_no_more(admin: str, who: str) -> None:
    child = ada_now(admin)
    reader = signed_in(who)
    there, nowhere = (reader.get(f"/replay/children/{each}") for each in (child, uuid4()))
    assert there.status_code == nowhere.status_code == 403
    assert there.content == nowhere.content


def test_a_child_who_is_not_there_is_answered_as_nothing(admin: str) -> None:
    assert admin
    nobody = uuid4()
    answer = stated("council-lead", str(nobody)).get(f"/replay/children/{nobody}")
    assert answer.status_code == 404


def test_there_is_no_step_after_the_last(admin: str) -> None:
    child = ada_now(admin)
    assert stated("council-lead", child).get(f"/replay/children/{child}/99999").status_code == 404
