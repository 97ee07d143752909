"""Gates in columns: before this is done, that must have been."""

from __future__ import annotations

import numpy as np

from heeded.core.evaluation.blocks.clock import OUT_OF_REACH
from heeded.core.evaluation.blocks.ties import search, tied_groups
from heeded.core.evaluation.columns.arrays import NONE, Flags, Ints, nones
from heeded.core.evaluation.kernels.act import heed_silence, override, passed_or_not
from heeded.core.evaluation.kernels.codes import NO_CALENDAR, Judged
from heeded.core.evaluation.kernels.deadline import Amounts, amounts_of, due
from heeded.core.evaluation.kernels.duty import answering
from heeded.core.evaluation.kernels.far import Far
from heeded.core.evaluation.kernels.occasions import Occasions
from heeded.core.procedures.rule import Gate


def judge_gate(found: Occasions, form: Gate) -> tuple[Occasions, Judged]:
    """Whether what was needed had been done; occasions on which nothing was needed are left out."""
    since = latest_since(found, kindly=True)
    strictly = latest_since(found, kindly=False)
    if found.clause.since != NONE:
        standing = (strictly != NONE) | (found.barred > 0)
        if not standing.all():
            found, since, strictly = (
                found.taken(np.flatnonzero(standing)),
                since[standing],
                strictly[standing],
            )
    amounts = None if form.within is None else amounts_of(found, form.within)
    unsure = (strictly != NONE) & (since == NONE)
    kind = unsure | _all_met(found, since, amounts, kindly=True)
    strict = _all_met(found, strictly, amounts, kindly=False)
    out = np.zeros(len(found), np.bool_)
    if amounts is not None:
        for place in _beyond_calendar(found, amounts).tolist():
            amount = amounts if isinstance(amounts, int) else int(amounts[place])
            far = Far(found, place, amount, int(since[place]), int(strictly[place]))
            kind[place], strict[place], out[place] = far.met(unsure=bool(unsure[place]))
    judged = passed_or_not(kind, strict)
    raised = since != NONE
    start = np.where(raised, np.minimum(found.block.view.earliest[since], found.earliest), found.earliest)
    heed_silence(judged, found.told(found.clause.owed, found.earliest, start))
    judged.unjudged(out, NO_CALENDAR)
    override(found, judged, ~out, np.where(raised, found.block.places.first[since], NONE))
    judged.bar(found.barred)
    return found, judged


def latest_since(found: Occasions, *, kindly: bool) -> Ints:
    """The event that the gate looks back to from each act, on one reading (-1: none).

    Kindly, it surely came before the act, and what is needed must not surely precede it;
    strictly, it may have come before the act, and what is needed must surely follow it.
    """
    clause = found.clause
    if clause.since == NONE:
        return nones(len(found))
    bound, rank, places = ("last", "first", found.first) if kindly else ("first", "last", found.last)
    looked = search(found.block, clause.since, (clause.per, False), after=False, bound=bound, rank=rank)
    return looked.ask(found.group, places, found.row)


def _all_met(found: Occasions, since: Ints, amounts: Amounts | None, *, kindly: bool) -> Flags:
    met = np.ones(len(found), np.bool_)
    for need in found.clause.need:
        met &= _met(found, need, since, amounts, kindly=kindly)
    return met


def _met(found: Occasions, need: int, since: Ints, amounts: Amounts | None, *, kindly: bool) -> Flags:
    """Whether one thing that is needed was done in time, on one reading.

    Of what was done before the act, the last serves best on every count.
    """
    block, places = found.block, found.block.places
    tied, groups = answering(found)
    bound, rank, asked = ("first", "last", found.last) if kindly else ("last", "first", found.first)
    row = search(block, need, tied, after=False, bound=bound, rank=rank).ask(groups, asked, found.row)
    done, looked = (places.last, places.first) if kindly else (places.first, places.last)
    met: Flags = (row != NONE) & ((since == NONE) | (done[row] > looked[since]))
    if amounts is None:
        return met
    second, act = (block.view.latest, found.earliest) if kindly else (block.view.earliest, found.latest)
    recent = act <= due(found, second[row], None, amounts)
    return met & (recent if isinstance(amounts, int) else np.where(amounts == NONE, kindly, recent))


def _beyond_calendar(found: Occasions, amounts: Amounts) -> Ints:
    """The occasions some of whose answers the calendar does not reach: to be looked at one by one."""
    block, (tied, groups) = found.block, answering(found)
    beyond = np.zeros(len(found), np.bool_)
    for need in found.clause.need:
        rows = block.rows(need)
        tie = tied_groups(block, tied)[rows]
        for number in np.unique(amounts).tolist():
            out = _out_of_reach(found, rows, number)
            if np.count_nonzero(out):
                beyond |= (amounts == number) & np.isin(groups, tie[out & (tie != NONE)])
    return np.flatnonzero(beyond)


def _out_of_reach(found: Occasions, rows: Ints, amount: int) -> Flags:
    """Which of these events the calendar does not reach from, on either reading."""
    block = found.block
    if amount == NONE:
        return np.zeros(len(rows), np.bool_)
    out: Flags = block.clock.due(block.view.earliest[rows], block.day[rows], amount) == OUT_OF_REACH
    if not block.places.exact:
        out |= block.clock.due(block.view.latest[rows], block.last_day[rows], amount) == OUT_OF_REACH
    return out
