"""Which words on who is who are read a second time: an agreed share, drawn by each word's random id."""

from __future__ import annotations

from dataclasses import dataclass

DAY = 24 * 3600
DIGITS = 8
"""How many hexadecimal digits of a word's id are its first, all of which are random (UUID, version 4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The share of words (0 to 1) that is read again, within how many days, and who says so.

    Nobody chooses which: neither whoever says the word nor whoever reads it again.
    """

    share: float
    days: int
    source: str
    unverified: str = ""

    def takes(self, act: str) -> bool:
        """Whether the word of an id is read again. ValueError where it is no id."""
        return int(act[:DIGITS], 16) < self.share * (1 << 4 * DIGITS)

    def since(self, now: int) -> int:
        """From which moment on (seconds UTC) words still wait."""
        return now - self.days * DAY
