"""Tests of who looked, of the signs of a look, and of notices."""

from __future__ import annotations

from dataclasses import replace

from heeded.bootstrap import looking
from heeded.casework.looking import (
    Account,
    Ask,
    Desk,
    Existence,
    Lookers,
    NothingThere,
    Notices,
    Opened,
    Refused,
    Whose,
    account_for_family,
    break_glass,
    by_person,
    mark_read,
    notices,
    open_record,
    who_looked,
    worklist,
)
from heeded.casework.looking.deciding.signs import HARD, SOFT, Sign
from tests.borough import NOW
from tests.casework.looking.staff import REASON, system, who, why
from tests.casework.looking.telling import ada_is_bruised, connect, one, rows, run, send

YEAR = 365 * 24 * 3600


def _lookers(desk: Desk, child: str, now: int = NOW + 1000) -> Lookers:
    answer = who_looked(
        desk, Ask(actor=who("hospital-officer"), child=child, now=now, stated=why("oversight"))
    )
    assert isinstance(answer, Lookers)
    return answer


def test_every_look_is_told_the_refused_and_the_lists_among_them(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    connect(database, "colleague", child)
    open_record(desk, Ask(actor=who("worker"), child=child, now=NOW + 1, stated=why(reason=REASON)))
    open_record(desk, Ask(actor=who("colleague"), child=child, now=NOW + 2, stated=why()))
    open_record(desk, Ask(actor=who("southby-worker"), child=child, now=NOW + 3, stated=why()))
    worklist(desk, who("manager"), Whose.AGENCY, NOW + 4, why())
    told = [(look.actor, look.answer, look.records[0], look.reason) for look in _lookers(desk, child).looks]
    assert told == [
        ("manager", "permit", "worklist line", ""),
        ("southby-worker", "existence only", "existence", ""),
        ("colleague", "hide", "existence", ""),
        ("worker", "permit", "detail of an adult", REASON),
    ]
    again = _lookers(desk, child).looks[0]
    assert (again.actor, again.records) == ("hospital-officer", ("access log",))


def test_pages_of_looks_hold_each_once(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    made = [
        open_record(desk, Ask(actor=who("worker"), child=child, now=NOW + 1, stated=why())).look
        for _ in range(5)
    ]
    officer = Ask(actor=who("hospital-officer"), child=child, now=NOW + 9, stated=why("oversight"))
    told: list[str] = []
    before = None
    for _ in range(3):
        page = who_looked(desk, officer, before or (NOW + 2, ""), limit=2)
        assert isinstance(page, Lookers)
        told += [look.id for look in page.looks]
        before = page.next_before
    assert before is None
    assert sorted(told) == sorted(made)


def test_who_may_know_who_looked(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    send(one("worker allocated", practitioner="worker", now=NOW + 5), NOW + 5)
    connect(database, "school-officer", child)
    expected = {
        ("worker", "safeguarding"): Lookers,
        ("colleague", "safeguarding"): Refused,
        ("council-officer", "oversight"): Lookers,
        ("auditor", "oversight"): Lookers,
        ("council-lead", "oversight"): Refused,
        ("board", "oversight"): NothingThere,
        ("school-officer", "oversight"): NothingThere,
    }
    for (id_, purpose), kind in expected.items():
        ask = Ask(actor=who(id_), child=child, now=NOW + 60, stated=why(purpose))
        assert isinstance(who_looked(desk, ask), kind), id_
    with_reason = Ask(
        actor=who("council-lead"), child=child, now=NOW + 60, stated=why("oversight", reason=REASON)
    )
    assert isinstance(who_looked(desk, with_reason), Lookers)


def test_a_family_is_told_without_names_reasons_or_what_would_endanger(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    connect(database, "colleague", child)
    open_record(desk, Ask(actor=who("worker"), child=child, now=NOW + 1, stated=why(reason=REASON)))
    open_record(desk, Ask(actor=who("colleague"), child=child, now=NOW + 2, stated=why()))
    send(one("police notice", agency="police", now=NOW + 3), NOW + 3)
    police = open_record(desk, Ask(actor=who("constable"), child=child, now=NOW + 4, stated=why("crime")))
    officer = Ask(actor=who("council-officer"), child=child, now=NOW + 9, stated=why("oversight"))
    account = account_for_family(desk, officer, frozenset({police.look}))
    assert isinstance(account, Account)
    ((line,), held_back) = account.lines, account.held_back
    assert (line.agency, line.role, line.purpose, line.at) == (
        "council",
        "practitioner",
        "safeguarding",
        NOW + 1,
    )
    assert held_back == 1
    assert REASON not in repr(account)
    assert "Wanda" not in repr(account)


def test_signs_are_plain_facts(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    send(one("concern raised", agency="school", practitioner="teacher", now=NOW + 1), NOW + 1, by="teacher")
    asks = {
        "worker": (why(), set()),
        "southby-worker": (why(reason=REASON), {Sign.NO_STANDING}),
        "teacher": (why(), {Sign.OWN_WORDS, Sign.NO_STANDING}),
        "namesake": (why(), {Sign.SURNAME}),
    }
    for id_, (stated, signs) in asks.items():
        answer = open_record(desk, Ask(actor=who(id_), child=child, now=NOW + 60, stated=stated))
        ((held,),) = rows(database, "SELECT signs FROM record.look WHERE id = %s", answer.look)
        assert set(held) == {str(sign) for sign in signs}, id_


def test_after_many_children_in_an_hour_a_reason_is_asked_then_a_managers(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)

    def looked_at(count: int) -> None:
        run(
            database,
            "INSERT INTO record.look (id, at, actor, name, agency, role, person, operation, record_class, "
            "purpose, basis, reason, answer, rule) "
            "SELECT gen_random_uuid(), %s, 'worker', '', 'council', '', "
            "gen_random_uuid(), 'read', '{}', '', '', '', 'permit', 'x' FROM generate_series(1, %s)",
            NOW,
            count,
        )

    def answer(reason: str = "", agreed_by: str = "", now: int = NOW + 60) -> object:
        stated = looking.stated("safeguarding", reason=reason, agreed_by=agreed_by)
        return open_record(desk, Ask(actor=who("worker"), child=child, now=now, stated=stated))

    looked_at(SOFT - 1)
    assert isinstance(answer(), Opened)
    looked_at(1)
    assert isinstance(answer(), Refused)
    assert isinstance(answer(REASON), Opened)
    looked_at(HARD - SOFT)
    assert isinstance(answer(REASON), Refused)
    assert isinstance(answer(REASON, "worker"), Refused)
    assert isinstance(answer(REASON, "manager"), Opened)
    assert isinstance(answer(now=NOW + 3700), Opened)
    ask = Ask(actor=system("hospital"), child=child, now=NOW + 60, stated=why())
    assert isinstance(open_record(desk, ask), Opened)
    other = Ask(actor=who("worker"), child=str(child)[:-4] + "0000", now=NOW + 60, stated=why())
    assert isinstance(by_person(desk, other), Refused)


def test_notices_are_read_by_whom_they_are_for(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    break_glass(desk, Ask(actor=who("southby-worker"), child=child, now=NOW + 60, stated=why(reason=REASON)))
    mine = notices(desk, who("southby-officer"), NOW + 70, why("oversight"))
    assert isinstance(mine, Notices)
    assert [(each.why.name, each.read_at) for each in mine.notices] == [("GLASS", None)]
    ids = [each.id for each in mine.notices]
    assert mark_read(desk, who("southby-worker"), ids, NOW + 80) == 0
    assert mark_read(desk, who("council-officer"), ids, NOW + 80) == 0
    assert mark_read(desk, who("southby-officer"), ids, NOW + 80) == 1
    assert mark_read(desk, who("southby-officer"), ids, NOW + 90) == 0
    again = notices(desk, who("southby-officer"), NOW + 95, why("oversight"))
    assert isinstance(again, Notices)
    assert [(each.delivered_at, each.read_at, each.acted_at) for each in again.notices] == [
        (None, NOW + 80, None)
    ]
    unread = notices(desk, who("southby-officer"), NOW + 95, why("oversight"), unread=True)
    assert isinstance(unread, Notices)
    assert unread.notices == ()
    assert isinstance(notices(desk, who("auditor"), NOW, why("safeguarding")), Refused)


def test_a_standing_that_ends_ends_with_the_next_look(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    ask = Ask(actor=who("worker"), child=child, now=NOW + 60, stated=why())
    assert isinstance(open_record(desk, ask), Opened)
    run(database, "DELETE FROM record.duty WHERE agency = 'council'")
    run(database, "DELETE FROM record.passed_on WHERE agency = 'council'")
    assert isinstance(open_record(desk, ask), Existence)
    retired = replace(who("dr-okoro"), roles=frozenset())
    assert isinstance(open_record(desk, replace(ask, actor=retired)), NothingThere)


def test_a_whereabouts_under_a_shield_is_shown_to_those_it_names(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    facts = {"person": "ada", "place": "elsewhere"}
    send(one("whereabouts", facts=facts, now=NOW + 10), NOW + 10)
    run(
        database,
        "INSERT INTO record.shield (person, what, since, by, reason, open_to) "
        "VALUES (%s, 'address', 0, 'court', 'in a refuge', ARRAY['worker'])",
        child,
    )
    for id_, shown in (("worker", True), ("colleague", False), ("dr-okoro", False)):
        answer = open_record(desk, Ask(actor=who(id_), child=child, now=NOW + 60, stated=why()))
        assert isinstance(answer, Opened)
        assert ("whereabouts" in {each.entry.kind for each in answer.placed}) is shown, id_
        assert answer.withheld == {}
