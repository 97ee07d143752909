"""Triggers in columns: the events, or the moments of other findings, that start a rule."""

from __future__ import annotations

import numpy as np

from heeded.core.evaluation.blocks.block import Block
from heeded.core.evaluation.blocks.clock import OUT_OF_REACH
from heeded.core.evaluation.blocks.plan import Clause
from heeded.core.evaluation.blocks.ties import keys
from heeded.core.evaluation.columns.arrays import NONE, Ints
from heeded.core.evaluation.kernels.codes import BROKEN, NO_DUE, RESTS_ON_SILENCE
from heeded.core.evaluation.kernels.findings import RuleFindings
from heeded.core.evaluation.kernels.occasions import Moments
from heeded.core.procedures.pattern import Nth
from heeded.core.procedures.rule import Duty, Occurrence, OfFinding, Spoilt


def events(block: Block, clause: Clause) -> Ints:
    """The events on which a rule has something to say, in the order of the record."""
    rows = block.rows(clause.when)
    match clause.rule.form:
        case Duty(when=Occurrence(nth=Nth() as nth)):
            return _from_nth(block, clause.per, rows, nth)
        case _:
            return rows


def _from_nth(block: Block, per: str, rows: Ints, nth: Nth) -> Ints:
    """The events with at least nth - 1 earlier ones of the same key within the time."""
    groups = keys(block, per).groups[rows]
    order = np.argsort(groups, kind="stable")
    rows, groups = rows[order], groups[order]
    back = nth.number - 1
    later, earlier = rows[back:], rows[: len(rows) - back]
    same = (groups[back:] == groups[: len(rows) - back]) & (groups[back:] != NONE)
    later, earlier = later[same], earlier[same]
    reach = block.clock.due(block.view.latest[earlier], None, block.clock.number_of(nth.within))
    return np.sort(later[(reach != OUT_OF_REACH) & (block.view.earliest[later] <= reach)])


def moments(block: Block, of: OfFinding, judged: list[RuleFindings]) -> Moments | None:
    """The moments at which findings of another rule came to be overdue or broken, up to now."""
    found = [moment for each in judged if (moment := _moments(block, of, each)) is not None]
    if len(found) < 2:  # noqa: PLR2004 - one, or none
        return found[0] if found else None
    columns = ("finding", "child", "value", "second", "place")
    return Moments(*(np.concatenate([getattr(part, name) for part in found]) for name in columns))


def _moments(block: Block, of: OfFinding, each: RuleFindings) -> Moments | None:
    judged, found = each.judged, each.occasions
    if of.spoilt is Spoilt.OVERDUE:
        rows = np.flatnonzero(RESTS_ON_SILENCE[judged.verdict] & (judged.due != NO_DUE))
        second = judged.due[rows]
        past = second < block.moment.now
    else:
        rows = np.flatnonzero(judged.verdict == BROKEN)
        second = block.view.latest[found.row[rows]]
        past = second <= block.moment.now
    rows, second = rows[past], second[past]
    if not len(rows):
        return None
    child = found.subject[rows]
    place = block.places.moments(block.columns.persons.family_of(child), second)
    return Moments(each.start + rows, child, found.value[rows], second, place)
