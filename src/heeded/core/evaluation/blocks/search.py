"""Searching a list of events for the first after, or the last before, in each group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from heeded.core.evaluation.columns.arrays import NONE, Ints, bits_for, nones

_FAR = 2**62


class Search(Protocol):
    """A list of events that can be asked, for groups and places, which event comes next."""

    def ask(self, groups: Ints, places: Ints, own: Ints) -> Ints:
        """For each group and place, the row of the event sought, other than `own`; -1: none."""


class Empty:
    """A list without events."""

    def ask(self, groups: Ints, places: Ints, own: Ints) -> Ints:
        """See `Search`; nothing is found."""
        del places, own
        return nones(len(groups))


@dataclass(frozen=True, slots=True)
class FirstAfter:
    """Where every time is exact: the first event of the group after the place."""

    line: Ints
    bits: int

    def ask(self, groups: Ints, places: Ints, own: Ints) -> Ints:
        """See `Search`; an exact event is never after itself."""
        del own
        found = self.line[self.line.searchsorted((groups << self.bits) + places, "right")]
        rows = (found & ((1 << self.bits) - 1)) >> 1
        return np.where(found >> self.bits == groups, rows, NONE)


@dataclass(frozen=True, slots=True)
class LastBefore:
    """Where every time is exact: the last event of the group before the place."""

    line: Ints
    bits: int

    def ask(self, groups: Ints, places: Ints, own: Ints) -> Ints:
        """See `Search`; an exact event is never before itself."""
        del own
        found = self.line[self.line.searchsorted((groups << self.bits) + places, "left") - 1]
        rows = (found & ((1 << self.bits) - 1)) >> 1
        return np.where(found >> self.bits == groups, rows, NONE)


def exact_line(groups: Ints, rows: Ints, bits: int) -> Ints:
    """A list's events by group and place, where an event's place is 2 x row + 1, and an end mark.

    The end mark belongs to no group, and stands both after all events and, as the last, before
    them.
    """
    return np.append(np.sort((groups << bits) + 2 * rows + 1), _FAR)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Of a group's events whose bound lies beyond a place, the one that ranks foremost.

    `after`: beyond is after, and the lowest rank is foremost; otherwise before, and the highest.
    Beside the foremost it knows the next, for an event that may not answer itself.
    """

    line: Ints
    foremost: Ints
    following: Ints
    bits: int
    rank_bits: int
    rows: Ints
    after: bool

    def ask(self, groups: Ints, places: Ints, own: Ints) -> Ints:
        """See `Search`."""
        asked = (groups << self.bits) + places
        place = self.line.searchsorted(asked, "right" if self.after else "left")
        found = self._rows(self.foremost[place], groups)
        itself = (found == own) & (own >= 0)
        if np.count_nonzero(itself):
            found[itself] = self._rows(self.following[place[itself]], groups[itself])
        return found

    def _rows(self, found: Ints, groups: Ints) -> Ints:
        there = found >> self.rank_bits == groups
        ranks = np.where(there, found & ((1 << self.rank_bits) - 1), 0)
        return np.where(there, self.rows[ranks], NONE)


def ranked(groups: Ints, bounds: Ints, ranks: Ints, by_rank: Ints, bits: int, *, after: bool) -> Ranked:
    """A search over events given by group, bound and rank; `by_rank` has the row of each rank."""
    rank_bits = bits_for(len(by_rank))
    rows = by_rank if len(by_rank) else np.array([NONE], np.int64)
    line = (groups << bits) + bounds
    order = np.argsort(line)
    worth = (groups[order] << rank_bits) + ranks[order]
    find = _foremost_after if after else _foremost_before
    return Ranked(line[order], *find(worth), bits, rank_bits, rows, after)


def _foremost_after(worth: Ints) -> tuple[Ints, Ints]:
    """From each place on: the least, and the least but one."""
    least = np.append(_accumulated_back(worth), _FAR)
    rest = _accumulated_back(np.maximum(worth, least[1:]))
    return least, np.append(rest, _FAR)


def _foremost_before(worth: Ints) -> tuple[Ints, Ints]:
    """Up to each place: the most, and the most but one."""
    most = np.append(-_FAR, np.maximum.accumulate(worth))
    rest = np.maximum.accumulate(np.minimum(worth, most[:-1]))
    return most, np.append(-_FAR, rest)


def _accumulated_back(worth: Ints) -> Ints:
    return np.asarray(np.minimum.accumulate(worth[::-1])[::-1])
