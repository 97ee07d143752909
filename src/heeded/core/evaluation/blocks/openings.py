"""Openings of a state, and whether it was open just before an event."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from heeded.core.evaluation.blocks.block import Block
from heeded.core.evaluation.blocks.plan import Limit
from heeded.core.evaluation.blocks.ties import keys
from heeded.core.evaluation.columns.arrays import NONE, Flags, Ints, nones
from heeded.core.evaluation.columns.spells import spells

BEFORE_ALL = -(2**62)
"""A place before all others, of no group."""


@dataclass(frozen=True, slots=True)
class Openings:
    """Every opening of a state in a block: its group, and the events that begin and end it.

    They stand in the order of the groups, then of the record. The rest serves for searching:
    `begun` has the openings by group and the place where each may first begin, `ended` by
    group and the place where each has ended at the latest (endless, where it has not).
    """

    group: Ints
    begin: Ints
    end: Ints
    begun: Ints
    ended: Ints
    coarse: Coarse | None


@dataclass(frozen=True, slots=True)
class Coarse:
    """What is needed beside where some times are coarse.

    `line` has the openings by group and the place where each has begun at the latest,
    `farthest` the farthest place, of those so far, at which one may first end. `opened` has
    for each event the group that it opens, `opener` for each event that ends an opening the
    event that began it (-1: none).
    """

    line: Ints
    farthest: Ints
    opened: Ints
    opener: Ints


def openings(block: Block, limit: Limit, per: str) -> Openings:
    """The openings of a state under a `per`."""
    return block.kept(("openings", limit, per), lambda: _openings(block, limit, per))


def _openings(block: Block, limit: Limit, per: str) -> Openings:
    groups = keys(block, per).groups
    rows = block.rows(limit.both)
    tied = groups[rows] >= 0
    ties = None
    if limit.matching is not None:
        said = block.view.key(limit.matching)
        ties = nones(len(rows)) if said is None else said[rows]
        tied &= ties >= 0
    if np.count_nonzero(tied) < len(tied):
        rows, ties = rows[tied], None if ties is None else ties[tied]
    units = groups[rows]
    if ties is not None and len(ties):
        units = units * (int(ties.max()) + 1) + ties
    rows, units = _settled(block, limit, rows, units)
    begin, end = spells(units, rows, block.among(limit.begins)[rows], block.among(limit.ends)[rows])
    group = groups[begin]
    if ties is not None:
        order = np.lexsort((begin, group))
        begin, end, group = begin[order], end[order], group[order]
    return _searchable(block, group, begin, end)


def _settled(block: Block, limit: Limit, rows: Ints, units: Ints) -> tuple[Ints, Ints]:
    """Events that change a state, unit by unit; of those whose order nothing tells, what changes it first."""
    view = block.view
    if not np.count_nonzero(_same(view.earliest[rows])):
        return rows, units
    order = np.argsort(units, kind="stable")
    at, unit = rows[order], units[order]
    level = (unit[1:] == unit[:-1]) & _same(view.earliest[at]) & _same(view.latest[at])
    exact = view.earliest[at[1:]] == view.latest[at[1:]]
    alike = _same(view.told[at]) & _same(view.known[at])
    level &= ~exact | (alike if view.turn is None else alike & _same(view.turn[at]))
    if not np.count_nonzero(level):
        return rows, units
    begins, ends = block.among(limit.begins), block.among(limit.ends)
    for one in np.unique(unit[1:][level]).tolist():
        low, high = unit.searchsorted((one, one + 1)).tolist()
        at[low:high] = _in_turn(at[low:high].tolist(), level[low : high - 1].tolist(), begins, ends)
    return at, unit


def _same(values: Ints) -> Flags:
    return np.asarray(values[1:] == values[:-1])


def _in_turn(rows: list[int], level: list[bool], begins: Flags, ends: Flags) -> list[int]:
    """The rows of one unit; `level` says which share their moment with the one before."""
    turns: list[int] = []
    waiting: list[int] = []
    lasts = False
    for place, row in enumerate(rows):
        waiting.append(row)
        if place < len(level) and level[place]:
            continue
        while waiting:
            effective = next((each for each in waiting if (ends if lasts else begins)[each]), None)
            turns += waiting if effective is None else [effective]
            waiting = [] if effective is None else [each for each in waiting if each != effective]
            lasts = lasts if effective is None else not lasts
    return turns


def _searchable(block: Block, group: Ints, begin: Ints, end: Ints) -> Openings:
    places = block.places
    base, lasting = group << places.bits, end == NONE
    begun = np.sort(base + places.first[begin])
    over = np.maximum(places.last[end], places.first[begin])
    ended = np.sort(base + np.where(lasting, places.endless, over))
    coarse = None if places.exact else _coarse(block, group, begin, end)
    return Openings(group, begin, end, begun, ended, coarse)


def _coarse(block: Block, group: Ints, begin: Ints, end: Ints) -> Coarse:
    places = block.places
    base, lasting = group << places.bits, end == NONE
    line = base + places.last[begin]
    order = np.argsort(line)
    farthest = np.maximum.accumulate((base + np.where(lasting, places.endless, places.first[end]))[order])
    opened, opener = np.full((2, len(block.view) + 1), NONE, np.int64)
    opened[begin] = group
    opener[end[~lasting]] = begin[~lasting]
    return Coarse(line[order], np.append(farthest, BEFORE_ALL), opened, opener)


@dataclass(frozen=True, slots=True)
class Asked:
    """Events before which a state is asked for: rows (-1: a finding's moment), groups, places."""

    row: Ints
    group: Ints
    first: Ints
    last: Ints


def before(block: Block, of: Openings, asked: Asked) -> tuple[Flags, Flags]:
    """Whether the state was surely open, and whether it may have been, just before each event.

    The event itself neither begins nor ends the state that it is judged in.
    """
    base = asked.group << block.places.bits
    standing = of.begun.searchsorted(base + asked.last) - of.ended.searchsorted(base + asked.first)
    if of.coarse is None:
        open_then = standing > 0
        return open_then, open_then
    itself = (of.coarse.opened[asked.row] == asked.group) & (asked.first < asked.last) & (asked.group >= 0)
    return _surely(block, of.coarse, asked, base), standing > itself


def _surely(block: Block, of: Coarse, asked: Asked, base: Ints) -> Flags:
    places = block.places
    farthest = of.farthest[of.line.searchsorted(base + asked.first) - 1]
    lasting = (farthest >> places.bits == asked.group) & ((farthest & places.endless) >= asked.last)
    opener = of.opener[asked.row]
    opened_there = (opener != NONE) & (of.opened[opener] == asked.group)
    return np.asarray(lasting | (opened_there & (places.last[opener] < asked.first)))


def latest_begin(block: Block, of: Openings, asked: Asked) -> Ints:
    """The first place of the latest opening that was surely open before each event (-1: none).

    Event by event: for the few that a departure may cover.
    """
    places = block.places
    found = nones(len(asked.row))
    low, high = of.group.searchsorted(asked.group), of.group.searchsorted(asked.group, "right")
    for number in np.flatnonzero((high > low) & (asked.group >= 0)).tolist():
        row, first, last = int(asked.row[number]), asked.first[number], asked.last[number]
        begin, end = of.begin[low[number] : high[number]], of.end[low[number] : high[number]]
        ended = (end != NONE) & (end != row) & (places.first[end] < last)
        sure = (begin != row) & (places.last[begin] < first) & ~ended
        found[number] = max(places.first[begin[sure]].tolist(), default=NONE)
    return found
