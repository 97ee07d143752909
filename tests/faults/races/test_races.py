"""Races between agencies: one person for a number, one family for siblings, and the right worklist."""

from __future__ import annotations

import os
from dataclasses import replace

from heeded.bootstrap.running import rebuilding
from heeded.core.chronology.report import Event, Report
from tests.adapters.record.security.intruder import as_admin
from tests.borough import NOW, at, bruised, make_agencies, somebody
from tests.faults.messages.stories import nhs_number
from tests.faults.races.pairs import starting_together

PAIRS = int(os.environ.get("HEEDED_RACED_PAIRS", "100"))
"""How many pairs race; the release's campaign sets 1,000."""


def joined(name: str, child: str, household: str) -> Report:
    """A school's report that a child whom it knows by a reference of its own came to live somewhere."""
    event = Event(
        ref=name,
        kind="household joined",
        child=child,
        happened=at(NOW - 60),
        told=NOW - 30,
        facts={"person": child, "household": household},
    )
    return Report(id=name, agency="school", people=(somebody(child),), events=(event,))


def sibling_told(agency: str, name: str, one: int, other: int) -> Report:
    """An agency's report that one child is another's sibling, each by number."""
    people = tuple(somebody(str(each), f"{name}-{each}", nhs_number(each)) for each in (one, other))
    first, second = people
    event = Event(
        ref=f"{name}-sibling",
        kind="relationship recorded",
        child=first.ref,
        happened=at(NOW - 60),
        told=NOW - 30,
        facts={"person": first.ref, "to": second.ref, "relation": "sibling"},
    )
    return Report(id=name, agency=agency, people=people, events=(event,))


def test_the_same_number_told_by_two_at_once_is_one_person(database: str) -> None:
    make_agencies()
    with starting_together(2) as race:
        for pair in range(PAIRS):
            child = somebody(f"c{pair}", nhs=nhs_number(pair))
            received = race(
                [
                    bruised(f"h{pair}", child=child),
                    bruised(f"p{pair}", agency="police", child=replace(child, ref=f"p{pair}")),
                ]
            )
            assert all(len(each.kept) == 4 for each in received)
    with as_admin(database) as admin:
        by_number = admin.execute(
            "SELECT count(DISTINCT person) FROM record.identifier "
            "JOIN record.subject ON subject.id = subject "
            "GROUP BY sought"
        ).fetchall()
    assert by_number == [(1,)] * PAIRS


def test_siblings_told_of_at_once_crosswise_are_one_family_and_the_worklist_is_right(database: str) -> None:
    """Each of two agencies ties two children together, in opposite order, while each has an injury told."""
    make_agencies()
    with starting_together(4) as race:
        for pair in range(PAIRS // 4):
            one, other = 2 * pair, 2 * pair + 1
            received = race(
                [
                    sibling_told("school", f"s{pair}", one, other),
                    sibling_told("police", f"q{pair}", other, one),
                    bruised(f"h{pair}", child=somebody(str(one), f"a{pair}", nhs_number(one))),
                    bruised(
                        f"c{pair}",
                        agency="council",
                        child=somebody(str(other), f"b{pair}", nhs_number(other)),
                    ),
                ]
            )
            assert [len(each.kept) for each in received] == [1, 1, 4, 4]
    with as_admin(database) as admin:
        families = admin.execute(
            "SELECT count(DISTINCT person.id) FROM record.person JOIN record.subject ON person = person.id "
            "GROUP BY family"
        ).fetchall()
        assert families == [(2,)] * (PAIRS // 4)
        size = admin.execute("SELECT size, (SELECT count(*) FROM record.entry) FROM record.head").fetchone()
    assert size is not None
    assert size[0] == size[1] == 10 * (PAIRS // 4)
    assert [checked.differences for checked in rebuilding.check(NOW) if checked.differences] == []


def test_two_who_wait_for_each_other_are_both_kept(database: str) -> None:
    """Each of two children moves to where the other lives: each report holds one and wants the other."""
    make_agencies()
    with starting_together(2) as race:
        for pair in range(PAIRS // 5):
            one, other = f"x{pair}", f"y{pair}"
            for child in (one, other):
                race(
                    [
                        joined(f"{child}-1", child, f"home of {child}"),
                        joined(f"{child}-0", f"z{child}", f"of z{child}"),
                    ]
                )
            received = race(
                [joined(f"{one}-2", one, f"home of {other}"), joined(f"{other}-2", other, f"home of {one}")]
            )
            assert [len(each.kept) for each in received] == [1, 1]
    with as_admin(database) as admin:
        deadlocks = admin.execute(
            "SELECT pg_stat_get_db_deadlocks(oid) FROM pg_database WHERE datname = current_database()"
        ).fetchone()
        apart = admin.execute(
            "SELECT count(*) FROM (SELECT FROM record.person GROUP BY family HAVING count(*) = 2) AS pair"
        ).fetchone()
    assert apart == (PAIRS // 5,)
    assert deadlocks is not None
    assert deadlocks[0] > 0, "nobody ever waited for another: this race proves nothing"
