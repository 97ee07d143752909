"""How somebody stands to a child is the same before a look and under lock, and never by their own words."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heeded import bootstrap
from heeded.bootstrap import live, looking
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.core.access import Actor, Bond
from heeded.core.access.standing import bond
from tests.borough import NOW, ada, make_agencies
from tests.casework.looking.staff import make_staff, who
from tests.casework.looking.telling import one, rows

AGENCY = {"worker": "council", "southby-worker": "southby", "teacher": "school", "constable": "police"}
KINDS = ("injury observed", "concern raised", "referral made", "worker allocated", "worker stood down")
NUMBERS = count()
telling = st.tuples(
    st.sampled_from([*AGENCY, "manager", "hospital-system", "council-system", "school-system"]),
    st.sampled_from(KINDS),
)


@pytest.fixture
def borough(database: str) -> str:
    """The borough's agencies and staff."""
    make_agencies()
    make_staff()
    return database


def number() -> str:
    """An NHS number that nobody in this test has yet."""
    while True:
        digits = f"{943_000_000 + next(NUMBERS)}"
        check = (
            11 - sum(int(each) * weight for each, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
        )
        if check != 10:
            return f"{digits}{check % 11}"


def tell(nhs: str, by: str, kind: str, place: int) -> str:
    """One event about the child of a number, told by somebody or by a system; the entry, if it was kept."""
    agency = {"manager": "council"}.get(by) or AGENCY.get(by) or by.removesuffix("-system")
    practitioner = "worker" if by in {"manager", "council-system"} else by if by in AGENCY else ""
    author = Author(agency, by, through=by if by.endswith("-system") else "")
    now, name = NOW + 60 * place, f"{agency}-{nhs}-{place}"
    facts = {"to": "children's social care"} if kind == "referral made" else {}
    child = ada(f"{agency}-{nhs}", nhs=nhs, born=None)
    report = one(kind, agency=agency, child=child, practitioner=practitioner, facts=facts, now=now, name=name)
    told = receive(report, author, now, live.open_record(), bootstrap.open_handbook())
    return told.kept[0].entry if told.kept else ""


def before_a_look(actor: Actor, child: str, now: int) -> Bond:
    with looking.desk().record.reading(actor, now) as reading:
        return reading.ties(child).bond


def under_lock(actor: Actor, child: str, now: int) -> Bond:
    with live.open_record().writing([child], Author(actor.agency, actor.id), now) as work:
        return bond(actor, work.shown(actor, child), now)


def person(database: str, entry: str) -> str:
    found = rows(
        database,
        "SELECT person FROM record.entry JOIN record.subject ON subject.id = subject WHERE entry.id = %s",
        entry,
    )
    return str(found[0][0])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(telling, min_size=1, max_size=5), st.integers(1, 600))
def test_both_walls_see_the_same_ties_and_none_of_ones_own_making(
    borough: str, tellings: list[tuple[str, str]], later: int
) -> None:
    nhs, now = number(), NOW + 60 * len(tellings) + later
    kept = [entry for place, (by, kind) in enumerate(tellings) if (entry := tell(nhs, by, kind, place))]
    child = person(borough, kept[0])
    for name in AGENCY:
        actor = who(name)
        found = before_a_look(actor, child, now)
        assert under_lock(actor, child, now) == found, name
        others = [(place, *each) for place, each in enumerate(tellings) if each[0] != name]
        assert _no_more(found, _without(borough, actor, others, now)), (name, found)


def _without(borough: str, actor: Actor, tellings: list[tuple[int, str, str]], now: int) -> Bond:
    """How somebody would stand to a child of whom all was told but what they told."""
    nhs = number()
    kept = [entry for place, by, kind in tellings if (entry := tell(nhs, by, kind, place))]
    return before_a_look(actor, person(borough, kept[0]), now) if kept else Bond()


def _no_more(found: Bond, other: Bond) -> bool:
    return all(
        not getattr(found, tie) or getattr(other, tie) for tie in ("allocated", "involved", "own_agency")
    )
