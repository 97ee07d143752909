"""The log read through for its verification: in one process or, where it is long, in several at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context

from heeded.adapters.record.log.leaves import Leaves
from heeded.core.log.stretch import Asked, Stretch

LENGTH = 1 << 15
"""How many leaves are read as one stretch."""
SHORT = 4
"""A log of so many stretches is read before other processes would have begun."""

_Part = tuple[int, int]
Show = Callable[[int, int], None]
"""Shows how far the reading is: leaves read, of how many."""


class Verifying:
    """Reads the log as the application of a connection string, with the key that signs its tokens.

    All of it is read as it was at one moment. `show` is told after each stretch how far it is.
    """

    def __init__(self, app: str, key: bytes, *, processes: int = 1, show: Show | None = None) -> None:
        self._app = app
        self._key = key
        self._processes = processes
        self._show = show
        self._unsealed: list[str] | None = None

    def stretches(self, asked: Asked) -> Iterator[Stretch]:
        """Every leaf that the log had when the reading began, in order, hashed anew."""
        with closing(Leaves(self._app, self._key)) as leaves:
            size = leaves.size
            parts = [(first, min(first + LENGTH, size)) for first in range(0, size, LENGTH)]
            read = self._at_once if self._processes > 1 and len(parts) > SHORT else self._in_order
            for stretch in read(leaves, parts, asked):
                yield stretch
                if self._show is not None:
                    self._show(stretch.end, size)

    def at(self, place: int) -> Stretch | None:
        """The one leaf at a place, hashed anew; None where the log is not so long."""
        with closing(Leaves(self._app, self._key)) as leaves:
            if not 0 <= place < leaves.size:
                return None
            return leaves.stretch(place, place + 1, Asked(places=[place]))

    def unsealed(self) -> list[str]:
        """The ids of entries that no leaf seals, as it was when the leaves were read."""
        if self._unsealed is None:
            raise RuntimeError("read the leaves first: what none of them seals is found along with them")
        return self._unsealed

    def _in_order(self, leaves: Leaves, parts: Sequence[_Part], asked: Asked) -> Iterator[Stretch]:
        for first, end in parts:
            yield leaves.stretch(first, end, asked)
        self._unsealed = leaves.unsealed()

    def _at_once(self, leaves: Leaves, parts: Sequence[_Part], asked: Asked) -> Iterator[Stretch]:
        given = (self._app, self._key, leaves.snapshot, asked)
        with ProcessPoolExecutor(self._processes, get_context("spawn"), _begin, given) as pool:
            unsealed = pool.submit(_unsealed)
            yield from pool.map(_stretch, parts)
            self._unsealed = unsealed.result()


class _Own:
    """What a process of the reading has to itself."""

    leaves: Leaves
    asked: Asked


def _begin(app: str, key: bytes, snapshot: str, asked: Asked) -> None:
    _Own.leaves, _Own.asked = Leaves(app, key, snapshot), asked


def _stretch(part: _Part) -> Stretch:
    return _Own.leaves.stretch(*part, _Own.asked)


def _unsealed() -> list[str]:
    return _Own.leaves.unsealed()
