"""Acts in columns: whether each was right when it was done, or was covered by a departure."""

from __future__ import annotations

import numpy as np

from heeded.core.evaluation.blocks.departures import departures
from heeded.core.evaluation.blocks.plan import Clause, Limit
from heeded.core.evaluation.blocks.ties import tied_groups
from heeded.core.evaluation.columns.arrays import NONE, Flags, Ints, nones
from heeded.core.evaluation.kernels.codes import (
    BROKEN,
    KEPT,
    NOT_ASSESSABLE,
    NOT_CARRIED,
    OVERRIDE,
    TOO_COARSE,
    Judged,
)
from heeded.core.evaluation.kernels.duty import answering
from heeded.core.evaluation.kernels.occasions import Occasions

BEFORE_ALL = -(2**62)
"""A place before all others, of no group."""


def judge_ban(found: Occasions, scope: Limit) -> Judged:
    """Whether each act was done while the state that forbids it was open."""
    sure, perhaps = found.state_before(scope)
    judged = passed_or_not(~sure, ~perhaps)
    silent = ~found.told(scope.both)
    judged.unjudged(silent, NOT_CARRIED)
    override(found, judged, ~silent, found.begun_before(scope))
    judged.bar(found.barred)
    return judged


def judge_content(found: Occasions, clause: Clause) -> Judged:
    """Whether the record of each act says what it must."""
    pattern = nones(len(found))
    met = np.zeros(len(found), np.bool_)
    heard = np.ones(len(found), np.bool_)
    for number, (alone, stating) in enumerate(clause.stating):
        here = (pattern == NONE) & found.block.among(alone)[found.row]
        pattern[here] = number
        met[here] = found.block.among(stating)[found.row[here]]
        heard[here] = found.told(stating)[here]
    judged = passed_or_not(met, met)
    heed_silence(judged, heard)
    override(found, judged, np.ones(len(found), np.bool_))
    judged.bar(found.barred)
    return judged


def passed_or_not(kind: Flags, strict: Flags) -> Judged:
    """Kept or broken where both readings agree, else too coarse to say."""
    verdict = np.where(kind & strict, KEPT, np.where(kind | strict, NOT_ASSESSABLE, BROKEN))
    return Judged.of(verdict, np.where(verdict == NOT_ASSESSABLE, TOO_COARSE, 0))


def heed_silence(judged: Judged, heard: Flags) -> None:
    """What was not kept stands only where a source would have told us otherwise."""
    judged.unjudged((judged.verdict != KEPT) & ~heard, NOT_CARRIED)


def override(found: Occasions, judged: Judged, may: Flags, raised: Ints | None = None) -> None:
    """Mark as passed by override what was not kept, where a departure covers this very act.

    A departure covers the first act of the rule with the same key that may come after it.
    `may` says on which occasions it can; `raised` the place of what stood in the way of each
    act, which a departure must not surely precede (None: nothing did).
    """
    left = departures(found.block, found.clause.rule, found.group)
    if left is None:
        return
    places = found.block.places
    at = places.first[left.row]
    fits = (at < found.last[left.occasion]) & (at >= _earlier_acts(found)[left.occasion])
    if raised is not None:
        fits &= places.last[left.row] > raised[left.occasion]
    departure = left.first(fits, len(found))
    covered = (departure != NONE) & (judged.verdict != KEPT) & may
    judged.verdict[covered], judged.why[covered] = OVERRIDE, 0
    judged.departure[covered] = departure[covered]


def _earlier_acts(found: Occasions) -> Ints:
    """The latest place at which an earlier act of the rule with the same key may stand."""
    block, places = found.block, found.block.places
    tied, asked = answering(found)
    rows = block.rows(found.clause.when)
    groups = tied_groups(block, tied)[rows]
    order = np.argsort(groups, kind="stable")
    rows, groups = rows[order], groups[order]
    size = len(block.view)
    farthest = np.append(np.maximum.accumulate((groups << places.bits) + places.last[rows]), BEFORE_ALL)
    latest = farthest[(groups * size + rows).searchsorted(asked * size + found.row) - 1]
    there = (asked != NONE) & (latest >> places.bits == asked)
    return np.where(there, latest & places.endless, NONE)
