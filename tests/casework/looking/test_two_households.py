"""Tests of an adult in two households: a look at one child is no look at the children of the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from heeded.adapters.record.store.token import Scope
from heeded.casework.looking import Ask, Desk, Opened, Whose, Worklist, open_record, worklist
from heeded.core.chronology.household import OF_AN_ADULT, TYING
from heeded.core.chronology.report import NHS_NUMBER, Described, Event, Identifier, Report
from tests.adapters.record.security.intruder import Children, Intruder
from tests.borough import NOW, ada, at
from tests.casework.looking.staff import REASON, who, why
from tests.casework.looking.telling import rows, run, send
from tests.faults.messages.stories import nhs_number

FATHER = Described(
    ref="dad",
    name="Dan Invented",
    born=date(1990, 1, 2),
    adult=True,
    identifiers=(Identifier(NHS_NUMBER, nhs_number(40)),),
)
BEA = Described(
    ref="bea",
    name="Bea Otherwise",
    born=date(2020, 5, 6),
    area="Norhaven",
    identifiers=(Identifier(NHS_NUMBER, nhs_number(41)),),
)
PARTNER = Described(ref="pat", name="Pat Otherwise", adult=True)


def told(ref: str, kind: str, child: str, later: int, **facts: object) -> Event:
    """An event of the council's, so many seconds before now."""
    named = {name.replace("_", " "): value for name, value in facts.items()}
    return Event(ref=ref, kind=kind, child=child, happened=at(NOW - 900 + later), told=NOW - 800, facts=named)  # type: ignore[arg-type]


def two_households() -> None:
    """Ada and her father, who left; then Bea's household, where he lives now."""
    one = (
        told("a1", "household joined", "ada", 1, person="ada", household="h1"),
        told("a2", "household joined", "ada", 2, person="dad", household="h1"),
        told("a3", "household left", "ada", 3, person="dad", household="h1"),
        told("a4", "concern raised", "ada", 4, strength="suspect", grounds="a bruise"),
    )
    send(Report(id="r1", agency="council", people=(ada(), FATHER), events=one))
    other = (
        told("b1", "household joined", "bea", 5, person="bea", household="h2"),
        told("b2", "household joined", "bea", 6, person="dad", household="h2"),
        told("b3", "household joined", "bea", 7, person="pat", household="h2"),
        told("b4", "concern raised", "bea", 8, strength="strong concern", grounds="what Bea said"),
        told("b5", "visit", "bea", 9, child_seen=True),
    )
    send(Report(id="r2", agency="hospital", people=(BEA, FATHER, PARTNER), events=other))
    arrest = replace(told("p1", "arrest", "bea", 10, person="dad"), facts={"person": "dad", "for": "assault"})
    send(Report(id="r3", agency="police", people=(BEA, FATHER), events=(arrest,)))
    hers = told("p2", "visit", "bea", 11, child_seen=True)
    send(Report(id="r4", agency="police", people=(BEA,), events=(hers,)))


def person(database: str, name: str) -> str:
    """Who bears a name in the record."""
    ((found,),) = rows(database, "SELECT id FROM record.person WHERE name = %s", name)
    return str(found)


def opened(desk: Desk, reader: str, child: str, now: int = NOW + 60) -> Opened:
    """A record opened for safeguarding, with a reason."""
    answer = open_record(desk, Ask(actor=who(reader), child=child, now=now, stated=why(reason=REASON)))
    assert isinstance(answer, Opened)
    return answer


@pytest.fixture
def both(desk: Desk, database: str) -> tuple[Desk, str]:
    """The record with both households in it, in one family."""
    two_households()
    assert len(rows(database, "SELECT DISTINCT family FROM record.person")) == 1
    return desk, database


def test_the_other_households_children_are_not_in_the_record_that_is_opened(both: tuple[Desk, str]) -> None:
    desk, database = both
    child, bea = person(database, "Ada Invented"), person(database, "Bea Otherwise")
    seen = opened(desk, "worker", child)
    assert {each.name for each in seen.chronology.people.values()} == {"Ada Invented", "Dan Invented"}
    assert bea not in repr(seen)
    assert "what Bea said" not in repr(seen)
    assert seen.elsewhere == 1
    assert [each.entry.kind for each in seen.placed].count("concern raised") == 1


def test_what_concerns_the_father_is_shown_and_whose_record_it_stands_in_is_not(
    both: tuple[Desk, str],
) -> None:
    desk, database = both
    father = person(database, "Dan Invented")
    (arrest,) = [
        each
        for each in opened(desk, "worker", person(database, "Ada Invented")).placed
        if each.entry.kind == "arrest"
    ]
    assert (arrest.entry.child, arrest.entry.facts["person"], arrest.subject) == (father, father, "")
    assert arrest.entry.facts["for"] == "assault"


