"""Silence: whether, had something happened, a source would have told us of it."""

from __future__ import annotations

import numpy as np

from heeded.core.chronology.carriage import Carriage
from heeded.core.evaluation.blocks.block import Block
from heeded.core.evaluation.columns.arrays import Flags, Ints
from heeded.core.procedures.pattern import Pattern


def told(block: Block, number: int, persons: Ints, start: Ints, end: Ints) -> Flags:
    """Whether we would have been told of events of a list of the plan, all its patterns.

    For each question: about which child, from when to when (seconds UTC). A family of the
    live record is always told.
    """
    answer = np.ones(len(persons), np.bool_)
    columns = block.columns
    if not columns.declared or not len(persons):
        return answer
    declaring = columns.declaring[columns.persons.family_of(persons)]
    for place in np.unique(declaring[declaring >= 0]).tolist():
        asked = np.flatnonzero(declaring == place)
        among = _Asked(block, columns.declared[place], persons[asked], start[asked], end[asked])
        answer[asked] = among.all_told(block.plan.lists[number])
    return answer


class _Asked:
    """Questions about families whose sources declare the same."""

    def __init__(
        self, block: Block, carriages: tuple[Carriage, ...], persons: Ints, start: Ints, end: Ints
    ) -> None:
        self.block, self.carriages = block, carriages
        self.persons, self.start, self.end = persons, start, end

    def all_told(self, patterns: tuple[Pattern, ...]) -> Flags:
        """Whether each of the patterns is carried by some source that answers for the time."""
        answer = np.ones(len(self.persons), np.bool_)
        for pattern in patterns:
            carried = np.zeros(len(self.persons), np.bool_)
            for carriage in self.carriages:
                if carriage.carries(pattern.kind, pattern.fields):
                    carried |= self._answers(carriage)
            answer &= carried
        return answer

    def _answers(self, carriage: Carriage) -> Flags:
        answer = np.ones(len(self.persons), np.bool_)
        if carriage.since is not None:
            answer &= self.start >= carriage.since
        if carriage.until is not None:
            answer &= self.end <= carriage.until
        if carriage.children is not None:
            names = self.block.columns.persons.names.all_of(self.persons)
            answer &= np.array([name in carriage.children for name in names], np.bool_)
        return answer
