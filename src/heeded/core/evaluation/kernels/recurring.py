"""Recurring duties in columns: while this lasts, that again and again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from heeded.core.evaluation.blocks.block import Block
from heeded.core.evaluation.blocks.departures import departures
from heeded.core.evaluation.blocks.openings import Openings, openings
from heeded.core.evaluation.blocks.plan import Clause
from heeded.core.evaluation.blocks.ties import keys
from heeded.core.evaluation.columns.arrays import NONE, Flags, Ints, nones
from heeded.core.evaluation.kernels.codes import Judged
from heeded.core.evaluation.kernels.deadline import Deadlines, deadlines
from heeded.core.evaluation.kernels.duty import depart, heed_silence, in_time, settle
from heeded.core.evaluation.kernels.each import for_each
from heeded.core.evaluation.kernels.occasions import Occasions, occasions
from heeded.core.procedures.rule import Recurring


@dataclass(frozen=True, slots=True)
class Turns:
    """A row a turn, opening by opening, each in the order of the record.

    `anchor` is the event that begins it, `following` the next time that it was done (-1: not
    since), `ender` what ends it: the next time, else the end of the opening. `number` counts
    the turns of an opening from 0.
    """

    anchor: Ints
    following: Ints
    ender: Ints
    number: Ints


def judge_recurring(block: Block, clause: Clause, form: Recurring) -> tuple[Occasions, Judged] | None:
    """What became of every turn of a recurring duty; None where none began."""
    if clause.scope is None:
        return None
    of = openings(block, clause.scope, clause.per)
    if not len(of.begin):
        return None
    turns = _turns(block, clause, of)
    found = for_each(occasions(block, clause, turns.anchor))
    if not len(found):
        return None
    turn = found.turn
    ender, keeps = turns.ender[turn], turns.following[turn] != NONE
    judged = settle(found, _limits(found, form, turns.number[turn]), (ender, keeps), (ender, keeps))
    judged = heed_silence(found, judged)
    _depart(found, judged, turns.following[turn])
    judged.bar(found.barred)
    return found, judged


def _turns(block: Block, clause: Clause, of: Openings) -> Turns:
    done, opening = _done(block, clause, of)
    place = np.concatenate([np.arange(len(of.begin)), opening])
    anchor = np.concatenate([of.begin, done])
    turn = np.concatenate([nones(len(of.begin)), done])
    order = np.argsort(place * (len(block.view) + 1) + turn + 1)
    place, anchor = place[order], anchor[order]
    last = np.ones(len(place), np.bool_)
    last[:-1] = place[1:] != place[:-1]
    following = np.where(last, NONE, np.append(anchor[1:], NONE))
    row = np.arange(len(place))
    begins = np.append(True, last[:-1])
    number = row - np.maximum.accumulate(np.where(begins, row, 0))
    return Turns(anchor, following, np.where(last, of.end[place], following), number)


def _done(block: Block, clause: Clause, of: Openings) -> tuple[Ints, Ints]:
    """Each time that it was done within an opening, and the first opening that it fits."""
    groups = keys(block, clause.per).groups
    rows = block.rows(clause.must)
    rows = rows[groups[rows] != NONE]
    opening = _first_fit(block, of, rows, groups[rows])
    within = opening != NONE
    return rows[within], opening[within]


def _first_fit(block: Block, of: Openings, rows: Ints, groups: Ints) -> Ints:
    """For each event the first opening of its group that may have begun before and not ended."""
    places = block.places
    ends = np.where(of.end == NONE, places.endless, places.last[of.end])
    farthest = np.maximum.accumulate((of.group << places.bits) + ends)
    opening = farthest.searchsorted((groups << places.bits) + places.first[rows], "right")
    size = len(of.group)
    candidate = np.minimum(opening, size - 1)
    there = (opening < size) & (of.group[candidate] == groups)
    begun = places.first[of.begin[candidate]] < places.last[rows]
    found = np.where(there & begun, candidate, NONE)
    if not places.exact:
        begins = block.view.earliest[of.begin]
        level = np.append((of.group[1:] == of.group[:-1]) & (begins[1:] == begins[:-1]), False)
        for event in np.flatnonzero(there & ~begun & level[candidate]).tolist():
            found[event] = _next_fit(block, of, int(rows[event]), int(candidate[event]))
    return found


def _next_fit(block: Block, of: Openings, row: int, candidate: int) -> int:
    """As `_first_fit`, after a candidate that does not fit, one by one.

    Of openings that begin at one second, one with a coarse time stands after the instants but
    may have begun before them: where the first candidate does not fit, a later one may.
    """
    places, begins = block.places, block.view.earliest[of.begin]
    for later in range(candidate + 1, len(of.group)):
        if of.group[later] != of.group[candidate] or begins[later] != begins[candidate]:
            break
        end = of.end[later]
        begun = places.first[of.begin[later]] < places.last[row]
        if begun and (end == NONE or places.first[row] < places.last[end]):
            return later
    return NONE


def _limits(found: Occasions, form: Recurring, number: Ints) -> Deadlines:
    """When each turn is due: the first by the first amount, and so on; the last amount repeats."""
    every = form.every
    if len(every) == 1:
        return deadlines(found, every[0])
    kindest, strictest, why = np.zeros((3, len(found)), np.int64)
    for place, within in enumerate(every):
        last = place == len(every) - 1
        rows = np.flatnonzero(number >= place if last else number == place)
        limit = deadlines(found.taken(rows), within)
        kindest[rows], strictest[rows] = limit.kindest, limit.strictest
        why[rows] = 0 if limit.why is None else limit.why
    return Deadlines(kindest, strictest, why)


def _depart(found: Occasions, judged: Judged, following: Ints) -> None:
    """A departure counts for the turn that it may fall in."""
    left = departures(found.block, found.clause.rule, found.group)
    if left is None:
        return
    places = found.block.places
    after = places.last[left.row] > found.first[left.occasion]
    next_time = following[left.occasion]
    fits: Flags = after & ((next_time == NONE) | (places.first[left.row] < places.last[next_time]))
    depart(judged, left.first(fits & in_time(found, judged, left), len(found)))