def test_to_see_it_there_makes_nothing_else_of_that_child_known(both: tuple[Desk, str]) -> None:
    desk, database = both
    opened(desk, "worker", person(database, "Ada Invented"))
    bea = person(database, "Bea Otherwise")
    seen = rows(
        database,
        "SELECT 1 FROM record.seen JOIN record.subject ON subject.id = seen.subject "
        "WHERE person = %s AND seen.agency = 'council'",
        bea,
    )
    assert seen == []
    told_of = rows(
        database,
        "SELECT kind FROM record.passed_on JOIN record.entry ON entry.id = passed_on.entry "
        "WHERE passed_on.agency = 'council'",
    )
    assert ("arrest",) in told_of
    again = opened(desk, "worker", person(database, "Ada Invented"), NOW + 120)
    (arrest,) = [each.entry for each in again.placed if each.entry.kind == "arrest"]
    assert arrest.known_to("council") == NOW + 60


def test_those_who_work_with_the_other_household_see_theirs_and_not_this_one(both: tuple[Desk, str]) -> None:
    desk, database = both
    run(
        database,
        "UPDATE record.duty SET agency = 'police' WHERE person = %s",
        person(database, "Bea Otherwise"),
    )
    seen = opened(desk, "constable", person(database, "Bea Otherwise"))
    names = {each.name for each in seen.chronology.people.values()}
    assert names == {"Bea Otherwise", "Dan Invented", "Pat Otherwise"}
    assert "a bruise" not in repr(seen)


def test_a_because_of_another_households_entry_says_whom_to_ask_and_no_more(both: tuple[Desk, str]) -> None:
    desk, database = both
    child = person(database, "Ada Invented")
    ((theirs,),) = rows(
        database,
        "SELECT entry.id FROM record.entry JOIN record.subject ON subject.id = entry.subject "
        "WHERE person = %s AND kind = 'concern raised'",
        person(database, "Bea Otherwise"),
    )
    run(
        database,
        "UPDATE record.duty SET cites = cites || %s, because = 'what Bea said' WHERE person = %s",
        theirs,
        child,
    )
    expected = {"Because of an entry of another household: ask Northgate Hospital."}
    seen = opened(desk, "worker", child)
    assert {line.owed.because for line in seen.owed} == expected
    assert str(theirs) not in {id_ for line in seen.owed for id_ in line.owed.cites}
    page = worklist(desk, who("worker"), Whose.AGENCY, NOW + 60, why(reason=REASON))
    assert isinstance(page, Worklist)
    assert {line.because for line in page.lines if line.child.id == child} == expected
    assert "what Bea said" not in repr([line for line in page.lines if line.child.id == child])


def test_in_the_database_too_a_look_at_one_sees_nothing_of_the_other(
    both: tuple[Desk, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from heeded.adapters.record.store.transaction import Transaction  # noqa: PLC0415 - after Django is set up

    desk, database = both
    granted: set[str] = set()
    plain = Transaction.enter

    def enter(tx: Transaction, scope: Scope, persons: Iterable[UUID] = ()) -> None:
        named = list(persons)
        if scope is Scope.LOOK and tx.actor == "worker":
            granted.update(map(str, named))
        plain(tx, scope, named)

    monkeypatch.setattr(Transaction, "enter", enter)
    child, bea = person(database, "Ada Invented"), person(database, "Bea Otherwise")
    opened(desk, "worker", child)
    assert child in granted
    assert bea not in granted
    with Intruder(Children(database, UUID(child), UUID(bea)), "heeded_app") as intruder:
        intruder.granted(Scope.LOOK, map(UUID, granted), actor="worker", agency="council")
        kinds = {kind for (kind,) in intruder.rows("SELECT kind FROM record.entry")}
        assert "arrest" in kinds
        assert "visit" not in kinds
        assert intruder.rows("SELECT id FROM record.person WHERE id = %s", UUID(bea)) == []
        assert intruder.rows("SELECT id FROM record.subject WHERE person = %s", UUID(bea)) == []
        assert intruder.rows("SELECT id FROM record.duty WHERE person = %s", UUID(bea)) == []
        intruder.granted(Scope.LOOK, [UUID(bea)], actor="worker", agency="council")
        assert intruder.rows("SELECT id FROM record.entry WHERE kind = 'visit'")
        intruder.granted(Scope.KIN, [UUID(bea)], actor="worker", agency="council")
        assert intruder.rows("SELECT id FROM record.entry WHERE kind IN ('visit', 'concern raised')") == []


@pytest.mark.usefixtures("desk")
def test_the_walls_of_the_database_know_the_same_kinds(database: str) -> None:
    policies = dict(
        rows(
            database,
            "SELECT policyname, qual FROM pg_policies "
            "WHERE tablename = 'entry' AND policyname IN ('kin', 'concerning')",
        )
    )
    assert all(f"'{kind}'" in policies["kin"] for kind in TYING | {"withdrawal"})
    assert policies["kin"].count("'::text") - 1 == len(TYING) + 1 + 1
    assert all(f"'{kind}'" in policies["concerning"] for kind in OF_AN_ADULT)
    assert not any(f"'{kind}'" in policies["concerning"] for kind in TYING - OF_AN_ADULT)
