"""Recording looks: one thread a process takes them from all readers and makes many durable at once."""

from __future__ import annotations

import os
import queue
import threading
import weakref
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotInTime
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID

import psycopg
from django.db import Error, InterfaceError, OperationalError, connection

from heeded.adapters.record.looking.rows import look_row
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import Transaction, opened
from heeded.adapters.record.waiting.outbox import put
from heeded.casework.ports.looks import Look, NotRecorded, Seen
from heeded.casework.ports.notices import Notice

AT_ONCE = 500
"""How many looks one transaction takes at most."""

WAITING = 10_000
"""How many looks may wait; beyond that the reader is refused at once."""

PATIENCE = 5.0
"""For how many seconds a reader waits for the look to be durable before being refused."""

_WRONG = (Error, psycopg.Error)
_NOT_THERE = (OperationalError, InterfaceError, psycopg.OperationalError, psycopg.InterfaceError)

_DAY = 24 * 3600

Waker = Callable[[int, int], None]
"""Has a wake (by its id) looked to at a moment (seconds UTC), when the transaction is kept."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A look that waits to be written, with what goes with it; `done` is resolved after the commit."""

    look: Look | None
    notices: Sequence[Notice]
    seen: Sequence[Seen]
    wake: bool
    done: Future[None] = field(default_factory=Future)


class _Promise:
    """A look on its way into the record."""

    def __init__(self, done: Future[None], patience: float) -> None:
        self._done = done
        self._patience = patience

    def wait(self) -> None:
        """Return when it is durable; NotRecorded where it could not be made so in time."""
        try:
            self._done.result(self._patience)
        except NotInTime:
            raise NotRecorded(f"no look could be recorded within {self._patience:g} seconds") from None


class GroupRecorder:
    """Commits looks in groups, on a connection of its own, so that a reader seldom waits for a whole commit.

    The thread starts with the first look and, after a fork, anew in the child. Where the database cannot
    be written, readers get NotRecorded; the thread connects again with the next look.
    """

    def __init__(self, naming: Naming, tokens: Tokens, waker: Waker, patience: float = PATIENCE) -> None:
        self._naming = naming
        self._tokens = tokens
        self._waker = waker
        self._patience = patience
        self._starting = threading.Lock()
        self._queue: queue.Queue[_Waiting | None] = queue.Queue(WAITING)
        self._thread: threading.Thread | None = None
        begin = weakref.WeakMethod(self._begin)
        os.register_at_fork(after_in_child=lambda: (again := begin()) and again())

    def record(
        self,
        look: Look | None,
        notices: Sequence[Notice] = (),
        seen: Sequence[Seen] = (),
        *,
        wake: bool = False,
    ) -> _Promise:
        """Have a look recorded; it returns at once. NotRecorded where too many wait already."""
        waiting = _Waiting(look, notices, seen, wake)
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="heeded looks", daemon=True)
                self._thread.start()
        try:
            self._queue.put_nowait(waiting)
        except queue.Full:
            raise NotRecorded(f"{WAITING} looks wait to be recorded already") from None
        return _Promise(waiting.done, self._patience)

    def close(self) -> None:
        """Write what waits, let go of the connection and end the thread; the next look starts another."""
        with self._starting:
            thread, self._thread = self._thread, None
            if thread is not None:
                self._queue.put(None)
                thread.join(self._patience)

    def _begin(self) -> None:
        """Begin anew in a forked child, where the thread is not."""
        self._starting = threading.Lock()
        self._queue = queue.Queue(WAITING)
        self._thread = None

    def _work(self) -> None:
        waiting, lasts = self._queue, True
        try:
            while lasts:
                group, lasts = _group(waiting)
                if group:
                    self._settle(group)
        finally:
            _let_go()

    def _settle(self, group: Sequence[_Waiting]) -> None:
        """Write a group, twice if need be: a connection may have died since it was last used."""
        try:
            try:
                self._write(group)
            except _WRONG:
                _let_go()
                self._write(group)
        except Exception as wrong:  # noqa: BLE001 - whatever it was, nobody may be left waiting
            _let_go()
            self._refuse(group, wrong)
        else:
            for each in group:
                each.done.set_result(None)

    def _refuse(self, group: Sequence[_Waiting], wrong: Exception) -> None:
        """Refuse each; where one alone cannot be written, only that one."""
        if len(group) > 1 and not isinstance(wrong, _NOT_THERE):
            for each in group:
                self._settle([each])
            return
        for each in group:
            refusal = NotRecorded(f"the look could not be recorded: {wrong}")
            refusal.__cause__ = wrong
            each.done.set_exception(refusal)

    def _once(self, look: Look | None, notice: Notice) -> UUID:
        """The name of a notice: whoever looks twice in a day is told of once."""
        day, actor = str(notice.at // _DAY), look.actor if look else ""
        return self._naming.notice(
            day, actor, notice.agency, notice.practitioner, str(notice.why), notice.child
        )

    def _write(self, group: Sequence[_Waiting]) -> None:
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.NOTE)
            tx.run_many("looking", "add_look", [look_row(each.look) for each in group if each.look])
            seen = [found for each in group for found in each.seen]
            _note(tx, seen)
            wakes = sorted({(found.family, found.at) for each in group if each.wake for found in each.seen})
            notices = {self._once(each.look, notice): notice for each in group for notice in each.notices}
            if wakes or notices:
                tx.enter(Scope.WORK)
                put(tx, notices.values(), notices)
            for family, at in wakes:
                for (wake,) in tx.rows("log", "add_wake", UUID(family), at):
                    self._waker(wake, at)


def _group(waiting: queue.Queue[_Waiting | None]) -> tuple[list[_Waiting], bool]:
    """What waits now, at least one; and whether there will be more."""
    group: list[_Waiting] = []
    each = waiting.get()
    while each is not None:
        group.append(each)
        if len(group) == AT_ONCE:
            return group, True
        try:
            each = waiting.get_nowait()
        except queue.Empty:
            return group, True
    return group, False


def _note(tx: Transaction, seen: Sequence[Seen]) -> None:
    whole = [(UUID(subject), each.agency, each.upto, each.at) for each in seen for subject in each.subjects]
    single = [
        (UUID(entry), UUID(each.person), each.agency, each.at) for each in seen for entry in each.entries
    ]
    tx.run_many("looking", "add_seen", whole)
    tx.run_many("looking", "add_told", single)


def _let_go() -> None:
    with suppress(*_WRONG):
        connection.close()
