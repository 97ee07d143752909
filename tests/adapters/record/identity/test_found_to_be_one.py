"""Two children who turn out to be one: their families become one, in whatever order that came to light."""

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from uuid import UUID

import psycopg
import pytest

from heeded import bootstrap
from heeded.adapters.record.identity.families import as_one
from heeded.bootstrap import live
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.core.chronology.report import NHS_NUMBER, UPN, Described, Event, Identifier, Report
from tests.borough import NOW, ada, at, make_agencies

BROTHER = Described(ref="brother", name="Bo Invented", born=date(2020, 1, 1), area="Norhaven")
MOTHER = Described(ref="mother", name="Di Invented", adult=True)


def told(agency: str, name: str, child: Described, *others: Described) -> Report:
    """An agency's concern about a child, and that others are of the child's family."""
    happened, moment = at(NOW - 60), NOW - 30
    events = [
        Event(ref=f"{name}-concern", kind="concern raised", child=child.ref, happened=happened, told=moment)
    ]
    events += [
        Event(
            ref=f"{name}-{other.ref}",
            kind="relationship recorded",
            child=child.ref,
            happened=happened,
            told=moment,
            facts={"person": other.ref, "to": child.ref, "relation": "sibling"},
        )
        for other in others
    ]
    return Report(id=name, agency=agency, people=(child, *others), events=tuple(events))


HOSPITALS = told("hospital", "h1", ada(nhs=""), MOTHER)
COUNCILS = told("council", "c1", ada("a-1"), BROTHER)
SAYS_WHO = told("hospital", "h2", ada())


def keep(report: Report) -> int:
    """How many events of a report are kept."""
    record, by = live.open_record(), Author(report.agency, "x")
    received = receive(report, by, NOW, record, bootstrap.open_handbook(), asks=False)
    assert not received.refusals
    return len(received.kept)


def families(database: str) -> list[tuple[int, int]]:
    """How many people, and how many entries about them, each family holds."""
    with psycopg.connect(database) as admin:
        return admin.execute(
            "SELECT count(DISTINCT person.id), count(DISTINCT entry.id) FROM record.person "
            "JOIN record.subject ON subject.person = person.id "
            "LEFT JOIN record.entry ON entry.subject = subject.id GROUP BY family"
        ).fetchall()


@pytest.mark.parametrize("order", [*permutations((HOSPITALS, COUNCILS, SAYS_WHO))])
def test_the_families_of_a_child_who_was_two_are_one(database: str, order: Sequence[Report]) -> None:
    make_agencies()
    assert [keep(report) for report in order] == [len(report.events) for report in order]
    assert families(database) == [(3, 5)]


def test_a_child_who_was_three_is_one(database: str) -> None:
    """One report says with one number that its child is the first, and with another that it is the second."""
    make_agencies()
    pupil = Identifier(UPN, "B999240010012")
    by_nhs = ada("of nhs")
    by_upn = Described(ref="of upn", name="Ada Invented", born=by_nhs.born, identifiers=(pupil,))
    unknown = Described(ref="of neither", name="Ada Invented", born=by_nhs.born)
    assert keep(told("council", "c1", by_nhs, BROTHER)) == 2
    assert keep(told("school", "s1", by_upn)) == 1
    assert keep(told("police", "p1", unknown, MOTHER)) == 2
    both = Described(
        ref=unknown.ref,
        name="Ada Invented",
        born=by_nhs.born,
        identifiers=(Identifier(NHS_NUMBER, "9434765919"), pupil),
    )
    twice = Described(ref="again", name="Ada Invented", born=by_nhs.born, identifiers=(pupil,))
    assert keep(told("police", "p2", both, twice)) == 2
    assert families(database) == [(3, 7)]


def test_who_is_one_with_one_is_one_with_all() -> None:
    one, two, three, four = (UUID(int=number) for number in range(4))
    assert as_one([{one, two}, {four}, {two, three}]) == [{four}, {one, two, three}]
    assert as_one([{one, two}, {three, four}, {two, three}]) == [{one, two, three, four}]


def test_no_reference_of_an_agency_is_taken_for_somebody_chosen_from_the_record(database: str) -> None:
    make_agencies()
    keep(told("hospital", "h1", ada()))
    with psycopg.connect(database) as admin:
        ((person,),) = admin.execute("SELECT id FROM record.person").fetchall()
    keep(told("council", "c1", ada(f"person {person}", nhs="")))
    said = told("council", "c2", ada(str(person)))
    by = Author("council", "ms-hale")
    report = Report(id="c2", agency="council", people=(), events=said.events)
    with live.open_record().receiving(report, by, NOW, [str(person)]) as (work, place):
        (held,) = work.families
        assert [*held.chronology.people] == [str(person)]
        assert place.subjects[str(person)] not in held.chronology.people
