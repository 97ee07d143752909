"""A transaction on the record, in the name of somebody and for a purpose that the database checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from json import JSONDecoder
from typing import Any
from uuid import UUID

import psycopg
from django.db import IntegrityError, OperationalError, connection, transaction
from psycopg.abc import Buffer
from psycopg.adapt import Loader

from heeded.adapters.record.store.room import Need, watched
from heeded.adapters.record.store.statements import statement, writes
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.casework.ports.contended import Contended
from heeded.casework.ports.room import NoRoom

Row = tuple[Any, ...]

_IN_THE_WAY = (
    psycopg.errors.DeadlockDetected,
    psycopg.errors.SerializationFailure,
    psycopg.errors.UniqueViolation,
)
"""What another transaction does to one: the last by keeping first what this one did not see yet."""

_ORDINARY = (Scope.WRITE, Scope.FIND, Scope.LIST, Scope.LOAD)
"""The scopes in which what anybody writes can wait for room, unless it is said to be urgent."""

_FULL = (
    "The disk of the record's database is full. Nothing of this was kept: send it again when there is room. "
    "Whoever runs the record has to make room now"
)


_decoded = JSONDecoder().raw_decode


class AsJson(Loader):
    """Reads what PostgreSQL wrote as JSON: it is whole and UTF-8, so nothing is looked for first."""

    def load(self, data: Buffer) -> Any:  # noqa: ANN401 - any value of JSON
        """The value."""
        return _decoded(bytes(data).decode())[0] if data != b"{}" else {}


class Asked(psycopg.Cursor[Row]):
    """A statement that was sent with others; its values are read as another cursor's."""

    def __init__(self, like: psycopg.Cursor[Row]) -> None:
        super().__init__(like.connection)
        self._adapters = like.adapters

    def rows(self) -> list[Row]:
        """The rows; once, and only when the block in which they were asked for has ended."""
        return self.fetchall()


class Transaction:
    """What one database transaction can do: run the named statements of a file, in a scope.

    Nothing is run before a scope is entered: a token that somebody left on the connection serves nobody.
    """

    def __init__(
        self,
        cursor: psycopg.Cursor[Row],
        tokens: Tokens,
        actor: str,
        agency: str,
        need: Need | None = None,
    ) -> None:
        self._need = need
        self._admitted = watched() is None
        self._cursor = cursor
        self._tokens = tokens
        self._entered = False
        self._scope = Scope.FIND
        self.actor = actor
        self.agency = agency

    def enter(self, scope: Scope, persons: Iterable[UUID] = ()) -> None:
        """From here on, see and write what this scope allows, of these persons."""
        backend = self._cursor.connection.info.backend_pid
        token = self._tokens.token(backend, self.actor, self.agency, scope, persons)
        self._cursor.execute("SELECT set_config('heeded.token', %s, true)", [token])
        self._entered = True
        self._scope = scope

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
            self._must_be_entered(file, name)
            self._cursor.executemany(statement(file, name), rows)

    def ask(self, file: str, name: str, *values: object) -> Asked:
        """Run a named statement `at_once` with others: its rows are there when the block has ended."""
        self._must_be_entered(file, name)
        asked = Asked(self._cursor)
        asked.execute(statement(file, name), values)
        return asked

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Statements sent in one exchange with the server, run in their order; their rows come at its end."""
        with self._cursor.connection.pipeline():
            yield

    def _run(self, file: str, name: str, values: Sequence[object]) -> None:
        self._must_be_entered(file, name)
        self._cursor.execute(statement(file, name), values)

    def _needs(self) -> Need:
        """How badly it must be written: as somebody said or, else, as its scope and whose it is tell."""
        if self._need is not None:
            return self._need
        return Need.ORDINARY if self._scope in _ORDINARY and self.actor != ITSELF else Need.OWN

    def _must_be_entered(self, file: str, name: str) -> None:
        if not self._entered:
            raise RuntimeError("enter a scope before running a statement")
        if not self._admitted and writes(file, name):
            self.admit()

    def admit(self) -> None:
        """Ask for room, before the first thing that is written; NoRoom where it has to wait."""
        room = watched()
        if room is not None:
            room.admit(self._needs())
        self._admitted = True


def alone(file: str, name: str, *values: object) -> list[Row]:
    """The rows of a named statement in a transaction of its own, on a table that tells of no child."""
    connection.close_if_health_check_failed()
    with connection.wrap_database_errors, psycopg.Cursor(_psycopg()) as cursor:
        return cursor.execute(statement(file, name), values).fetchall()


@contextmanager
def opened(
    tokens: Tokens, actor: str, agency: str, *, steady: bool = False, need: Need | None = None
) -> Iterator[Transaction]:
    """One transaction: kept when the block ends well, undone when an exception leaves it.

    A `steady` one sees the record throughout as it was at its first statement. `need` says how badly it
    must be written where its scope does not. Contended where it was undone because another transaction
    stood in its way, NoRoom where there is none left for it.
    """
    try:
        with transaction.atomic(), connection.wrap_database_errors, psycopg.Cursor(_psycopg()) as cursor:
            cursor.adapters.register_loader("jsonb", AsJson)
            if steady:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield Transaction(cursor, tokens, actor, agency, need)
    except (OperationalError, IntegrityError) as wrong:
        if isinstance(wrong.__cause__, _IN_THE_WAY):
            raise Contended("another transaction stood in the way of this one") from wrong
        if isinstance(wrong.__cause__, psycopg.errors.DiskFull):
            raise NoRoom(_FULL) from wrong
        raise


def _psycopg() -> psycopg.Connection[Row]:
    """Django's connection as it is: its cursors send values apart from statements, one statement at a time.

    So no statement in the server's lists and logs tells of a child, and a slip in one cannot bring another.
    """
    connection.ensure_connection()
    link: psycopg.Connection[Row] = connection.connection
    return link
