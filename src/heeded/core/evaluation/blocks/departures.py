"""Departures: who set a rule aside with a reason, for which key, and may do so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from heeded.core.evaluation.blocks.block import Block
from heeded.core.evaluation.blocks.plan import OF_DEPARTURE
from heeded.core.evaluation.blocks.ties import keys
from heeded.core.evaluation.columns.arrays import Flags, Ints, nones, ragged
from heeded.core.evaluation.columns.coded import Coded
from heeded.core.procedures.rule import Rule


@dataclass(frozen=True, slots=True)
class Departures:
    """Pairs of an occasion and a departure from its rule with the same key, in order of both.

    `occasion` is its number among those asked for, `row` that of the departure.
    """

    occasion: Ints
    row: Ints

    def first(self, fits: Flags, size: int) -> Ints:
        """For each occasion the first departure that fits, -1 where none does."""
        found = nones(size)
        occasion, row = self.occasion[fits][::-1], self.row[fits][::-1]
        found[occasion] = row
        return found


def departures(block: Block, rule: Rule, groups: Ints) -> Departures | None:
    """The departures from a rule for occasions with these groups; None where there are none."""
    rows = block.rows(block.plan.departure)
    if not len(rows):
        return None
    rows = rows[_entitled(block, rule, rows)]
    tied = keys(block, rule.per).groups[rows]
    order = np.argsort(tied, kind="stable")
    rows, tied = rows[order], tied[order]
    low, high = tied.searchsorted(groups), tied.searchsorted(groups, "right")
    counts = np.where(groups >= 0, high - low, 0)
    if not counts.any():
        return None
    occasion, place = ragged(low, counts)
    return Departures(occasion, rows[place])


def _entitled(block: Block, rule: Rule, rows: Ints) -> Flags:
    """Which departures name the rule and a reason, and were authorised by someone who may depart."""
    named, reason, by = (block.view.fact(field, rows) for field in OF_DEPARTURE)
    size = len(rows)
    fits = _those(named, lambda value: bool(value) and value in (rule.name, rule.ref), size)
    fits &= _those(reason, bool, size)
    return fits & _those(by, lambda value: bool(value) and _may(value, rule.departure_by), size)


def _may(who: object, may: tuple[str, ...]) -> bool:
    return not may or who in may


def _those(column: Coded | None, fits: Callable[[object], bool], size: int) -> Flags:
    if column is None:
        return np.zeros(size, np.bool_)
    return np.array([*(fits(value) for value in column.values), False])[column.codes]
