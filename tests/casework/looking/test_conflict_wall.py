"""Tests of the conflict wall: staff of a household see what they would see of a child who is not there."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from heeded.bootstrap import looking
from heeded.casework.looking import (
    Ask,
    Desk,
    NothingThere,
    Whose,
    Worklist,
    acknowledge,
    break_glass,
    by_number,
    by_person,
    notices,
    open_record,
    who_looked,
    worklist,
)
from heeded.casework.looking.notices import Notices
from heeded.casework.ports.notices import Why
from heeded.core.chronology.report import NHS_NUMBER, Identifier
from tests.borough import NOW
from tests.casework.looking.staff import REASON, who, why
from tests.casework.looking.telling import ada_is_bruised, connect, rows, run


@pytest.fixture
def walled(desk: Desk, database: str) -> str:
    """A child with whom a worker of the agency that owes is connected."""
    assert desk.judges_knowing
    child = ada_is_bruised(database)
    connect(database, "worker", child)
    return child


def test_every_way_to_the_child_answers_as_of_nobody(desk: Desk, walled: str) -> None:
    nobody = str(uuid4())
    for child in (walled, nobody):
        ask = Ask(actor=who("worker"), child=child, now=NOW + 60, stated=why(reason=REASON))
        answers = [
            open_record(desk, ask),
            by_person(desk, ask),
            break_glass(desk, ask),
            who_looked(desk, replace(ask, actor=replace(who("worker"), roles=who("council-officer").roles))),
        ]
        for answer in answers:
            assert isinstance(answer, NothingThere)
            assert replace(answer, look="") == NothingThere("")
    for value in ("9434765919", "9434765870"):
        answer = by_number(desk, who("worker"), Identifier(NHS_NUMBER, value), NOW + 60)
        assert isinstance(answer, NothingThere)


def test_someone_outside_their_agency_is_told_once(desk: Desk, database: str, walled: str) -> None:
    ask = Ask(actor=who("worker"), child=walled, now=NOW + 60, stated=why(reason=REASON))
    for _ in range(3):
        open_record(desk, ask)
        break_glass(desk, ask)
    looking.recorder().close()
    told = rows(
        database,
        "SELECT agency, practitioner FROM record.notice WHERE why LIKE 'somebody con%%' AND person = %s",
        walled,
    )
    assert told == [("hospital", "hospital-officer")]


def test_the_look_is_recorded_with_what_hid_it(desk: Desk, database: str, walled: str) -> None:
    answer = open_record(desk, Ask(actor=who("worker"), child=walled, now=NOW + 60, stated=why()))
    ((rule, effect, signs, upto),) = rows(
        database, "SELECT rule, answer, signs, upto FROM record.look WHERE id = %s", answer.look
    )
    assert (rule, effect, upto) == ("conflicted-sees-nothing", "hide", None)
    assert "the reader belongs to, or is connected with, the household" in signs


def test_their_lines_and_notices_are_not_there(desk: Desk, database: str, walled: str) -> None:
    assert walled
    lists = {}
    for id_ in ("worker", "colleague"):
        listed = worklist(desk, who(id_), Whose.AGENCY, NOW + 60, why())
        told = notices(desk, who(id_), NOW + 60, why())
        assert isinstance(listed, Worklist)
        assert isinstance(told, Notices)
        lists[id_] = (len(listed.lines), len(told.notices))
    assert lists["worker"] == (0, 0)
    assert min(lists["colleague"]) > 0
    ((duty,), *_) = rows(database, "SELECT id FROM record.duty WHERE agency = 'council'")
    assert isinstance(acknowledge(desk, who("worker"), str(duty), NOW, why()), NothingThere)


def test_a_notice_is_not_there_whatever_name_it_knows_the_household_by(
    desk: Desk, database: str, walled: str
) -> None:
    """A reminder names no family; a notice from before two children were found to be one names another."""
    run(database, "DELETE FROM record.delivery")
    run(database, "DELETE FROM record.notice")
    told = (
        "INSERT INTO record.notice (id, at, agency, why, family, person) "
        "VALUES (%s, %s, 'council', %s, %s, %s)"
    )
    for family in (None, str(uuid4())):
        run(database, told, str(uuid4()), NOW, str(Why.GLASS), family, walled)
    held = {id_: notices(desk, who(id_), NOW + 60, why()) for id_ in ("worker", "colleague")}
    assert {id_: len(each.notices) for id_, each in held.items() if isinstance(each, Notices)} == {
        "worker": 0,
        "colleague": 2,
    }


def test_the_wall_stands_around_the_whole_family(desk: Desk, database: str, walled: str) -> None:
    sibling = str(uuid4())
    ((family,),) = rows(database, "SELECT family FROM record.person WHERE id = %s", walled)
    rows(
        database,
        "INSERT INTO record.person (id, family, name) VALUES (%s, %s, 'Ben Invented') RETURNING id",
        sibling,
        family,
    )
    rows(
        database,
        "INSERT INTO record.subject (id, person, agency, ref) VALUES (%s, %s, 'council', 'ben') RETURNING id",
        sibling,
        sibling,
    )
    ask = Ask(actor=who("worker"), child=sibling, now=NOW + 60, stated=why(reason=REASON))
    assert isinstance(open_record(desk, ask), NothingThere)
    assert not isinstance(open_record(desk, replace(ask, actor=who("colleague"))), NothingThere)
