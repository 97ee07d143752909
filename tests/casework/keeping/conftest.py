"""A borough whose hospital's records of a child are past their time, and its records officers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from heeded.bootstrap import looking
from heeded.bootstrap.keeping import retention
from heeded.casework.keeping import By, Desk
from heeded.core.access import Actor, Role
from heeded.core.chronology.people import Agency
from heeded.core.chronology.report import Report
from tests.borough import NOW, ada, bruised, make_agencies

LATER = NOW + 27 * 366 * 24 * 3600
"""So much later that Ada is past the age until which a hospital keeps a child's record."""

HOSPITAL = Agency("hospital", "Northgate Hospital", "hospital", "")


def officer(name: str = "rosa", agency: str = "hospital", role: Role = Role.RECORDS_OFFICER) -> Actor:
    """Somebody who looks after an agency's records."""
    sector = {"hospital": "hospital", "council": "children's social care", "police": "police"}[agency]
    return Actor(id=name, name=name.title(), agency=agency, sector=sector, roles=frozenset({role}))


def by(
    name: str = "rosa", *, now: int = LATER, agency: str = "hospital", role: Role = Role.RECORDS_OFFICER
) -> By:
    """The same, with a purpose and a reason that says why."""
    stated = looking.stated("record-keeping", reason="Its period has run out and nobody needs it")
    return By(actor=officer(name, agency, role), now=now, stated=stated)


@pytest.fixture
def desk(database: str) -> Iterator[Desk]:
    """What keeping needs, on a fresh record that knows the borough's agencies."""
    make_agencies()
    yield retention.desk(database)
    looking.recorder().close()


def marked(canary: str, born_years_ago: int = 2) -> Report:
    """The hospital's report of Ada, with a canary wherever words go."""
    told = ada(ref=f"ref-{canary}", born=date(2026 - born_years_ago, 2, 15))
    told = replace(told, name=f"Ada {canary}", address=f"1 {canary} Road", postcode="ZZ1 1ZZ")
    report = bruised(canary, child=told)
    events = [
        replace(event, facts={**event.facts, "grounds": f"said {canary}"})
        if event.kind == "medical opinion"
        else event
        for event in report.events
    ]
    return replace(report, events=tuple(events))
