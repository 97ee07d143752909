"""The room of a PostgreSQL of somebody else's: what it may come to, or the disk that it stands on."""

from __future__ import annotations

import logging
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

OFTEN = 15
"""For how many seconds the size of a database is believed: asking makes the server count its files."""

PLENTY = 2**60
"""What is taken to be free where it could not be found out: that the database is away shows soon enough."""

log = logging.getLogger("heeded.record")

Measured = Callable[[], tuple[int, int]]


def of_another(url: str, gibibytes: str, disk: str) -> Measured | None:
    """Measures the database of a connection string, as an operator says how; None where nobody said.

    `gibibytes` is what it may come to, without the write-ahead log and other databases, which its size does
    not count; `disk` a folder on its disk, on this machine. The less of both counts. ValueError says what is
    wrong with a setting.
    """
    ways: list[Measured] = []
    if gibibytes:
        ways.append(Size(url, _bytes(gibibytes)).measured)
    if disk:
        if not Path(disk).is_dir():
            raise ValueError(f"HEEDED_DATABASE_DISK names {disk}, which is no folder on this machine")
        ways.append(lambda: _free(Path(disk)))
    if not ways:
        return None
    return lambda: min((way() for way in ways), key=lambda found: found[1])


class Size:
    """How large a database is, asked on a connection of its own every quarter of a minute."""

    def __init__(self, url: str, limit: int) -> None:
        self._url = url
        self._limit = limit
        self._lock = threading.Lock()
        self._asked = -float(OFTEN)
        self._free = limit

    def measured(self) -> tuple[int, int]:
        """What it may come to, and what is left of that, in bytes."""
        with self._lock:
            if time.monotonic() - self._asked >= OFTEN:
                self._asked, self._free = time.monotonic(), self._found()
            return self._limit, self._free

    def _found(self) -> int:
        try:
            with psycopg.connect(self._url, connect_timeout=5) as connection:
                row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        except psycopg.Error as wrong:
            log.warning("the size of the database could not be found out: %s", type(wrong).__name__)
            return PLENTY
        return max(self._limit - int(row[0]), 0) if row else PLENTY


def _bytes(gibibytes: str) -> int:
    try:
        found = float(gibibytes)
    except ValueError:
        found = 0
    if not 0 < found < 2**20:
        raise ValueError(f"HEEDED_DATABASE_LIMIT is a number of GiB, such as 200, not {gibibytes!r:.40}")
    return int(found * 2**30)


def _free(folder: Path) -> tuple[int, int]:
    found = shutil.disk_usage(folder)
    return found.total, found.free
