"""Places in the order of a chronology, as numbers: before and after become less and more.

An event stands at some place from `first` to `last`. A coarse time begins before every instant
of its first second and ends after every instant of its last; instants of one second stand in the
order in which they were told and known. The moment of a finding stands before every instant of
its second. Places are compared within one family only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from heeded.core.evaluation.blocks.clock import Clock
from heeded.core.evaluation.columns.arrays import NOTHING, Flags, Ints, bits_for
from heeded.core.evaluation.columns.view import View

WIDEST = 62
"""How many bits a key and a place may take together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where each event of a view may stand.

    `late` is the start of its last day and `soon` the end of its first, if its time is coarse:
    what counts as following on a strict reading. `bits` hold every place, and one number more
    for the end that has not come.
    """

    first: Ints
    last: Ints
    late: Ints
    soon: Ints
    bits: int
    exact: bool
    _shift: int
    _base: int
    _line: Ints

    @property
    def endless(self) -> int:
        """A place after all others."""
        return (1 << self.bits) - 1

    def moments(self, family: Ints, seconds: Ints) -> Ints:
        """The places of findings' moments in these families."""
        if self.exact:
            ask = (family << self._shift) + np.clip(seconds - self._base, 0, (1 << self._shift) - 1)
            return 2 * self._line.searchsorted(ask)
        place = ((seconds - self._base) << self._shift) + _MOMENT
        return 2 * self._line.searchsorted(place) if len(self._line) else place


_MOMENT, _INSTANT = 1, 2


def places(view: View, clock: Clock, now: int) -> Places:
    """The places of a view's events, which are all known to begin by `now`."""
    if np.array_equal(view.earliest, view.latest):
        return _of_instants(view)
    wide = _of_intervals(view, clock, now)
    return wide if wide.bits + bits_for(len(view)) <= WIDEST else _ranked(wide)


def _of_instants(view: View) -> Places:
    """Where every time is exact, an event's place is its row."""
    place = 2 * np.arange(len(view)) + 1
    base, last = (int(end) for end in (view.earliest.min(), view.earliest.max()))
    shift = bits_for(last - base + 1)
    return Places(
        first=place,
        last=place,
        late=place,
        soon=place,
        bits=bits_for(2 * len(view) + 2),
        exact=True,
        _shift=shift,
        _base=base,
        _line=(view.family << shift) + (view.earliest - base),
    )


def _of_intervals(view: View, clock: Clock, now: int) -> Places:
    earliest, latest = view.earliest, view.latest
    exact = earliest == latest
    turn = _turns(view, exact)
    shift, base = bits_for(int(turn.max()) + _INSTANT + 1), int(earliest.min())
    instant = ((earliest - base) << shift) + _INSTANT + turn

    def place(second: Ints, end: int) -> Ints:
        return np.where(exact, instant, ((second - base) << shift) + end)

    end = (1 << shift) - 1
    return Places(
        first=place(earliest, 0),
        last=place(latest, end),
        late=place(np.maximum(earliest, clock.starts(clock.days(latest))), 0),
        soon=place(np.minimum(latest, clock.ends(clock.days(earliest))), end),
        bits=bits_for(((max(int(latest.max()), now) - base + 1) << shift) + 1),
        exact=False,
        _shift=shift,
        _base=base,
        _line=NOTHING,
    )


def _turns(view: View, exact: Flags) -> Ints:
    """The turn of each instant among those of its family and second."""
    row = np.arange(len(view))
    fresh = np.ones(len(view), np.bool_)
    fresh[1:] = (np.diff(view.family) != 0) | (np.diff(view.earliest) != 0)
    turn: Ints = row - np.maximum.accumulate(np.where(fresh, row, 0))
    return np.where(exact, turn, 0)


def _ranked(wide: Places) -> Places:
    """The same places in fewer bits: each by its turn among all that occur."""
    line = np.unique(np.concatenate([wide.first, wide.last, wide.late, wide.soon]))
    first, last, late, soon = (
        2 * line.searchsorted(place) + 1 for place in (wide.first, wide.last, wide.late, wide.soon)
    )
    bits = bits_for(2 * len(line) + 2)
    return replace(wide, first=first, last=last, late=late, soon=soon, bits=bits, _line=line)
