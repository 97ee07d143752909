"""The order of the record: family by family, happened, told, known, turn, then identity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from heeded.core.evaluation.columns.arrays import Flags, Ints, bits_for
from heeded.core.evaluation.columns.names import Names


@dataclass(frozen=True, slots=True)
class Ties:
    """What tells the rows of one second apart, the foremost first; no `turn`: nothing is known of it."""

    latest: Ints
    told: Ints
    known: Ints
    turn: Ints | None
    root: Ints
    names: Names

    def broken(self, rows: Ints, line: Ints) -> Ints:
        """The order of some rows, which stand on these places of the line."""
        keys = [self.names.ranks(self.root[rows])]
        if self.turn is not None:
            keys.append(self.turn[rows])
        return np.lexsort((*keys, self.known[rows], self.told[rows], self.latest[rows], line))


def record_order(family: Ints, earliest: Ints, ties: Ties) -> Ints | None:
    """The rows in the order of the record; None where they stand in it already."""
    if len(family) < 2:  # noqa: PLR2004 - one row is in order
        return None
    line = family_and_second(family, earliest)
    steps = np.diff(line)
    if np.count_nonzero(steps > 0) == len(steps):
        return None
    order = np.arange(len(line))
    if np.count_nonzero(steps < 0):
        order = np.argsort(line, kind="stable")
        line = line[order]
        steps = np.diff(line)
    tied = runs_of_ties(steps)
    if np.count_nonzero(tied):
        rows = order[tied]
        order[tied] = rows[ties.broken(rows, line[tied])]
    return order


def family_and_second(family: Ints, second: Ints) -> Ints:
    """One number a row that rises with the family and, within it, with the second."""
    first = int(second.min())
    bits = bits_for(int(second.max()) - first)
    low, high = int(family.min()), int(family.max())
    if bits_for(high - low) + bits > 62:  # noqa: PLR2004 - what a signed number of 64 bits holds, less one
        family, low = np.unique(family, return_inverse=True)[1], 0
    return np.asarray(((family.astype(np.int64) - low) << bits) + (second - first))


def runs_of_ties(steps: Ints) -> Flags:
    """Which rows are level with the one before or after, given the steps from row to row."""
    level = steps == 0
    tied = np.zeros(len(steps) + 1, np.bool_)
    tied[1:] = level
    tied[:-1] |= level
    return tied
