"""Writing in groups: one thread takes what many hand it and writes it in as few transactions as it can."""

from __future__ import annotations

import os
import queue
import threading
import weakref
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import psycopg
from django.db import Error, InterfaceError, OperationalError, connection

Written = TypeVar("Written")

AT_ONCE = 500
"""How many are written in one transaction at most."""

WAITING = 10_000
"""How many may wait; beyond that they are refused at once."""

WRONG = (Error, psycopg.Error)
_NOT_THERE = (OperationalError, InterfaceError, psycopg.OperationalError, psycopg.InterfaceError)


class TooManyWait(Exception):  # noqa: N818 - named for what is the case
    """So many wait to be written already that no more are taken."""


@dataclass(frozen=True, slots=True)
class _Waiting(Generic[Written]):
    """What waits to be written; `done` is resolved after the commit."""

    what: Written
    done: Future[None] = field(default_factory=Future)


class Groups(Generic[Written]):
    """A thread with a database connection of its own that writes what it is handed.

    It starts with the first of them and, after a fork, anew in the child. `write` writes a group in one
    transaction, and may be called twice with the same. `linger` is for how many seconds it waits for more.
    """

    def __init__(self, name: str, write: Callable[[Sequence[Written]], None], linger: float = 0) -> None:
        self._name = name
        self._write = write
        self._linger = linger
        self._starting = threading.Lock()
        self._closing = threading.Event()
        self._queue: queue.Queue[_Waiting[Written] | None] = queue.Queue(WAITING)
        self._thread: threading.Thread | None = None
        begin = weakref.WeakMethod(self._begin)
        os.register_at_fork(after_in_child=lambda: (again := begin()) and again())

    def hand(self, what: Written) -> Future[None]:
        """Have something written; the future is resolved once it is durable, or has why it is not."""
        waiting = _Waiting(what)
        with self._starting:
            if self._thread is None:
                self._closing.clear()
                self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
                self._thread.start()
            try:
                self._queue.put_nowait(waiting)
            except queue.Full:
                raise TooManyWait(f"{WAITING} wait to be written already") from None
        return waiting.done

    def close(self, patience: float) -> None:
        """Write what waits, let go of the connection and end the thread; what comes next starts another."""
        with self._starting:
            thread, self._thread = self._thread, None
            if thread is not None:
                self._closing.set()
                self._queue.put(None)
                thread.join(patience)

    def _begin(self) -> None:
        """Begin anew in a forked child, where the thread is not."""
        self._starting = threading.Lock()
        self._closing = threading.Event()
        self._queue = queue.Queue(WAITING)
        self._thread = None

    def _work(self) -> None:
        waiting, lasts = self._queue, True
        try:
            while lasts:
                group, lasts = self._group(waiting)
                if group:
                    self._settle(group)
        finally:
            let_go()

    def _group(self, waiting: queue.Queue[_Waiting[Written] | None]) -> tuple[list[_Waiting[Written]], bool]:
        """What waits now, at least one; and whether there will be more."""
        group: list[_Waiting[Written]] = []
        each = waiting.get()
        if each is not None and self._linger:
            self._closing.wait(self._linger)
        while each is not None:
            group.append(each)
            if len(group) == AT_ONCE:
                return group, True
            try:
                each = waiting.get_nowait()
            except queue.Empty:
                return group, True
        return group, False

    def _settle(self, group: Sequence[_Waiting[Written]]) -> None:
        """Write a group, twice if need be: a connection may have died since it was last used."""
        written = [each.what for each in group]
        try:
            try:
                self._write(written)
            except WRONG:
                let_go()
                self._write(written)
        except Exception as wrong:  # noqa: BLE001 - whatever it was, nobody may be left waiting
            let_go()
            self._refuse(group, wrong)
        else:
            for each in group:
                each.done.set_result(None)

    def _refuse(self, group: Sequence[_Waiting[Written]], wrong: Exception) -> None:
        """Refuse each; where one alone cannot be written, only that one."""
        if len(group) > 1 and not isinstance(wrong, _NOT_THERE):
            for each in group:
                self._settle([each])
            return
        for each in group:
            each.done.set_exception(wrong)


def let_go() -> None:
    """Close this thread's connection to the database; the next use opens another."""
    with suppress(*WRONG):
        connection.close()
