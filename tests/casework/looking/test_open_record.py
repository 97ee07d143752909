"""Tests of opening a record: who sees what of it."""

from __future__ import annotations

from uuid import uuid4

from heeded.casework.looking import Ask, Desk, Existence, NothingThere, Opened, open_record
from tests.borough import NOW
from tests.casework.looking.staff import REASON, who, why
from tests.casework.looking.telling import ada_is_bruised, rows


def test_who_is_at_work_with_a_child_sees_what_every_agency_told(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    opened = open_record(desk, Ask(actor=who("worker"), child=child, now=NOW + 60, stated=why()))
    assert isinstance(opened, Opened)
    kinds = [each.entry.kind for each in opened.placed]
    assert kinds == ["hospital attendance", "injury observed", "medical opinion", "referral made"]
    assert opened.chronology.people[child].name == "Ada Invented"
    assert "strategy-discussion-is-held" in {line.owed.finding.rule for line in opened.owed}
    assert "DUTY" in {notice.why.name for notice in opened.notices}
    ((answer, upto),) = rows(database, "SELECT answer, upto FROM record.look WHERE id = %s", opened.look)
    assert (answer, upto) == ("permit", 4)


def test_a_stranger_is_told_whom_to_ring_and_no_more(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    told = open_record(desk, Ask(actor=who("southby-worker"), child=child, now=NOW + 60, stated=why()))
    assert isinstance(told, Existence)
    assert [contact.agency.name for contact in told.contacts] == ["Northgate Hospital"]


def test_a_child_whom_the_record_does_not_hold(desk: Desk, database: str) -> None:
    asked = str(uuid4())
    answer = open_record(desk, Ask(actor=who("worker"), child=asked, now=NOW, stated=why(reason=REASON)))
    assert answer == NothingThere(answer.look)
    ((child, rule),) = rows(database, "SELECT person, rule FROM record.look")
    assert (str(child), rule) == (asked, "nobody")
