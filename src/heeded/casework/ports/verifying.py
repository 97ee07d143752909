"""What casework asks of a log that it verifies: its leaves, stretch by stretch, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from heeded.core.log.stretch import Asked, Stretch


class Log(Protocol):
    """A log as its database holds it now; nothing that it says is believed for its own sake."""

    def stretches(self, asked: Asked) -> Iterable[Stretch]:
        """Every leaf that the log had when the reading began, in order, hashed anew.

        But for the last, a stretch without a gap begins at a multiple of the power of two that it is long.
        """

    def unsealed(self) -> Iterable[str]:
        """The ids of entries that no leaf seals."""
