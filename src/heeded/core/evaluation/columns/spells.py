"""Spells: the times for which something lasted, from the events that begin and end it."""

from __future__ import annotations

import numpy as np

from heeded.core.evaluation.columns.arrays import NONE, Flags, Ints


def spells(units: Ints, rows: Ints, begins: Flags, ends: Flags) -> tuple[Ints, Ints]:
    """The rows on which each spell of each unit begins and ends (-1: it lasts).

    Each event begins it, ends it, or could do either. A beginning while it lasts, and an ending
    while it does not, change nothing; an event that could do both begins it where it does not
    last, and ends it where it does. Rows are given in their order; spells come in the order of
    their units, then of their rows.
    """
    order = np.argsort(units, kind="stable")
    units, rows, begins, ends = units[order], rows[order], begins[order], ends[order]
    fresh = np.ones(len(rows), np.bool_)
    fresh[1:] = units[1:] != units[:-1]
    lasts = _lasts(fresh, begins, ends)
    lasted = np.zeros(len(rows), np.bool_)
    lasted[1:] = lasts[:-1]
    lasted &= ~fresh
    turns = np.flatnonzero(lasts != lasted)
    opens = lasts[turns]
    begun = np.flatnonzero(opens)
    following = np.append(turns, NONE)[begun + 1]
    ended = ~np.append(opens, True)[begun + 1]
    return rows[turns[begun]], np.where(ended, rows[following], NONE)


def _lasts(fresh: Flags, begins: Flags, ends: Flags) -> Flags:
    """Whether it lasts just after each event."""
    either = begins & ends
    if not np.count_nonzero(either):
        return begins
    place = np.arange(len(fresh))
    settled = np.maximum.accumulate(np.where(fresh | ~either, place, 0))
    turned = np.cumsum(either)
    odd = (turned - turned[settled]) % 2 == 1
    return np.asarray(begins[settled] ^ odd)
