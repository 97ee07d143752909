"""What casework asks of a log that it verifies: its leaves, stretch by stretch, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from heeded.core.log.checkpoint import Witnessed
from heeded.core.log.note import Note
from heeded.core.log.receipt import Receipt
from heeded.core.log.stretch import Asked, Stretch


class Places(Protocol):
    """A log, asked about a single place of it; nothing that it says is believed for its own sake."""

    def at(self, place: int) -> Stretch | None:
        """The one leaf at a place, hashed anew; None where the log is not so long."""

    def included(self, place: int, now: int) -> tuple[tuple[bytes, ...], str]:
        """The hashes from a place to the root of a signed checkpoint, and that checkpoint's note."""


class Believing(Protocol):
    """Who says what a signature is worth: ValueError where it is not the log's."""

    def receipt(self, written: str | Note) -> Receipt:
        """The receipt that the log signed."""

    def checkpoint(self, written: str | Note) -> Witnessed:
        """The checkpoint that the log signed, and who witnessed it."""


class Log(Protocol):
    """A log as its database holds it now; nothing that it says is believed for its own sake."""

    def stretches(self, asked: Asked) -> Iterable[Stretch]:
        """Every leaf that the log had when the reading began, in order, hashed anew.

        But for the last, a stretch without a gap begins at a multiple of the power of two that it is long.
        """

    def unsealed(self) -> Iterable[str]:
        """The ids of entries that no leaf seals."""
