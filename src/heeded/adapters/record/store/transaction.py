"""A transaction on the record, in the name of somebody and for a purpose that the database checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection, transaction
from psycopg.types.json import JsonbLoader

from heeded.adapters.record.store.statements import statement
from heeded.adapters.record.store.token import Scope, Tokens

Row = tuple[Any, ...]


class Transaction:
    """What one database transaction can do: run the named statements of a file, in a scope."""

    def __init__(self, cursor: psycopg.Cursor[Row], tokens: Tokens, actor: str, agency: str) -> None:
        self._cursor = cursor
        self._tokens = tokens
        self.actor = actor
        self.agency = agency

    def enter(self, scope: Scope, persons: Iterable[UUID] = ()) -> None:
        """From here on, see and write what this scope allows, of these persons."""
        backend = self._cursor.connection.info.backend_pid
        token = self._tokens.token(backend, self.actor, self.agency, scope, persons)
        self._cursor.execute("SELECT set_config('heeded.token', %s, true)", [token])

    def rows(self, file: str, name: str, *values: object) -> list[Row]:
        """The rows that a named statement gives."""
        self._cursor.execute(statement(file, name), values)
        return self._cursor.fetchall()

    def run(self, file: str, name: str, *values: object) -> int:
        """Run a named statement; how many rows it touched."""
        self._cursor.execute(statement(file, name), values)
        return self._cursor.rowcount

    def run_many(self, file: str, name: str, rows: Sequence[Sequence[object]]) -> None:
        """Run a named statement for each row of values, in one exchange with the server."""
        if rows:
            self._cursor.executemany(statement(file, name), rows)


@contextmanager
def opened(tokens: Tokens, actor: str, agency: str) -> Iterator[Transaction]:
    """One transaction: kept when the block ends well, undone when an exception leaves it."""
    with transaction.atomic(), connection.cursor() as wrapped:
        cursor = wrapped.cursor
        cursor.adapters.register_loader("jsonb", JsonbLoader)
        yield Transaction(cursor, tokens, actor, agency)
