"""Duties in columns: when this happens, that must follow in time, unless."""

from __future__ import annotations

import numpy as np

from heeded.core.evaluation.blocks.block import Block
from heeded.core.evaluation.blocks.departures import Departures, departures
from heeded.core.evaluation.blocks.ties import about, search
from heeded.core.evaluation.columns.arrays import NONE, Flags, Ints
from heeded.core.evaluation.kernels.codes import (
    DEPARTED,
    DUE,
    EXCUSABLE,
    KEPT,
    KEPT_LATE,
    MISSED,
    NO_DUE,
    NOT_CARRIED,
    NOT_KNOWN,
    OVERDUE,
    RESTS_ON_SILENCE,
    TOO_COARSE,
    VOID,
    Judged,
)
from heeded.core.evaluation.kernels.deadline import Deadlines, deadlines
from heeded.core.evaluation.kernels.occasions import Occasions
from heeded.core.evaluation.reading import Reading
from heeded.core.procedures.rule import Duty

Answers = tuple[Ints, Flags]
"""For each occasion the row of the event that ends the duty (-1: none), and whether it keeps it."""

VERDICT_ON = np.array([DUE, OVERDUE, KEPT, KEPT_LATE, VOID, MISSED])
"""Verdicts, in time and late in turn: for no answer, for one that keeps the duty, for one that voids it."""


def judge_duty(found: Occasions, form: Duty) -> Judged:
    """What became of the duty on each occasion."""
    limit = deadlines(found, form.within)
    kind = first_answers(found, Reading.KINDEST)
    strict = kind if found.block.places.exact else first_answers(found, Reading.STRICTEST)
    judged = settle(found, limit, kind, strict)
    judged = heed_silence(found, judged)
    left = departures(found.block, found.clause.rule, found.group)
    if left is not None:
        follows = found.block.places.last[left.row] > found.first[left.occasion]
        depart(judged, left.first(follows & in_time(found, judged, left), len(found)))
    judged.bar(found.barred)
    return judged


def in_time(found: Occasions, judged: Judged, left: Departures) -> Flags:
    """Which departures may have been recorded before the duty was overdue."""
    due = judged.due[left.occasion]
    return np.asarray((due == NO_DUE) | (found.block.view.earliest[left.row] <= due))


def answering(found: Occasions) -> tuple[tuple[str, bool], Ints]:
    """What ties answers to the occasions, and the group of each under it."""
    clause, groups = found.clause, found.group
    if clause.about:
        groups = about(found.block, clause.per).of(groups, found.about)
    return (clause.per, clause.about), groups


def first_answers(found: Occasions, reading: Reading) -> Answers:
    """The first event after each occasion that keeps or voids the duty, on one reading.

    What keeps it comes before what voids it at the same second.
    """
    clause, block = found.clause, found.block
    tied, groups = answering(found)
    kind = reading is Reading.KINDEST
    bound, rank, places = ("last", "earliest", found.first) if kind else ("soon", "latest", found.late)
    keeps = search(block, clause.must, tied, after=True, bound=bound, rank=rank)
    kept = keeps.ask(groups, places, found.row)
    if clause.unless == NONE:
        return kept, kept != NONE
    voids = search(block, clause.unless, tied, after=True, bound=bound, rank=rank, but=clause.must)
    voided = voids.ask(groups, places, found.row)
    second = block.view.earliest if kind else block.view.latest
    first = (kept != NONE) & ((voided == NONE) | (second[kept] <= second[voided]))
    return np.where(first, kept, voided), first


def settle(found: Occasions, limit: Deadlines, kind: Answers, strict: Answers) -> Judged:
    """The verdicts that both readings give, or that the times are too coarse."""
    block = found.block
    verdict = verdicts(block, kind, block.view.earliest, limit.kindest)
    judged = Judged.of(verdict, due=limit.kindest, ended=kind[0])
    if not block.places.exact:
        coarse = verdict != verdicts(block, strict, block.view.latest, limit.strictest)
        judged.unjudged(coarse, TOO_COARSE)
        judged.ended[coarse] = NONE
    if limit.why is not None:
        without = limit.why > 0
        judged.due[without] = NO_DUE
        without &= ~_done_in_any_time(limit, judged)
        judged.unjudged(without, limit.why)
        judged.ended[without] = NONE
    return judged


def _done_in_any_time(limit: Deadlines, judged: Judged) -> Flags:
    """Which were kept or void whenever the owing agency came to know, which was after the event.

    Where nothing says when that was, the deadlines are counted from the event itself.
    """
    if limit.why is None:
        return np.zeros(len(judged.verdict), np.bool_)
    reached = (limit.kindest != NO_DUE) & (limit.strictest != NO_DUE)
    good = (judged.verdict == KEPT) | (judged.verdict == VOID)
    return np.asarray((limit.why == NOT_KNOWN) & reached & good)


def verdicts(block: Block, answers: Answers, seconds: Ints, due: Ints) -> Ints:
    """The verdicts on one reading, from answers (at the seconds of events), deadlines and now."""
    row, keeps = answers
    there = row != NONE
    second = np.where(there, seconds[row], block.moment.now)
    found: Ints = VERDICT_ON[np.where(there, np.where(keeps, 2, 4), 0) + (second > due)]
    return found


def heed_silence(found: Occasions, judged: Judged) -> Judged:
    """Make not assessable what rests on the silence of sources that carry no answer."""
    if found.block.columns.declared:
        rests = RESTS_ON_SILENCE[judged.verdict]
        silent = rests & ~found.told(found.clause.owed, judged.due)
        judged.unjudged(silent, NOT_CARRIED)
        judged.ended[silent] = NONE
    return judged


def depart(judged: Judged, departure: Ints) -> None:
    """Mark as departed what was not kept or void, where a departure was recorded (its row, -1: none)."""
    departed = (departure != NONE) & EXCUSABLE[judged.verdict]
    judged.verdict[departed], judged.why[departed] = DEPARTED, 0
    judged.departure[departed] = departure[departed]
