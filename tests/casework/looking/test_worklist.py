"""Tests of the worklist: mine, my team's, my agency's; paging, acknowledging, covering."""

from __future__ import annotations

import re

import psycopg
import pytest

from heeded.adapters.record.store.statements import statement
from heeded.casework.looking import (
    Desk,
    Line,
    NotArranged,
    NothingThere,
    Refused,
    Whose,
    Worklist,
    acknowledge,
    cover,
    covers,
    worklist,
)
from heeded.casework.looking.deciding.opened import WITHHELD
from tests.borough import NOW, ada, bruised
from tests.casework.looking.staff import REASON, who, why
from tests.casework.looking.telling import ada_is_bruised, one, rows, run, send

DAY = 24 * 3600


def _lines(desk: Desk, id_: str, whose: Whose = Whose.AGENCY, now: int = NOW + 60) -> tuple[Line, ...]:
    page = worklist(desk, who(id_), whose, now, why())
    assert isinstance(page, Worklist)
    return page.lines


def _children(count: int) -> None:
    for number in range(count):
        child = ada(f"child-{number}", nhs="")
        send(bruised(f"m{number}", child=child, now=NOW + number), NOW + number)


def test_a_line_says_which_clause_what_why_by_when_and_on_what_it_rests(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    line = next(each for each in _lines(desk, "worker") if each.rule == "strategy-discussion-is-held")
    assert (line.child.id, line.child.name) == (child, "Ada Invented")
    assert line.ref
    assert line.owed
    assert "strong concern" in line.because
    assert line.due is not None
    assert line.left == line.due - NOW - 60
    assert not line.overdue
    assert line.cites


def test_lists_are_an_agencys_own(desk: Desk, database: str) -> None:
    ada_is_bruised(database)
    assert {line.agency for line in _lines(desk, "worker")} == {"council"}
    assert {line.agency for line in _lines(desk, "nurse")} == {"hospital"}
    assert _lines(desk, "southby-worker") == ()
    assert isinstance(worklist(desk, who("auditor"), Whose.AGENCY, NOW, why("oversight")), Refused)
    assert isinstance(worklist(desk, who("worker"), Whose.AGENCY, NOW, None), Refused)


def test_pages_hold_every_line_once_what_is_due_first_standing_first(desk: Desk, database: str) -> None:
    _children(4)
    whole = _lines(desk, "worker")
    paged: list[Line] = []
    after = None
    while True:
        page = worklist(desk, who("worker"), Whose.AGENCY, NOW + 60, why(), after, limit=3)
        assert isinstance(page, Worklist)
        paged += page.lines
        if (after := page.next_after) is None:
            break
    assert paged == list(whole)
    dues = [line.due for line in whole]
    assert dues == sorted(dues, key=lambda due: (due is None, due))
    count = rows(database, "SELECT count(*) FROM record.duty WHERE agency = 'council'")
    assert [(len(whole),)] == count


def test_a_page_of_a_list_is_found_by_its_place_in_the_index_and_not_by_reading_what_is_before(
    desk: Desk, database: str
) -> None:
    assert isinstance(desk, Desk)
    nobody: list[str] = []
    after = (NOW, "00000000-0000-0000-0000-000000000000")
    with psycopg.connect(database) as admin:
        admin.execute("SET enable_seqscan = off")
        admin.execute(statement("lists", "in_order"))
        told = admin.execute(
            f"EXPLAIN {statement('lists', 'worklist')}".encode(),
            ("council-norhaven", nobody, None, nobody, *after, 50),
        ).fetchall()
    plan = "\n".join(line for (line,) in told)
    assert re.search(r"Index Scan using duty_list", plan), plan
    assert re.search(r"Index Cond: .*agency = .* AND .*ROW\(COALESCE\(due", plan), plan
    assert "Sort Key: (COALESCE" not in plan, plan


def test_overdue_lines_stand_first_and_households_together(desk: Desk) -> None:
    _children(3)
    page = worklist(desk, who("worker"), Whose.AGENCY, NOW + 400 * DAY, why())
    assert isinstance(page, Worklist)
    overdue = [line.overdue for line in page.lines]
    assert any(overdue)
    assert overdue == sorted(overdue, reverse=True)
    assert all(line.left is None or line.left < 0 for line in page.lines)
    assert [len({line.family for line in group}) for group in page.households] == [1, 1, 1]


def test_what_is_mine_is_what_is_allocated_to_me_and_to_those_for_whom_i_cover(
    desk: Desk, database: str
) -> None:
    ada_is_bruised(database)
    send(one("worker allocated", practitioner="worker", now=NOW + 10), NOW + 10)
    run(database, "UPDATE record.duty SET practitioner = 'worker' WHERE agency = 'council'")
    mine = _lines(desk, "worker", Whose.MINE)
    assert mine
    assert _lines(desk, "colleague", Whose.MINE) == ()
    assert _lines(desk, "colleague", Whose.TEAM) == mine
    assert _lines(desk, "stranger", Whose.TEAM) == ()
    cover(desk, who("worker"), "worker", "colleague", NOW + DAY, NOW + 3 * DAY, NOW)
    for days, covered in ((0, False), (1, True), (2, True), (3, False)):
        lines = _lines(desk, "colleague", Whose.MINE, NOW + days * DAY)
        assert bool(lines) is covered, days


def test_who_may_put_down_cover(desk: Desk) -> None:
    span = (NOW, NOW + DAY, NOW)
    cover(desk, who("manager"), "worker", "colleague", *span)
    cover(desk, who("worker"), "worker", "stranger", *span)
    for by, absent, instead in (
        ("colleague", "worker", "colleague"),
        ("manager", "stranger", "colleague"),
        ("worker", "worker", "worker"),
        ("worker", "worker", "nurse"),
        ("worker", "worker", "nobody"),
    ):
        with pytest.raises(NotArranged):
            cover(desk, who(by), absent, instead, *span)
    for since, until in ((NOW, NOW), (NOW - 2 * DAY, NOW - DAY), (NOW, NOW + 800 * DAY)):
        with pytest.raises(NotArranged, match="ends after it begins"):
            cover(desk, who("worker"), "worker", "colleague", since, until, NOW)
    assert [(each.absent, each.cover) for each in covers(desk, who("manager"), NOW)] == [
        ("worker", "colleague"),
        ("worker", "stranger"),
    ]
    assert list(covers(desk, who("nurse"), NOW)) == []


def test_an_acknowledgement_survives_that_the_line_is_judged_again(desk: Desk, database: str) -> None:
    ada_is_bruised(database)
    line = _lines(desk, "worker")[0]
    first = acknowledge(desk, who("worker"), line.id, NOW + 70, why())
    again = acknowledge(desk, who("worker"), line.id, NOW + 90, why())
    assert first == again
    send(one("police met child", agency="police", now=NOW + 100), NOW + 100)
    after = next(each for each in _lines(desk, "colleague") if each.id == line.id)
    assert [(each.by, each.at) for each in after.acknowledged] == [("worker", NOW + 70)]
    assert isinstance(acknowledge(desk, who("nurse"), line.id, NOW, why()), NothingThere)
    assert isinstance(acknowledge(desk, who("worker"), "no line", NOW, why()), NothingThere)


def test_a_list_is_a_look_at_everybody_whom_it_names(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    page = worklist(desk, who("worker"), Whose.AGENCY, NOW + 60, why())
    ((people, person, kinds),) = rows(
        database, "SELECT people, person, record_class FROM record.look WHERE id = %s", page.look
    )
    assert [str(each) for each in people] == [child]
    assert (person, kinds) == (None, ["worklist line"])


def test_a_because_that_rests_on_what_is_kept_close_is_withheld_without_a_reason(
    desk: Desk, database: str
) -> None:
    ada_is_bruised(database)
    send(one("substance use known", agency="police", now=NOW + 20), NOW + 20)
    ((close,),) = rows(database, "SELECT id FROM record.entry WHERE kind = 'substance use known'")
    run(database, "UPDATE record.duty SET cites = cites || %s WHERE agency = 'council'", close)
    assert {line.because for line in _lines(desk, "worker")} == {WITHHELD}
    page = worklist(desk, who("worker"), Whose.AGENCY, NOW + 60, why(reason=REASON))
    assert isinstance(page, Worklist)
    assert WITHHELD not in {line.because for line in page.lines}


def test_a_line_about_a_concern_about_staff_is_for_designated_leads(desk: Desk, database: str) -> None:
    ada_is_bruised(database)
    send(one("concern about staff", agency="school", now=NOW + 20), NOW + 20)
    ((hidden,),) = rows(database, "SELECT id FROM record.entry WHERE kind = 'concern about staff'")
    run(database, "UPDATE record.duty SET cites = ARRAY[%s] WHERE agency = 'council'", hidden)
    assert _lines(desk, "worker") == ()
    page = worklist(desk, who("council-lead"), Whose.AGENCY, NOW + 60, why(reason=REASON))
    assert isinstance(page, Worklist)
    assert page.lines


def test_a_shielded_name_stands_on_no_list(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    run(
        database,
        "INSERT INTO record.shield (person, what, since, by, reason, open_to) "
        "VALUES (%s, 'identity', 0, 'court', 'in hiding', ARRAY['colleague'])",
        child,
    )
    assert {line.child.name for line in _lines(desk, "worker")} == {""}
    assert {line.child.name for line in _lines(desk, "colleague")} == {"Ada Invented"}
