"""Tests that the database shows a look no more than it is for, whatever a statement asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.db import ProgrammingError
from psycopg import sql

from heeded.adapters.record.store.token import Scope, Tokens
from heeded.bootstrap.secret import derived
from heeded.casework.looking import Ask, Desk, open_record
from tests.borough import NOW, ada
from tests.casework.looking.conftest import desk
from tests.casework.looking.staff import who, why
from tests.casework.looking.telling import ada_is_bruised, child_of, one, rows, send

if TYPE_CHECKING:
    from heeded.adapters.record.store.transaction import Transaction

__all__ = ["desk"]

REFUSED = "permission denied|row-level security"
TABLES = (
    "person subject description identifier link address shield connection household entry leaf seen "
    "passed_on standing draft duty acknowledgement wake cover notice delivery look glass glass_review hold"
).split()


@contextmanager
def _in(scope: Scope, agency: str = "council", actor: str = "worker", *persons: str) -> Iterator[Transaction]:
    from heeded.adapters.record.store.transaction import opened  # noqa: PLC0415 - after Django is set up

    with opened(Tokens(derived("tokens", 64)), actor, agency) as tx:
        tx.enter(scope, map(UUID, persons))
        yield tx


def _count(tx: Transaction, table: str) -> int:
    cursor = tx._cursor  # noqa: SLF001 - to ask what no named statement asks
    cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier("record", table)))
    (row,) = cursor.fetchall()
    return int(row[0])


@pytest.fixture
def told(desk: Desk, database: str) -> tuple[str, str]:
    """Ada, told of by three agencies and looked at, and another child."""
    child = ada_is_bruised(database)
    send(one("police notice", agency="police", now=NOW + 10), NOW + 10)
    other = child_of(
        send(one("concern raised", child=ada("other", nhs="", born=date(2019, 7, 3)), agency="school")),
        database,
    )
    open_record(desk, Ask(actor=who("worker"), child=child, now=NOW + 60, stated=why()))
    return child, other


def test_whoever_writes_looks_down_reads_nothing(told: tuple[str, str]) -> None:
    with _in(Scope.NOTE, "council", "worker", *told) as tx:
        seen = {table: _count(tx, table) for table in TABLES}
    assert {table for table, count in seen.items() if count} <= {"subject"}


def test_before_content_an_agency_sees_its_own_alone(told: tuple[str, str]) -> None:
    child, _ = told
    with _in(Scope.BOND, "police", "constable", child) as tx:
        assert _count(tx, "entry") == 1
        assert _count(tx, "duty") == 0
        assert _count(tx, "look") == 0
        assert _count(tx, "person") == 0
    with _in(Scope.BOND, "council", "worker", child) as tx:
        assert _count(tx, "entry") == 0
        assert _count(tx, "look") == 1


def test_a_look_is_at_the_persons_named_alone(told: tuple[str, str], database: str) -> None:
    child, other = told
    with _in(Scope.LOOK, "council", "worker", other) as tx:
        assert _count(tx, "entry") == 1
        assert _count(tx, "person") == 1
    with _in(Scope.LOOK, "council", "worker", child) as tx:
        assert _count(tx, "entry") == 5
        assert _count(tx, "address") == 0
        assert _count(tx, "identifier") == len(rows(database, "SELECT FROM record.identifier"))
        assert _count(tx, "look") == 0


def test_looks_are_reviewed_by_child_and_glasses_by_agency(told: tuple[str, str]) -> None:
    child, other = told
    with _in(Scope.REVIEW, "council", "council-officer", other) as tx:
        assert _count(tx, "look") == 0
    with _in(Scope.REVIEW, "council", "council-officer", child) as tx:
        assert _count(tx, "look") == 1


def test_nobody_reviews_their_own_glass_whatever_the_application_says(
    told: tuple[str, str], database: str
) -> None:
    child, _ = told
    ((glass,),) = rows(
        database,
        "INSERT INTO record.glass (id, actor, agency, person, since, until, reason, review_by) "
        "VALUES (gen_random_uuid(), 'southby-both', 'southby', %s, 0, 1, 'x', 2) RETURNING id",
        child,
    )
    values = (glass, "southby-both", NOW, "rightly opened", "x", True)
    with pytest.raises(ProgrammingError, match=REFUSED), _in(Scope.REVIEW, "southby", "southby-both") as tx:
        tx.run("looking", "add_review", *values)
    by_another = (glass, "southby-officer", NOW, "rightly opened", "x", True)
    with (
        pytest.raises(ProgrammingError, match=REFUSED),
        _in(Scope.REVIEW, "council", "southby-officer") as tx,
    ):
        tx.run("looking", "add_review", *by_another)
    with _in(Scope.REVIEW, "southby", "southby-officer") as tx:
        assert tx.run("looking", "add_review", *by_another) == 1


@pytest.mark.parametrize(
    ("table", "column"), [("look", "reason"), ("glass", "reason"), ("glass_review", "words")]
)
def test_what_was_written_down_is_never_changed(told: tuple[str, str], table: str, column: str) -> None:
    assert told
    named = (sql.Identifier("record", table), sql.Identifier(column))
    statements = (
        sql.SQL("UPDATE {} SET {} = ''").format(*named),
        sql.SQL("DELETE FROM {}").format(named[0]),
    )
    for statement in statements:
        with pytest.raises(ProgrammingError, match=REFUSED), _in(Scope.REVIEW) as tx:
            tx._cursor.execute(statement)  # noqa: SLF001 - to try what no named statement does
