"""A transaction on the record, in the name of somebody and for a purpose that the database checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
from django.db import IntegrityError, OperationalError, connection, transaction
from psycopg.types.json import JsonbLoader

from heeded.adapters.record.store.statements import statement
from heeded.adapters.record.store.token import Scope, Tokens
from heeded.casework.ports.contended import Contended

Row = tuple[Any, ...]

_IN_THE_WAY = (
    psycopg.errors.DeadlockDetected,
    psycopg.errors.SerializationFailure,
    psycopg.errors.UniqueViolation,
)
"""What another transaction does to one: the last by keeping first what this one did not see yet."""


class Transaction:
    """What one database transaction can do: run the named statements of a file, in a scope.

    Nothing is run before a scope is entered: a token that somebody left on the connection serves nobody.
    """

    def __init__(self, cursor: psycopg.Cursor[Row], tokens: Tokens, actor: str, agency: str) -> None:
        self._cursor = cursor
        self._tokens = tokens
        self._entered = False
        self.actor = actor
        self.agency = agency

    def enter(self, scope: Scope, persons: Iterable[UUID] = ()) -> None:
        """From here on, see and write what this scope allows, of these persons."""
        backend = self._cursor.connection.info.backend_pid
        token = self._tokens.token(backend, self.actor, self.agency, scope, persons)
        self._cursor.execute("SELECT set_config('heeded.token', %s, true)", [token])
        self._entered = True

    def rows(self, file: str, name: str, *values: object) -> list[Row]:
        """The rows that a named statement gives."""
        self._run(file, name, values)
        return self._cursor.fetchall()

    def run(self, file: str, name: str, *values: object) -> int:
        """Run a named statement; how many rows it touched."""
        self._run(file, name, values)
        return self._cursor.rowcount

    def run_many(self, file: str, name: str, rows: Sequence[Sequence[object]]) -> None:
        """Run a named statement for each row of values, in one exchange with the server."""
        if len(rows) == 1:
            self._run(file, name, rows[0])
        elif rows:
            self._must_be_entered()
            self._cursor.executemany(statement(file, name), rows)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Statements whose rows nobody asks for, in one exchange with the server at the end of the block."""
        with self._cursor.connection.pipeline():
            yield

    def _run(self, file: str, name: str, values: Sequence[object]) -> None:
        self._must_be_entered()
        self._cursor.execute(statement(file, name), values)

    def _must_be_entered(self) -> None:
        if not self._entered:
            raise RuntimeError("enter a scope before running a statement")


@contextmanager
def opened(tokens: Tokens, actor: str, agency: str, *, steady: bool = False) -> Iterator[Transaction]:
    """One transaction: kept when the block ends well, undone when an exception leaves it.

    A `steady` one sees the record throughout as it was at its first statement. Contended where
    it was undone because another transaction stood in its way.
    """
    try:
        with transaction.atomic(), connection.wrap_database_errors, psycopg.Cursor(_psycopg()) as cursor:
            cursor.adapters.register_loader("jsonb", JsonbLoader)
            if steady:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield Transaction(cursor, tokens, actor, agency)
    except (OperationalError, IntegrityError) as wrong:
        if isinstance(wrong.__cause__, _IN_THE_WAY):
            raise Contended("another transaction stood in the way of this one") from wrong
        raise


def _psycopg() -> psycopg.Connection[Row]:
    """Django's connection as it is: its cursors send values apart from statements, one statement at a time.

    So no statement in the server's lists and logs tells of a child, and a slip in one cannot bring another.
    """
    connection.ensure_connection()
    link: psycopg.Connection[Row] = connection.connection
    return link
