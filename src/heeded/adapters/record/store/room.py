"""Room on the disk: below a reserve nothing but concerns is written, and those at the last from a ballast."""

from __future__ import annotations

import fcntl
import logging
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from heeded.casework.ports.room import NoRoom
from heeded.core.chronology.disagreeing import CONCERNS

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

log = logging.getLogger("heeded.record")

Measured = Callable[[], tuple[int, int]]
"""Gives the size of the disk and what is free of it, in bytes."""


class Room:
    """The room that is left in the folder of a database on this machine."""

    def __init__(self, folder: Path, measured: Measured | None = None, ballast: int = BALLAST) -> None:
        self._file = folder / "ballast"
        self._measured = measured or (lambda: _measure(folder))
        self._ballast = ballast

    def admit(self, kinds: Iterable[str]) -> None:
        """Let a report of these kinds of event be written; NoRoom where it has to wait.

        The ballast is thrown off when a concern would not fit beside it, and taken on again by itself when
        there is room.
        """
        whole, free = self._measured()
        reserve = min(RESERVE, int(whole * SHARE))
        if free >= reserve + self._ballast:
            self._take_on()
            return
        if free >= reserve:
            return
        if not URGENT.intersection(kinds):
            raise NoRoom(
                f"The record's disk is nearly full ({free // 2**20} MiB are free): what is left is kept for "
                "concerns about children. Nothing of this was kept: send it again when there is room. "
                "Whoever runs the record has to make room now"
            )
        if free < self._ballast:
            self._throw_off()

    def _take_on(self) -> None:
        if self._file.exists() or not self._file.parent.is_dir():
            return
        try:
            with _alone(self._file.with_name("ballast.lock")) as alone:
                if alone and not self._file.exists():
                    self._make()
        except OSError as wrong:
            log.warning("no ballast could be taken on: %s", wrong)

    def _make(self) -> None:
        made = self._file.with_name("ballast.new")
        try:
            with made.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, self._ballast)
            made.replace(self._file)
        except OSError:
            made.unlink(missing_ok=True)
            raise

    def _throw_off(self) -> None:
        if self._file.exists():
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
