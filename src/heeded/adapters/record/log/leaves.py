"""The log's leaves, read a stretch at a time on a connection of their own, as they were at one moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg import sql

from heeded.adapters.record.log.as_written import AsWritten, Outlandish, Read
from heeded.adapters.record.store.rows import entry_of
from heeded.adapters.record.store.statements import statement
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.core.log.erasure import Erasure
from heeded.core.log.leaf import Logged, content
from heeded.core.log.stretch import Asked, Stretch


class Leaves:
    """Reads as the application; another that is given this one's `snapshot` sees what this one sees.

    Close it when done.
    """

    def __init__(self, app: str, key: bytes, snapshot: str = "") -> None:
        self._tokens = Tokens(key)
        self._written = AsWritten()
        self._link = psycopg.connect(app)
        self._link.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        self._link.read_only = True
        if snapshot:
            self._link.execute(sql.SQL("SET TRANSACTION SNAPSHOT {}").format(snapshot))
        # A stretch is read along two indexes; the planner, which cannot see behind the policies, would look
        # for each entry alone.
        self._link.execute("SET LOCAL enable_nestloop = off")

    def close(self) -> None:
        """Give the connection back."""
        self._link.close()

    @property
    def snapshot(self) -> str:
        """The name of what this one sees, for others, as long as it is open."""
        ((name,),) = self._link.execute("SELECT pg_export_snapshot()").fetchall()
        return str(name)

    @property
    def size(self) -> int:
        """How many leaves the log has."""
        ((size,),) = self._rows("size")
        return int(size)

    def unsealed(self) -> list[str]:
        """The ids of entries that no leaf seals."""
        return [str(entry) for (entry,) in self._rows("unsealed")]

    def stretch(self, first: int, end: int, asked: Asked) -> Stretch:
        """The leaves from one place on and before another, each hashed anew."""
        read = self._read(first, end)
        if read is None:
            return Stretch.of(first, self._logged(first, end), asked)
        noted = self._logged(first, end, read.odd) if read.odd else []
        for row in noted:
            read.entries[row.place - first] = row.entry
        leaves = [bytes.fromhex(leaf) for leaf in read.leaves]
        return Stretch.whole(first, leaves, asked, entries=read.entries, noted=noted, last=_last(read, noted))

    def _read(self, first: int, end: int) -> Read | None:
        """The rows, where there is one for each place and each has a hash; else nothing."""
        read = Read(first)
        try:
            with self._link.transaction():
                texts = self._rows("written", first=first, end=end)
            for count, text in texts:
                self._written.read(count, text, read)
        except (Outlandish, psycopg.errors.ProgramLimitExceeded):
            return None
        return read

    def _logged(self, first: int, end: int, places: Sequence[int] | None = None) -> list[Logged]:
        """The rows of a stretch with what their columns come to; those at some places, or all."""
        rows = self._rows("logged", first=first, end=end, places=None if places is None else list(places))
        return [_logged(row) for row in rows]

    def _rows(self, name: str, **values: object) -> list[tuple[Any, ...]]:
        token = self._tokens.token(self._link.info.backend_pid, ITSELF, ITSELF, Scope.VERIFY)
        self._link.execute("SELECT set_config('heeded.token', %s, true)", [token])
        return self._link.execute(statement("verifying", name), values).fetchall()


def _last(read: Read, noted: Sequence[Logged]) -> bytes:
    """The last content in a stretch."""
    place, said = read.last
    odd = next((row.content for row in reversed(noted) if row.content and row.place > place), None)
    return odd or said.encode()


def _logged(row: tuple[Any, ...]) -> Logged:
    index, identity, leaf, erased, salt, received, leaves, ground, by, at, *columns = row
    content_now: bytes | None = None
    if columns[0] is not None:
        content_now = _content(tuple(columns), received)
    elif leaves is not None:
        content_now = _erasure(tuple(leaves), ground, by, at)
    return Logged(index, str(identity), leaf or b"", salt, content_now, erased)


def _erasure(leaves: tuple[int, ...], ground: str, by: str, at: int) -> bytes:
    """What an erasure's columns come to; nothing, which no leaf seals, where they are not even one's."""
    try:
        return Erasure(leaves=leaves, ground=ground, by=by, at=at).content
    except (ValueError, TypeError):
        return b""


def _content(columns: tuple[Any, ...], received: int) -> bytes:
    """What the columns come to; nothing, which no leaf seals, where they are not even an entry's."""
    try:
        entry = entry_of(columns)
        return content(entry, entry.child, received)
    except (ValueError, TypeError, KeyError, AttributeError):
        return b""
