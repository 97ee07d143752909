"""A file of reports, one a line, cut into batches that are the same whenever it is read again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from heeded.adapters.exchange.json import LARGEST

MOST_REPORTS = 1_000
MOST_BYTES = 8_000_000
MOST_PEOPLE = 1_500
"""What a batch may hold: more people would need more locks than PostgreSQL holds at its usual settings."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some lines of a file: from which line (from 1) and byte on, and whom they speak of by reference."""

    line: int
    end: int
    lines: tuple[bytes, ...]
    refs: frozenset[str]

    def digest(self, agency: str) -> bytes:
        """What tells these lines of this agency from all others."""
        told = sha256(agency.encode() + b"\0")
        for line in self.lines:
            told.update(line)
        return told.digest()


def batches(file: BinaryIO) -> Iterator[Batch]:
    """The whole file, batch by batch; empty lines are left out. A line that is too long ends in its midst."""
    lines: list[bytes] = []
    refs: set[str] = set()
    size, first = 0, 1
    for number, line in enumerate(_lines(file), 1):
        who = _refs(line)
        full = len(lines) >= MOST_REPORTS or size + len(line) > MOST_BYTES
        if lines and (full or len(refs) + len(who) > MOST_PEOPLE):
            yield Batch(first, file.tell() - len(line), tuple(lines), frozenset(refs))
            lines, refs, size = [], set(), 0
        if not lines:
            first = number
        lines.append(line)
        refs |= who
        size += len(line)
    if lines:
        yield Batch(first, file.tell(), tuple(lines), frozenset(refs))


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(LARGEST + 2):
        while not line.endswith(b"\n") and (rest := file.readline(LARGEST)):
            line = line[: LARGEST + 1] + (b"\n" if rest.endswith(b"\n") else b"")
        yield line


def _refs(line: bytes) -> set[str]:
    """The people whom a report speaks of; nobody where it cannot be read, which its reader will tell."""
    try:
        people = json.loads(line)["people"]
        return {str(person["ref"]) for person in people}
    except (ValueError, TypeError, KeyError, RecursionError):
        return set()
