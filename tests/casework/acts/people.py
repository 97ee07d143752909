"""Invented people of the borough, who act in tests."""

from __future__ import annotations

from heeded.adapters.record.store.token import Scope, Tokens
from heeded.bootstrap import live, looking, open_handbook
from heeded.bootstrap.secret import derived
from heeded.casework.acting import By
from heeded.casework.ports import Author
from heeded.casework.receive import Received, receive
from heeded.casework.unasked.look_again import look_again_until
from heeded.core.access import Actor, Role
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.report import Report
from tests.borough import AGENCIES, NOW

SECTORS = {identity: (sector, area) for identity, _, sector, area in AGENCIES}


def actor(name: str, agency: str, *roles: Role) -> Actor:
    """Somebody of an agency, in some roles."""
    sector, area = SECTORS[agency]
    return Actor(
        id=name,
        name=name,
        agency=agency,
        sector=sector,
        area=area,
        roles=frozenset(roles or {Role.PRACTITIONER}),
    )


DOCTOR = actor("dr-okoro", "hospital", Role.DESIGNATED_LEAD)
NURSE = actor("nurse-lind", "hospital")
LEAD = actor("ms-hale", "council", Role.TEAM_MANAGER)
WORKER = actor("mr-adeyemi", "council")
OTHER_LEAD = actor("ms-south", "southby", Role.TEAM_MANAGER)
OFFICER = actor("dc-marsh", "police", Role.TEAM_MANAGER)
TEACHER = actor("mr-kent", "school", Role.DESIGNATED_LEAD)


def by(who: Actor, request: str, now: int = NOW + 60, post: str = "") -> By:
    """Somebody who acts for the child's safety, under a request of that name."""
    purpose = looking.stated("safeguarding", reason="the child was found with bruises twice")
    return By(actor=who, request=request, now=now, stated=purpose, post=post)


def told(report: Report, now: int = NOW) -> Received:
    """A report received from its agency."""
    return receive(report, Author(report.agency, "system"), now, live.open_record(), open_handbook())


def child_of(received: Received) -> str:
    """The child of a report, as a person of the record."""
    owed = next(line for changed in received.changed for line in changed.owed)
    return owed.finding.child


def chronology(child: str, now: int = NOW) -> Chronology:
    """What the record holds of a child's family."""
    with live.open_record().writing([child], Author("council", "test"), now) as work:
        return work.families[0].chronology


def owed(child: str, now: int = NOW) -> set[tuple[str, str]]:
    """Which agencies owe what towards a child's family: agency and rule."""
    with live.open_record().writing([child], Author("council", "test"), now) as work:
        return {(line.agency, line.finding.rule) for line in work.families[0].owed}


def notices() -> list[tuple[str, str]]:
    """Every notice in the outbox: the agency and why, in the order of the moments."""
    from django.db import connection, transaction  # noqa: PLC0415 - after Django is set up

    tokens = Tokens(derived("tokens", 64))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
        token = tokens.token(backend, "heeded", "heeded", Scope.WORK)
        cursor.execute("SELECT set_config('heeded.token', %s, true)", [token])
        cursor.execute("SELECT agency, why FROM record.notice ORDER BY at, agency, why")
        return [(agency, why) for agency, why in cursor.fetchall()]


def pass_time(until: int) -> int:
    """Let time pass with nobody reporting anything; how often a family was judged again."""
    from heeded.adapters.record.waiting.wakes import PostgresWaiting  # noqa: PLC0415 - after Django is set up

    waiting = PostgresWaiting(Tokens(derived("tokens", 64)))
    return sum(1 for _ in look_again_until(until, live.open_record(), waiting, open_handbook()))
