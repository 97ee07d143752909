"""Tests of the conflict wall over generated households and staff: nothing tells a hidden child from none."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from statistics import median
from time import perf_counter
from typing import Any
from uuid import uuid4

import pytest

from heeded.casework.looking import Ask, Desk, NothingThere, break_glass, by_person, open_record, who_looked
from tests.borough import NOW
from tests.casework.looking.staff import REASON, STAFF, who, why
from tests.casework.looking.telling import rows, run

CONNECT = (
    "INSERT INTO record.connection (practitioner, person, how, since, by) VALUES (%s, %s, %s, 0, 'test')"
)
HOUSEHOLDS = 300
AGENCIES = '"record_agency"'
"""Read anew every few seconds, whoever is asked after."""
LARGEST = 6
WAYS: dict[str, Callable[[Desk, Ask], object]] = {
    "open": open_record,
    "existence": by_person,
    "break the glass": break_glass,
    "who looked": who_looked,
}


@dataclass
class Watched:
    """The statements that looking ran, each with how many rows it gave, since last asked."""

    run: list[tuple[str, ...]] = field(default_factory=list)

    def taken(self) -> list[tuple[str, ...]]:
        """What ran; begin anew."""
        ran, self.run = self.run, []
        return ran


@pytest.fixture
def watched(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """Watches what readers (not the recorder) ask of the database."""
    from django.db import connection  # noqa: PLC0415 - after Django is set up

    from heeded.adapters.record.store import transaction  # noqa: PLC0415 - as above

    assert desk.judges_knowing
    seen = Watched()
    plain_rows, plain_enter = transaction.Transaction.rows, transaction.Transaction.enter

    def rows_of(tx: transaction.Transaction, file: str, name: str, *values: object) -> Any:  # noqa: ANN401
        if tx.actor != "heeded":
            seen.run.append((file, name))
        return plain_rows(tx, file, name, *values)

    def enter(tx: transaction.Transaction, scope: Any, persons: Any = ()) -> None:  # noqa: ANN401
        if tx.actor != "heeded":
            seen.run.append(("enter", str(scope)))
        plain_enter(tx, scope, persons)

    monkeypatch.setattr(transaction.Transaction, "rows", rows_of)
    monkeypatch.setattr(transaction.Transaction, "enter", enter)

    def by_django(execute: Any, sql: str, *rest: Any) -> Any:  # noqa: ANN401
        if AGENCIES not in sql:
            seen.run.append(("django", sql))
        return execute(sql, *rest)

    with connection.execute_wrapper(by_django):
        yield seen


def _households(database: str, chance: random.Random) -> list[tuple[str, str]]:
    """Households, each with a member of staff who is connected with one of its people: child and staff."""
    made = []
    people, subjects, connections = [], [], []
    for number in range(HOUSEHOLDS):
        family = [str(uuid4()) for _ in range(chance.randint(1, LARGEST))]
        for place, person in enumerate(family):
            people.append((person, family[0], f"Person{place} Family{number}", place > 1))
            subjects += [
                (str(uuid4()) if extra else person, person, agency, f"{number}-{place}-{extra}")
                for extra, agency in enumerate(
                    chance.sample(["council", "hospital", "police", "school"], k=chance.randint(1, 3))
                )
            ]
        staff = chance.choice(STAFF)[0]
        connections.append((staff, chance.choice(family), chance.choice(["self", "aunt", "partner"])))
        made.append((chance.choice(family), staff))
    for statement, values in (
        ("INSERT INTO record.person (id, family, name, adult) VALUES (%s, %s, %s, %s)", people),
        ("INSERT INTO record.subject (id, person, agency, ref) VALUES (%s, %s, %s, %s)", subjects),
        (CONNECT, connections),
    ):
        _many(database, statement, values)
    return made


def _many(database: str, statement: str, values: list[Any]) -> None:
    import psycopg  # noqa: PLC0415 - here alone

    with psycopg.connect(database) as connection, connection.cursor() as cursor:
        cursor.executemany(statement.encode(), values)


def test_connected_staff_are_answered_as_of_children_who_are_not_there(
    desk: Desk, database: str, watched: Watched
) -> None:
    chance = random.Random(20260701)  # noqa: S311 - to make households, not secrets
    timed: dict[bool, list[float]] = {True: [], False: []}
    for number, (child, staff) in enumerate(_households(database, chance)):
        way = list(WAYS)[number % len(WAYS)]
        stated = why(chance.choice(["safeguarding", "oversight"]), reason=REASON)
        answers, ran = [], []
        pair = (child, str(uuid4()))
        for asked in pair if number % 8 < len(WAYS) else pair[::-1]:
            ask = Ask(actor=who(staff), child=asked, now=NOW + 4000 * number, stated=stated)
            watched.taken()
            began = perf_counter()
            answer = WAYS[way](desk, ask)
            timed[asked == child].append(perf_counter() - began)
            assert isinstance(answer, NothingThere), (way, staff)
            answers.append(repr(replace(answer, look="")).encode())
            ran.append(watched.taken())
        assert answers[0] == answers[1]
        assert ran[0] == ran[1], (way, staff)
    assert rows(database, "SELECT count(*) FROM record.look") == [(2 * HOUSEHOLDS,)]
    apart = abs(median(timed[True]) - median(timed[False]))
    assert apart < 0.005, apart


def test_with_the_connection_gone_the_same_staff_see_the_child(desk: Desk, database: str) -> None:
    chance = random.Random(7)  # noqa: S311 - as above
    households = _households(database, chance)[:40]
    run(database, "UPDATE record.connection SET until = %s", NOW)
    opened = {
        staff: type(
            by_person(desk, Ask(actor=who(staff), child=child, now=NOW + 4000 * number, stated=why()))
        )
        for number, (child, staff) in enumerate(households)
    }
    without_content = {"auditor", "administrator", "board"}
    assert {staff for staff, kind in opened.items() if kind is NothingThere} <= without_content
    assert tuple in opened.values()
