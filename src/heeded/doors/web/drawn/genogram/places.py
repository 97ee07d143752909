"""Places: the measures of the drawing, and where each sign, each row and each gap comes to lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from heeded.doors.web.drawn.genogram.kin import Kin

HALF = 22.0
"""Half the width of a sign."""
TEXT = 136.0
"""The width of what stands beneath a sign; LETTERS of its type fit."""
LETTERS = 18
LEADING = 16.0
MARGIN, TRACK = 12.0, 8.0
"""How far a cell reaches beyond its text, and how much further for each line that runs down beside it."""
LANE, CLEAR = 12.0, 14.0
"""How far lines between rows lie apart, and how far they stay from the rows."""
EDGE = 20.0


@dataclass(frozen=True, slots=True)
class Band:
    """A row from its top to its bottom: signs stand at its top, their words beneath them."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height of the middle of its signs."""
        return self.top + HALF


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its sides."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two have more than an edge in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Places:
    """Where everybody stands: the rows from left to right, each person's middle, each row's band."""

    rows: tuple[tuple[str, ...], ...]
    at: Mapping[str, float]
    widths: Mapping[str, float]
    bands: tuple[Band, ...]
    lines: Mapping[str, int]

    def row_of(self, who: str) -> int:
        """The number of the row in which somebody stands, from the top."""
        return next(number for number, row in enumerate(self.rows) if who in row)

    def sign(self, who: str) -> Box:
        """Where somebody's sign lies."""
        x, band = self.at[who], self.bands[self.row_of(who)]
        return Box(x - HALF, band.top, x + HALF, band.top + 2 * HALF)

    def words(self, who: str) -> Box:
        """Where the words beneath it lie."""
        x, band = self.at[who], self.bands[self.row_of(who)]
        top = band.top + 2 * HALF
        return Box(x - TEXT / 2, top, x + TEXT / 2, top + 6 + LEADING * self.lines[who])

    def cell(self, who: str) -> Box:
        """All that is kept for somebody in their row."""
        x, band = self.at[who], self.bands[self.row_of(who)]
        half = self.widths[who] / 2
        return Box(x - half, band.top, x + half, band.bottom)


def bands(kin: Kin, rows: Sequence[Sequence[str]], gaps: Sequence[float]) -> tuple[Band, ...]:
    """The rows' bands beneath each other; `gaps` is the height above each."""
    found: list[Band] = []
    top, figures = 0.0, kin.by_id
    for row, gap in zip(rows, gaps, strict=False):
        top += gap
        high = 2 * HALF + 8 + LEADING * max(len(figures[who].lines) for who in row)
        found.append(Band(top, top + high))
        top += high
    return tuple(found)


def widths(kin: Kin, tracks: Mapping[str, int]) -> dict[str, float]:
    """The width of each person's cell; `tracks` says how many lines run down beside them."""
    return {each.id: TEXT + 2 * (MARGIN + TRACK * tracks.get(each.id, 0)) for each in kin.figures}
