"""The log read through for its verification: each leaf, with what it seals built from its columns."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from django.db import connection

from heeded.adapters.record.store.rows import entry_of
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import Transaction, opened
from heeded.core.log.erasure import Erasure
from heeded.core.log.leaf import Logged, content

AT_ONCE = 5_000
"""How many leaves are read in one statement."""


class Verifying:
    """Reads the log under the keys of a deployment; nothing that it reads is believed for its own sake."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def logged(self) -> Iterator[Logged]:
        """Every leaf that the log had when the reading began, in order."""
        with self._reading() as tx:
            ((size,),) = tx.rows("verifying", "size")
        with _Reader() as reader:
            ahead = reader.submit(self._page, -1, size)
            while rows := ahead.result():
                ahead = reader.submit(self._page, rows[-1][0], size)
                yield from map(_logged, rows)

    def unsealed(self) -> Iterator[str]:
        """The ids of entries that no leaf seals."""
        with self._reading() as tx:
            rows = tx.rows("verifying", "unsealed")
        yield from (str(entry) for (entry,) in rows)

    def _page(self, last: int, size: int) -> list[tuple[Any, ...]]:
        with self._reading() as tx:
            return tx.rows("verifying", "logged", last, size, AT_ONCE)

    @contextmanager
    def _reading(self) -> Iterator[Transaction]:
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.VERIFY)
            yield tx


class _Reader(ThreadPoolExecutor):
    """A thread that reads the next page while this one is computed, on a connection that it closes."""

    def __init__(self) -> None:
        super().__init__(1, "heeded verify")

    def __exit__(self, *wrong: object) -> None:
        self.submit(lambda: connection.close())  # noqa: PLW0108 - each thread has a connection of its own
        self.shutdown()


def _logged(row: tuple[Any, ...]) -> Logged:
    index, identity, leaf, erased, salt, received, leaves, ground, by, at, *columns = row
    content_now: bytes | None = None
    if columns[0] is not None:
        content_now = _content(tuple(columns), received)
    elif leaves is not None:
        content_now = _erasure(tuple(leaves), ground, by, at)
    return Logged(
        index, str(identity), bytes(leaf), None if salt is None else bytes(salt), content_now, erased
    )


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
