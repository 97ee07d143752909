"""What the borough's record holds for the tests of looking, and what stands in its tables."""

from __future__ import annotations

from typing import Any

import psycopg

from heeded import bootstrap
from heeded.bootstrap import live
from heeded.casework.ports import Author
from heeded.casework.receive import Received, receive
from heeded.core.chronology.report import Described, Event, Report
from tests.borough import NOW, ada, at, bruised


def send(report: Report, now: int = NOW, by: str = "") -> Received:
    """Have the record receive a report from its agency's system, or from a practitioner of that id."""
    system = f"{report.agency}-system"
    author = Author(report.agency, by) if by else Author(report.agency, system, through=system)
    return receive(report, author, now, live.open_record(), bootstrap.open_handbook())


def child_of(received: Received, database: str) -> str:
    """The person that a report was about."""
    entry = next(iter((*received.kept, *received.held_already))).entry
    ((person,),) = rows(
        database,
        "SELECT person FROM record.entry JOIN record.subject ON subject.id = subject WHERE entry.id = %s",
        entry,
    )
    return str(person)


def ada_is_bruised(database: str) -> str:
    """The hospital reports that Ada is bruised, and refers her; who Ada is in the record."""
    return child_of(send(bruised()), database)


def one(  # noqa: PLR0913 - what an event consists of
    kind: str,
    *,
    agency: str = "council",
    child: Described | None = None,
    practitioner: str = "",
    facts: dict[str, Any] | None = None,
    keys: dict[str, str] | None = None,
    now: int = NOW,
    people: tuple[Described, ...] = (),
    name: str = "",
) -> Report:
    """A report of one event about Ada, or another child."""
    child = child or ada()
    ref = name or f"{kind}-{now}"
    event = Event(
        ref=ref,
        kind=kind,
        child=child.ref,
        happened=at(now - 60),
        told=now - 30,
        practitioner=practitioner,
        facts=facts or {},
        keys=keys or {},
    )
    return Report(id=ref, agency=agency, people=(child, *people), events=(event,))


def connect(database: str, practitioner: str, person: str, how: str = "aunt") -> None:
    """Put down that a member of staff is connected with somebody."""
    run(
        database,
        "INSERT INTO record.connection (practitioner, person, how, since, by) VALUES (%s, %s, %s, 0, 'test')",
        practitioner,
        person,
        how,
    )


def run(database: str, statement: str, *values: object) -> None:
    """Run a statement as the administrator, over every policy."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(statement.encode(), values)


def rows(database: str, statement: str, *values: object) -> list[tuple[Any, ...]]:
    """What a statement gives the administrator, over every policy."""
    with psycopg.connect(database, autocommit=True) as connection:
        return connection.execute(statement.encode(), values).fetchall()
