"""A log whose rows are at hand, read in short stretches, as a database reads its own in long ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from heeded.core.log.leaf import Logged
from heeded.core.log.stretch import Asked, Stretch

LENGTH = 8


class Rows:
    """Rows in the order in which they are read, and the entries that no leaf seals."""

    def __init__(self, rows: Iterable[Logged], unsealed: Iterable[str] = ()) -> None:
        self._rows = rows
        self._unsealed = unsealed

    def stretches(self, asked: Asked) -> Iterator[Stretch]:
        """The rows, cut where a stretch of so many leaves ends."""
        for number, rows in groupby(self._rows, key=lambda row: row.place // LENGTH):
            yield Stretch.of(number * LENGTH, list(rows), asked)

    def unsealed(self) -> Iterable[str]:
        """The entries that no leaf seals."""
        return self._unsealed
