"""Room on the disk: below a reserve nothing but concerns is written, and those at the last from a ballast."""

from __future__ import annotations

import fcntl
import logging
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path

from heeded.casework.ports.room import NoRoom
from heeded.core.evidence.disagreement.answers import CONCERNS

RESERVE = 512 * 2**20
"""How many bytes are kept for concerns, on a disk of 10 GiB and more."""

SHARE = 0.05
"""Which share of a smaller disk is kept for concerns."""

BALLAST = 64 * 2**20
"""How many bytes a file holds that is removed when even concerns would find no room."""

URGENT = frozenset(CONCERNS) | frozenset(
    (
        "hospital attendance",
        "injury observed",
        "observation recorded",
        "disclosure",
        "referral made",
        "contact received",
        "disagreement opened",
        "police notice",
        "domestic abuse incident",
        "police protection started",
    )
)
"""The kinds of event that are never refused for want of room: by these a concern is raised."""

LAST = 16 * 2**20
"""How many bytes are left to concerns alone, when even looks are refused."""

log = logging.getLogger("heeded.record")

Measured = Callable[[], tuple[int, int]]
"""Gives the size of the disk (or what the database may come to) and what is free of it, in bytes."""


class Need(IntEnum):
    """How badly something must be written: what is ORDINARY waits first, what is URGENT never does.

    OWN is what the record cannot do without while anybody works with it: looks (without which nothing is
    answered), what a passed deadline owes, who is told, erasures, which make room.
    """

    ORDINARY = 0
    OWN = 1
    URGENT = 2


def need_of(kinds: Iterable[str]) -> Need:
    """How badly a report of these kinds of event must be written."""
    return Need.ORDINARY if URGENT.isdisjoint(kinds) else Need.URGENT


class Room:
    """The room that is left for a database: on the disk of a folder, or as `measured` tells.

    `folder` holds a ballast where it is on the database's own disk; None: there is none.
    """

    def __init__(self, folder: Path | None, measured: Measured | None = None, ballast: int = BALLAST) -> None:
        self._file = folder / "ballast" if folder else None
        self._measured = measured or (lambda: _measure(folder or Path()))
        self._ballast = ballast if folder else 0

    def admit(self, need: Need) -> None:
        """Let something be written; NoRoom where it has to wait.

        The ballast is thrown off when a concern would not fit beside it, and taken on again by itself when
        there is room.
        """
        whole, free = self._measured()
        reserve = self._reserve(whole)
        if free >= reserve + self._ballast:
            self._take_on()
            return
        if free >= reserve:
            return
        if need is Need.ORDINARY:
            raise NoRoom(
                f"The record's disk is nearly full ({free // 2**20} MiB are free): what is left is kept for "
                "concerns about children. Nothing of this was kept: send it again when there is room. "
                "Whoever runs the record has to make room now"
            )
        if need is Need.OWN and free < min(LAST, reserve):
            raise NoRoom(
                f"The record's disk is full ({free // 2**20} MiB are free): what is left is kept for "
                "concerns about children. Nothing can be looked at, since no look could be recorded: ring "
                "the agencies, and whoever runs the record, who has to make room now"
            )
        if need is Need.URGENT and free < self._ballast:
            self._throw_off()

    @property
    def nearly_full(self) -> bool:
        """Whether all but concerns and looks is refused now."""
        whole, free = self._measured()
        return free < self._reserve(whole)

    def _reserve(self, whole: int) -> int:
        return min(RESERVE, max(int(whole * SHARE), 2 * self._ballast))

    def _take_on(self) -> None:
        file = self._file
        if file is None or file.exists() or not file.parent.is_dir():
            return
        try:
            with _alone(file.with_name("ballast.lock")) as alone:
                if alone and not file.exists():
                    self._make(file)
        except OSError as wrong:
            log.warning("no ballast could be taken on: %s", wrong)

    def _make(self, ballast: Path) -> None:
        made = ballast.with_name("ballast.new")
        try:
            with made.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, self._ballast)
            made.replace(ballast)
        except OSError:
            made.unlink(missing_ok=True)
            raise

    def _throw_off(self) -> None:
        if self._file is not None and self._file.exists():
            log.error("the record's disk is full: the ballast is thrown off so that concerns can be recorded")
            self._file.unlink(missing_ok=True)


@contextmanager
def _alone(path: Path) -> Iterator[bool]:
    """Whether nobody else, in this process or another, is at it; whoever is sees to it."""
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def _measure(folder: Path) -> tuple[int, int]:
    found = shutil.disk_usage(next(each for each in (folder, *folder.parents) if each.exists()))
    return found.total, found.free


_watched: list[Room] = []


def watch(room: Room | None) -> None:
    """Have every transaction of this process ask this room first; None: none is watched."""
    _watched[:] = [] if room is None else [room]


def watched() -> Room | None:
    """The room that this process watches."""
    return _watched[0] if _watched else None
