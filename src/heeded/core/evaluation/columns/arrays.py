"""Arrays: the types of the columns, and the numbers that stand for nothing and never."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

NONE = -1
"""The code of what is not there."""
NEVER = 2**62
"""A second after all others."""
NOTHING: Ints = np.empty(0, np.int64)
"""No rows."""


def nones(size: int) -> Ints:
    """A column of that many rows, with nothing on any of them."""
    column = np.empty(size, np.int64)
    column.fill(NONE)
    return column


def bits_for(largest: int) -> int:
    """How many bits hold every whole number from 0 to `largest`."""
    return max(int(largest), 1).bit_length()


def ragged(starts: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """Stretches of rows laid end to end: for each row, which stretch it is of, and the row itself.

    Stretch number i holds the `counts[i]` rows from `starts[i]` on.
    """
    which = np.repeat(np.arange(len(counts)), counts)
    ends = np.cumsum(counts)
    return which, np.arange(len(which)) - (ends - counts)[which] + starts[which]
