"""Tests that a first look is when an agency came to know, and that the family is then judged again."""

from __future__ import annotations

import pytest

from heeded import bootstrap
from heeded.bootstrap import live, looking
from heeded.casework.looking import Ask, Desk, Opened, open_record
from heeded.casework.ports import Author
from tests.borough import NOW
from tests.casework.looking.staff import REASON, who, why
from tests.casework.looking.telling import ada_is_bruised, one, rows, send


def _knew(child: str, kind: str, agency: str) -> int | None:
    """When an agency knew of the entry of a kind, as the record now holds it."""
    with live.open_record().writing([child], Author("council", "worker"), NOW + 9999) as work:
        entries = work.families[0].chronology.entries
    return next(entry for entry in entries if entry.kind == kind).known_to(agency)


def _open(desk: Desk, child: str, id_: str, now: int, reason: str = "") -> Opened:
    answer = open_record(desk, Ask(actor=who(id_), child=child, now=now, stated=why(reason=reason)))
    assert isinstance(answer, Opened)
    return answer


@pytest.mark.parametrize("times", [1, 3])
def test_a_first_look_is_when_an_agency_came_to_know(desk: Desk, database: str, times: int) -> None:
    child = ada_is_bruised(database)
    send(one("police notice", agency="police", now=NOW + 10), NOW + 10)
    assert _knew(child, "police notice", "council") is None
    for number in range(times):
        _open(desk, child, "worker", NOW + 60 + number)
    assert _knew(child, "police notice", "council") == NOW + 60
    assert _knew(child, "police notice", "hospital") is None
    send(one("police met child", agency="police", now=NOW + 200), NOW + 200)
    assert _knew(child, "police met child", "council") is None


def test_what_was_withheld_is_not_known(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    send(one("substance use known", agency="police", now=NOW + 10), NOW + 10)
    send(one("police notice", agency="police", now=NOW + 20), NOW + 20)
    opened = _open(desk, child, "worker", NOW + 60)
    assert opened.withheld == {"police": 1}
    assert _knew(child, "police notice", "council") == NOW + 60
    assert _knew(child, "substance use known", "council") is None
    _open(desk, child, "worker", NOW + 90, REASON)
    assert _knew(child, "substance use known", "council") == NOW + 90
    assert _knew(child, "police notice", "council") == NOW + 60


def test_pages_hold_every_entry_once_and_only_those_shown_are_known(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    for number in range(5):
        send(one("police notice", agency="police", now=NOW + number, name=f"n{number}"), NOW + number)
    shown: list[str] = []
    after, pages = -1, 0
    while True:
        ask = Ask(actor=who("worker"), child=child, now=NOW + 60 + pages, stated=why())
        page = open_record(desk, ask, after, limit=2)
        assert isinstance(page, Opened)
        shown += [each.entry.id for each in page.placed]
        pages += 1
        if page.next_after is None:
            break
        after = page.next_after
    held = rows(database, "SELECT id FROM record.entry ORDER BY index")
    assert shown == [str(id_) for (id_,) in held]
    with live.open_record().writing([child], Author("council", "worker"), NOW + 9999) as work:
        entries = work.families[0].chronology.entries
    notices = [entry.known_to("council") for entry in entries if entry.kind == "police notice"]
    assert notices == [NOW + 62, NOW + 62, NOW + 63, NOW + 63, NOW + 64]


def test_the_family_is_judged_again_when_a_look_tells_something_new(desk: Desk, database: str) -> None:
    assert looking.judges_knowing(bootstrap.open_handbook())
    child = ada_is_bruised(database)
    send(one("police notice", agency="police", now=NOW + 10), NOW + 10)
    before = set(rows(database, "SELECT id FROM record.wake"))
    _open(desk, child, "worker", NOW + 60)
    fresh = set(rows(database, "SELECT id FROM record.wake")) - before
    assert len(fresh) == 1
    ((wake,),) = fresh
    assert rows(database, "SELECT at FROM record.wake WHERE id = %s", wake) == [(NOW + 60,)]
    jobs = rows(database, "SELECT count(*) FROM procrastinate_jobs WHERE args->>'wake' = %s", str(wake))
    assert jobs == [(1,)]
    _open(desk, child, "worker", NOW + 61)
    assert set(rows(database, "SELECT id FROM record.wake")) - before == fresh
