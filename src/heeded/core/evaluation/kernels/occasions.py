"""Occasions in columns: the events, or the moments of findings, on which a rule has its say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from heeded.core.evaluation.blocks.block import Block
from heeded.core.evaluation.blocks.openings import Asked, before, latest_begin, openings
from heeded.core.evaluation.blocks.plan import Clause, Limit
from heeded.core.evaluation.blocks.silence import told
from heeded.core.evaluation.blocks.ties import groups_of, homes, keys
from heeded.core.evaluation.columns.arrays import NONE, Flags, Ints, nones
from heeded.core.evaluation.kernels.codes import NOT_CARRIED, TOO_COARSE


@dataclass(frozen=True, slots=True)
class Moments:
    """The moments at which findings came to be overdue or broken, each as an event of its own.

    `finding` is the place of the finding among those of the rule that started this one;
    `value` the code of its key.
    """

    finding: Ints
    child: Ints
    value: Ints
    second: Ints
    place: Ints

    def taken(self, rows: Ints) -> Moments:
        """These alone."""
        return Moments(
            self.finding[rows], self.child[rows], self.value[rows], self.second[rows], self.place[rows]
        )


class Occasions:
    """A row an occasion of one rule.

    `row` is the event's row in the block, -1 for a moment. `group` and `value` are its key, if
    it is `keyed`; a key that no event of the block has is of group -1. `subject` is the child
    that the finding is about, and `about` the adult, if any. `barred` is why it cannot be judged
    at all (0: it can). `turn` tells which of the triggers it is of.
    """

    def __init__(self, block: Block, clause: Clause, row: Ints, moments: Moments | None = None) -> None:
        self.block, self.clause, self.row, self.moments = block, clause, row, moments
        self.turn = np.arange(len(row))
        self.about = nones(len(row))
        self.barred = np.zeros(len(row), np.int64)
        if moments is None:
            tied = keys(block, clause.per)
            self.child = block.view.child[row]
            self.group, self.value = tied.groups[row], tied.values[row]
            self.keyed = self.group != NONE
        else:
            self.child = moments.child
            self.value = self._values_of(moments)
            self.group = groups_of(block, clause.per, self.child, self.value)
            self.keyed = (self.value != NONE) | (clause.per == "child")
        self.subject = self.child
        self.edition = block.clock.governed(clause.number, self.day)

    def _values_of(self, moments: Moments) -> Ints:
        """The key of each moment: its finding's, if it has one, or the household at the time."""
        match self.clause.per:
            case "child":
                return nones(len(moments.child))
            case "household":
                return homes(self.block, moments.child, moments.second, moments.second)
            case _:
                nameless = 0 if self.block.columns.values.of(0) == "" else NONE
                return np.where(moments.value > nameless, moments.value, NONE)

    def __len__(self) -> int:
        return len(self.row)

    def taken(self, rows: Ints) -> Occasions:
        """These alone, in this order."""
        new = object.__new__(Occasions)
        new.block, new.clause = self.block, self.clause
        new.moments = self.moments and self.moments.taken(rows)
        for name in _COLUMNS:
            setattr(new, name, getattr(self, name)[rows])
        return new

    @cached_property
    def day(self) -> Ints:
        """The local day that decides which edition and amounts govern."""
        return (
            self.block.day[self.row] if self.moments is None else self.block.clock.days(self.moments.second)
        )

    @cached_property
    def earliest(self) -> Ints:
        """The earliest second at which it may have arisen."""
        return self.block.view.earliest[self.row] if self.moments is None else self.moments.second

    @cached_property
    def latest(self) -> Ints:
        """The latest second at which it may have arisen."""
        if self.block.places.exact:
            return self.earliest
        return self.block.view.latest[self.row] if self.moments is None else self.moments.second

    @cached_property
    def first(self) -> Ints:
        """The earliest place at which it may stand."""
        return self.block.places.first[self.row] if self.moments is None else self.moments.place

    @cached_property
    def last(self) -> Ints:
        """The latest place at which it may stand."""
        return self.block.places.last[self.row] if self.moments is None else self.moments.place

    @cached_property
    def late(self) -> Ints:
        """The start of its last day: what answers it must end its first day after that."""
        return self.block.places.late[self.row] if self.moments is None else self.moments.place

    def state_before(self, limit: Limit) -> tuple[Flags, Flags]:
        """Whether a state was surely open just before each, and whether it may have been."""
        asked = Asked(self.row, self.group, self.first, self.last)
        return before(self.block, openings(self.block, limit, self.clause.per), asked)

    def begun_before(self, limit: Limit) -> Ints | None:
        """Where the latest opening that was surely open before each may have begun (-1: none was).

        Asked for departures alone, which are few: None where the block has none.
        """
        if not len(self.block.rows(self.block.plan.departure)):
            return None
        asked = Asked(self.row, self.group, self.first, self.last)
        return latest_begin(self.block, openings(self.block, limit, self.clause.per), asked)

    def told(self, number: int, end: Ints | None = None, start: Ints | None = None) -> Flags:
        """Whether we would have been told of a list's events at the time (or from `start` to `end`)."""
        since, until = (self.earliest if at is None else at for at in (start, end))
        return told(self.block, number, self.subject, since, until)


_COLUMNS = ("row", "turn", "about", "barred", "child", "group", "value", "subject", "edition", "keyed")


def occasions(
    block: Block, clause: Clause, row: Ints, moments: Moments | None = None, *, scope: Limit | None = None
) -> Occasions:
    """The occasions that these events or moments give rise to, within the rule's limits.

    `scope` is the state within which they must fall (None: any).
    """
    found = Occasions(block, clause, row, moments)
    found = _kept(found, found.keyed & (found.edition != NONE))
    if scope is not None and len(found):
        found = _within(found, scope)
    if clause.apart is not None and len(found):
        found = _apart(found, clause.apart)
    return found


def _kept(found: Occasions, keep: Flags) -> Occasions:
    kept = np.count_nonzero(keep)
    return found if kept == len(keep) else found.taken(np.flatnonzero(keep))


def _within(found: Occasions, scope: Limit) -> Occasions:
    heard = found.told(scope.both)
    sure, perhaps = found.state_before(scope)
    found.barred = np.where(heard, np.where(sure, 0, TOO_COARSE), NOT_CARRIED)
    return _kept(found, perhaps | ~heard)


def _apart(found: Occasions, apart: Limit) -> Occasions:
    heard = found.told(apart.both)
    sure, perhaps = found.state_before(apart)
    why = np.where(heard, np.where(perhaps, TOO_COARSE, 0), NOT_CARRIED)
    found.barred = np.where(found.barred > 0, found.barred, why)
    return _kept(found, ~(sure & heard))
