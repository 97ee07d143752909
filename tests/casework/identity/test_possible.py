"""Tests of a child who may be known: nothing joined, nothing shown, and a person asked within a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heeded.bootstrap import looking
from heeded.casework.identity import Desk, join, part, say
from heeded.casework.looking import Ask, open_record
from heeded.casework.looking.deciding.opened import Opened
from heeded.casework.ports.identity import Verdict
from heeded.core.chronology.report import NHS_NUMBER, Described, Identifier
from tests.borough import NOW, bruised
from tests.casework.identity.conftest import coordinator
from tests.casework.looking.staff import who, why
from tests.casework.looking.telling import child_of, rows, send

RULE = "a-child-who-may-be-known-is-recognised"
HOSPITALS = Described(
    ref="h", name="Tiago Ferreira da Silva", born=date(2024, 4, 3), area="Norhaven", postcode="N22 8LE"
)
POLICES = Described(
    ref="p", name="DASILVA Thiago", born=date(2024, 3, 4), area="Norhaven", postcode="N22 8LE"
)
COUNCILS = Described(
    ref="c", name="Tiago Ferreira", born=date(2024, 1, 1), area="Norhaven", postcode="N22 8LE"
)
BROTHER = replace(HOSPITALS, ref="b", name="Rui Ferreira da Silva", born=date(2021, 9, 20))


def owed(database: str) -> list[tuple[str, str, str]]:
    """The identity checks that are owed: towards whom, by whom, how."""
    found = rows(database, "SELECT person::text, agency, verdict FROM record.duty WHERE rule = %s", RULE)
    return sorted((person, agency, verdict) for person, agency, verdict in found)


def opened(name: str, child: str, now: int) -> Opened:
    """A member of staff reads a child's record."""
    answer = open_record(looking.desk(), Ask(actor=who(name), child=child, now=now, stated=why()))
    assert isinstance(answer, Opened)
    return answer


@pytest.fixture
def visits(desk: Desk, database: str) -> tuple[str, str]:
    """A child seen at the hospital, and met by the police under another spelling."""
    del desk
    first = child_of(send(bruised("h1", child=HOSPITALS)), database)
    second = child_of(send(bruised("p1", agency="police", child=POLICES), NOW + 60), database)
    return first, second


def test_the_second_visit_joins_nobody_and_asks_for_a_persons_word(
    visits: tuple[str, str], database: str
) -> None:
    first, second = visits
    assert first != second
    assert owed(database) == [(second, "council", "due")]


def test_it_says_who_holds_the_other_record_and_nothing_that_stands_in_it(visits: tuple[str, str]) -> None:
    first, second = visits
    asked = [
        each
        for each in opened("constable", second, NOW + 120).whole.entries
        if each.kind.startswith("identity")
    ]
    ((facts),) = [each.facts for each in asked]
    assert facts["held by"] == frozenset({"Northgate Hospital"})
    assert "day and month the other way round" in str(facts["because"])
    for word in ("Tiago", "tiago", "Ferreira", first):
        assert word not in str([each.facts for each in asked]) + str([each.keys for each in asked])


def test_a_persons_word_joins_them_and_settles_it(desk: Desk, visits: tuple[str, str], database: str) -> None:
    joined = join(desk, coordinator(NOW + 200), *visits)
    assert owed(database) == []
    whole = opened("worker", joined.person, NOW + 300).whole
    assert [each.facts["outcome"] for each in whole.entries if each.kind == "identity decided"] == [
        "one child"
    ]
    assert sum(each.kind == "injury observed" for each in whole.entries) == 2


@pytest.mark.parametrize(
    ("verdict", "outcome"), [(Verdict.DIFFERENT, "two children"), (Verdict.UNSURE, "cannot tell")]
)
def test_a_word_that_does_not_join_them_settles_it_too(
    desk: Desk, visits: tuple[str, str], database: str, verdict: Verdict, outcome: str
) -> None:
    say(desk, coordinator(NOW + 200), *visits, verdict)
    assert owed(database) == []
    entries = opened("worker", visits[1], NOW + 300).whole.entries
    assert [each.facts["outcome"] for each in entries if each.kind == "identity decided"] == [outcome]
    again = bruised("p2", agency="police", child=replace(POLICES, sex="male"), now=NOW + 900)
    send(again, NOW + 1000)
    assert owed(database) == []


def test_a_third_spelling_is_asked_about_too(desk: Desk, visits: tuple[str, str], database: str) -> None:
    joined = join(desk, coordinator(NOW + 200), *visits)
    third = child_of(send(bruised("c1", agency="council", child=COUNCILS), NOW + 300), database)
    assert third != joined.person
    assert [person for person, _, _ in owed(database)] == [third]
    whole = join(desk, coordinator(NOW + 400), joined.person, third)
    assert owed(database) == []
    done = part(desk, coordinator(NOW + 500), whole.person, whole.moved)
    assert {done.apart.kept, done.apart.parted} == {joined.person, third}


def test_the_same_report_again_asks_nothing_again(visits: tuple[str, str], database: str) -> None:
    assert visits
    before = rows(database, "SELECT count(*) FROM record.entry")
    send(bruised("p1", agency="police", child=POLICES), NOW + 600)
    assert rows(database, "SELECT count(*) FROM record.entry") == before


def test_a_brother_at_the_same_address_is_not_asked_about(desk: Desk, database: str) -> None:
    del desk
    send(bruised("h1", child=HOSPITALS))
    send(bruised("c1", agency="council", child=BROTHER), NOW + 60)
    assert owed(database) == []


def test_a_number_with_another_birth_date_links_nobody_and_is_asked_about(desk: Desk, database: str) -> None:
    """C7: a number alone never links where what goes with it says otherwise."""
    del desk
    number = (Identifier(NHS_NUMBER, "9434765919"),)
    first = child_of(send(bruised("h1", child=replace(HOSPITALS, identifiers=number))), database)
    other = replace(POLICES, identifiers=number)
    second = child_of(send(bruised("p1", agency="police", child=other), NOW + 60), database)
    assert first != second
    assert [person for person, _, _ in owed(database)] == [second]
