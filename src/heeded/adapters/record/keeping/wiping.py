"""Wiping: what was erased leaves the database's files too, and the log of changes that they are mended from.

A row that is deleted stays in its file as free space, and in PostgreSQL's write-ahead log, until something is
written over it. The tables are written anew, and the log's old files are given back instead of used again.
"""

from __future__ import annotations

from dataclasses import dataclass

import psycopg
from psycopg import sql

from heeded.adapters.record.store.statements import statement

TABLES = (
    *("entry", "description", "identifier", "address", "person", "subject", "link", "household", "duty"),
    "card",
    *(
        "acknowledgement",
        "notice",
        "delivery",
        "draft",
        "shield",
        "connection",
        "passed_on",
        "seen",
        "standing",
        "family_account",
        "family_account_step",
    ),
)
"""The tables of which an erasure takes rows."""


@dataclass(frozen=True, slots=True)
class Wiped:
    """How a wipe went: whether the write-ahead log was wiped too, and how many others' work was under way.

    What is under way may still see rows that were erased, which then stay in the tables: wipe again later.
    """

    log_too: bool
    under_way: int

    @property
    def whole(self) -> bool:
        """Whether nothing of what was erased is left in the files."""
        return self.log_too and not self.under_way


def wipe(admin: str) -> Wiped:
    """Write the tables anew and give the old files back, as the administrator of a connection string.

    Each table is locked while it is written: do it when few people work. Only a superuser can have the
    write-ahead log's files given back; on a server of somebody else's it says that they were not.
    """
    with psycopg.connect(admin, autocommit=True) as connection:
        for table in TABLES:
            whole = sql.Identifier("record", table)
            connection.execute(sql.SQL("VACUUM (FULL) {}").format(whole))
        log_too = _value(connection, "is_superuser") == 1
        if log_too:
            _wipe_log(connection)
        return Wiped(log_too, _value(connection, "under_way"))


def _wipe_log(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Move on past every file of the write-ahead log that there is, and have the old ones given back."""
    connection.execute("ALTER SYSTEM SET wal_recycle = off")
    try:
        connection.execute("SELECT pg_reload_conf()")
        for _ in range(_value(connection, "log_files") + 1):
            connection.execute("SELECT pg_logical_emit_message(false, 'heeded', '')")
            connection.execute("SELECT pg_switch_wal()")
        connection.execute("CHECKPOINT")
        connection.execute("CHECKPOINT")
    finally:
        connection.execute("ALTER SYSTEM RESET wal_recycle")
        connection.execute("SELECT pg_reload_conf()")


def _value(connection: psycopg.Connection[tuple[object, ...]], name: str) -> int:
    row = connection.execute(statement("wiping", name).encode()).fetchone()
    return int(str(row[0])) if row else 0
