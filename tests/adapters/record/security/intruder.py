"""An intruder: somebody who runs any statement they like on a connection of one of the record's roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, LiteralString, Self
from uuid import UUID

import psycopg

from heeded.adapters.record.store.token import Scope, Tokens
from heeded.bootstrap import live
from heeded.bootstrap.secret import derived

NAMING_A_CHILD = (
    "acknowledgement address assertion card connection delivery description disposal draft duty erasure "
    "entry family_account family_account_step glass glass_referred glass_review hold household identifier "
    "leaf link look notice passed_on person search_key seal seen shield standing subject wake"
).split()
"""The tables of the record that say something of a child."""


@dataclass(frozen=True, slots=True)
class Children:
    """The database (as its administrator reaches it), and the persons in it."""

    database: str
    granted: UUID
    hidden: UUID


class Intruder:
    """Whoever has taken over a connection; what the application has granted it is given with `granted`."""

    def __init__(self, children: Children, role: str) -> None:
        self.children = children
        self.link = psycopg.connect(live.signed_in(children.database, role), autocommit=True)

    def granted(
        self,
        scope: Scope,
        persons: Iterable[UUID] | None = None,
        *,
        actor: str = "hospital-system",
        agency: str = "hospital",
        kept: bool = True,
    ) -> str:
        """What the application puts on a connection when it lets somebody look: its token, given back.

        `kept` leaves it on the connection, as an intruder would.
        """
        named = [self.children.granted] if persons is None else list(persons)
        token = Tokens(derived("tokens", 64)).token(self.link.info.backend_pid, actor, agency, scope, named)
        if kept:
            self.put(token)
        return token

    def put(self, token: str) -> None:
        """Put something on the connection as if it were its token."""
        self.link.execute("SELECT set_config('heeded.token', %s, false)", [token])

    def rows(self, statement: LiteralString, *values: object) -> list[tuple[Any, ...]]:
        """What a statement gives."""
        return self.link.execute(statement, values).fetchall()

    def value(self, statement: LiteralString, *values: object) -> Any:  # noqa: ANN401 - whatever it gives
        """The one value that a statement gives."""
        ((value,),) = self.rows(statement, *values)
        return value

    def touched(self, statement: LiteralString, *values: object) -> int:
        """How many rows a statement wrote."""
        return self.link.execute(statement, values).rowcount

    def readable(self) -> list[str]:
        """The tables that say something of a child and that this role may read at all."""
        return [
            name
            for name in NAMING_A_CHILD
            if self.value("SELECT has_table_privilege(%s, 'SELECT')", f"record.{name}")
        ]

    def seen(self) -> dict[str, int]:
        """How many rows it sees of each of these tables, where it sees any."""
        counts = {name: self.count(name) for name in self.readable()}
        return {name: count for name, count in counts.items() if count}

    def count(self, table: str) -> int:
        """How many rows of a table of the record it sees."""
        query = psycopg.sql.SQL("SELECT count(*) FROM record.{}").format(psycopg.sql.Identifier(table))
        row = self.link.execute(query).fetchone()
        assert row is not None
        return int(row[0])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.link.close()


def as_admin(database: str) -> psycopg.Connection[tuple[Any, ...]]:
    """A connection of the database's administrator, who sees what is really there."""
    return psycopg.connect(database, autocommit=True)
