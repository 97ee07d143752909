"""Keys: which events belong together under a rule, as one number for each key of each child."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from heeded.core.evaluation.columns.arrays import NONE, NOTHING, Ints, bits_for, nones

_SPARSE = 8
"""Codes that are spread wider than this many times the events are searched, not looked up."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a block's events under one `per`.

    `groups` numbers the key of each event (-1: it has none), `values` is the code of the text
    that names it. A key is a value of an owner: of a child, or of a family where its children
    share keys. `_owners` has the owner of each value, or `_pairs` every pair of the two.
    """

    groups: Ints
    values: Ints
    _lowest: int
    _owners: Ints
    _pairs: Ints | None
    _width: int

    def of(self, owners: Ints, values: Ints) -> Ints:
        """The groups of these pairs; -1, or one without events, where no event has that key."""
        if self._pairs is not None:
            beyond = (values < 0) | (values >= self._width)
            return _found(self._pairs, np.where(beyond, NONE, owners * self._width + values))
        place = values - self._lowest
        known = (values >= 0) & (place >= 0) & (place < len(self._owners))
        place = np.where(known, place, 0)
        return np.where(known & (self._owners[place] == owners), place, NONE)


def _found(pairs: Ints, asked: Ints) -> Ints:
    place = np.minimum(pairs.searchsorted(asked), len(pairs) - 1)
    return np.where(pairs[place] == asked, place, NONE)


def of_children(child: Ints, room: int) -> Keys:
    """Each child is a key of its own, that no text names."""
    nameless = nones(len(child))
    if not len(child):
        return Keys(nameless, nameless, 0, np.array([NONE]), None, 0)
    lowest = int(child.min())
    groups = child - lowest
    size = int(groups.max()) + 1
    if _compact(size, len(child), room):
        return Keys(groups, nameless, lowest, np.arange(lowest, lowest + size), None, 0)
    found = _paired(child, child, np.arange(len(child)))
    return Keys(found.groups, nameless, 0, NOTHING, found._pairs, found._width)  # noqa: SLF001


def of_values(owner: Ints, values: Ints, room: int) -> Keys:
    """A key is a value of an owner; -1 is none. `room` is how many bits a group may take."""
    there = np.flatnonzero(values >= 0)
    if not len(there):
        nothing = nones(len(values))
        return Keys(nothing, nothing, 0, np.array([NONE - 1]), None, 0)
    own, said = owner[there], values[there]
    lowest, highest = int(said.min()), int(said.max())
    if _compact(highest - lowest + 1, len(there), room):
        owners = np.full(highest - lowest + 1, NONE - 1, np.int64)
        owners[said - lowest] = own
        if np.array_equal(owners[said - lowest], own):
            groups = np.where(values >= 0, values - lowest, NONE)
            return Keys(groups, values, lowest, owners, None, 0)
    return _paired(owner, values, there)


def _compact(size: int, events: int, room: int) -> bool:
    """Whether so many codes fit an array, and the bits that a group may take."""
    return size <= _SPARSE * (events + _SPARSE) and bits_for(size) <= room


def _paired(owner: Ints, values: Ints, there: Ints) -> Keys:
    width = int(values[there].max()) + 1
    pairs, place = np.unique(owner[there] * width + values[there], return_inverse=True)
    groups = nones(len(values))
    groups[there] = place
    return Keys(groups, values, 0, NOTHING, pairs, width)
