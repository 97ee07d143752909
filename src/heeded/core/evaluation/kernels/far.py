"""A gate's answers that lie where the calendar does not reach, looked at one by one."""

from __future__ import annotations

import numpy as np

from heeded.core.evaluation.blocks.clock import OUT_OF_REACH
from heeded.core.evaluation.blocks.ties import tied_groups
from heeded.core.evaluation.columns.arrays import NONE
from heeded.core.evaluation.kernels.duty import answering
from heeded.core.evaluation.kernels.occasions import Occasions


class Far:
    """One occasion of a gate, some of whose answers lie beyond the calendar.

    Answers are looked at in the order of the record until one meets the need. Whoever comes
    first upon one that the calendar does not reach cannot say.
    """

    def __init__(self, found: Occasions, place: int, amount: int, since: int, strictly: int) -> None:
        self._found, self._place, self._amount = found, place, amount
        self._since, self._strictly = since, strictly

    def met(self, *, unsure: bool) -> tuple[bool, bool, bool]:
        """Whether all that was needed was done, kindly and strictly; or that it cannot be said."""
        strict = self._all_met(kindly=False)
        kind = True if unsure and strict is not None else self._all_met(kindly=True)
        if strict is None or kind is None:
            return False, False, True
        return kind, strict, False

    def _all_met(self, *, kindly: bool) -> bool | None:
        for need in self._found.clause.need:
            met = self._met(need, kindly=kindly)
            if not met:
                return met
        return True

    def _met(self, need: int, *, kindly: bool) -> bool | None:
        for row in self._answers(need):
            if self._done_before(row, kindly=kindly):
                recent = self._recent(row, kindly=kindly)
                if recent is not False:
                    return recent
        return False

    def _answers(self, need: int) -> list[int]:
        block = self._found.block
        tied, groups = answering(self._found)
        rows = block.rows(need)
        own = (tied_groups(block, tied)[rows] == groups[self._place]) & (rows != self._found.row[self._place])
        return [int(row) for row in rows[own & (groups[self._place] != NONE)]]

    def _done_before(self, row: int, *, kindly: bool) -> bool:
        places, act = self._found.block.places, self._place
        if kindly:
            since = self._since
            before = places.first[row] < self._found.last[act]
            return bool(before and (since == NONE or places.first[since] < places.last[row]))
        since = self._strictly
        before = places.last[row] < self._found.first[act]
        return bool(before and (since == NONE or places.last[since] < places.first[row]))

    def _recent(self, row: int, *, kindly: bool) -> bool | None:
        view, found = self._found.block.view, self._found
        second, act = (view.latest, found.earliest) if kindly else (view.earliest, found.latest)
        due = int(found.block.clock.due(second[np.array([row])], None, self._amount)[0])
        return None if due == OUT_OF_REACH else bool(act[self._place] <= due)
