"""A block: the families judged together, and what has been asked about them so far."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import TypeVar

import numpy as np

from heeded.core.evaluation.blocks.match import met
from heeded.core.evaluation.blocks.places import Places, places
from heeded.core.evaluation.blocks.plan import Plan
from heeded.core.evaluation.blocks.search import Empty, FirstAfter, LastBefore, Search, exact_line, ranked
from heeded.core.evaluation.columns.arrays import NONE, NOTHING, Flags, Ints
from heeded.core.evaluation.columns.coded import Coded
from heeded.core.evaluation.columns.columns import Columns
from heeded.core.evaluation.columns.people import UNBORN
from heeded.core.evaluation.columns.view import Moment, as_known
from heeded.core.procedures.pattern import AGE, REST_DAY, Condition

T = TypeVar("T")


class Block:
    """Families as known at a moment, under one plan. What is worked out once is kept."""

    def __init__(self, plan: Plan, columns: Columns, moment: Moment) -> None:
        self.plan, self.columns, self.moment = plan, columns, moment
        self.clock = plan.clock(moment.known_at)
        self._kinds = {name: number for number, name in enumerate(columns.kinds)}
        self.view = as_known(columns, moment, self._relevant())
        self._kept: dict[Hashable, object] = {}

    def _relevant(self) -> Flags | None:
        """Which kinds are read by some rule; None where no others are in the columns."""
        wanted = self.plan.wanted.kinds
        if self.columns.kinds is wanted:
            return None
        relevant = np.zeros(len(self.columns.kinds) + 1, np.bool_)
        relevant[[self._kinds[name] for name in wanted if name in self._kinds]] = True
        return relevant

    def kept(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """What was worked out under this key before, or is now."""
        if key not in self._kept:
            self._kept[key] = work_out()
        return self._kept[key]  # type: ignore[return-value]  # a key is always asked for by one function

    @cached_property
    def places(self) -> Places:
        """Where each event stands in the order of its family's chronology."""
        return places(self.view, self.clock, self.moment.now)

    @cached_property
    def day(self) -> Ints:
        """The local day of each event, of its earliest second."""
        return self.clock.days(self.view.earliest)

    @cached_property
    def last_day(self) -> Ints:
        """The local day of the latest second of each event."""
        return self.day if self.places.exact else self.clock.days(self.view.latest)

    @cached_property
    def _by_kind(self) -> tuple[Ints, list[int]]:
        kind = self.view.kind
        counts = np.bincount(kind, minlength=len(self.columns.kinds))
        return np.argsort(kind, kind="stable"), [0, *np.cumsum(counts).tolist()]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of which there is an event."""
        bounds = self._by_kind[1]
        counts = zip(self.columns.kinds, bounds, bounds[1:], strict=False)
        return tuple(name for name, first, end in counts if first < end)

    def of_kind(self, name: str) -> Ints:
        """The events of a kind, in the order of the record."""
        number = self._kinds.get(name)
        if number is None:
            return NOTHING
        rows, bounds = self._by_kind
        return rows[bounds[number] : bounds[number + 1]]

    def rows(self, number: int) -> Ints:
        """The events that match a list of the plan (-1: none), in the order of the record."""
        return self.kept(("rows", number), lambda: self._rows(number))

    def _rows(self, number: int) -> Ints:
        found = [
            self._meeting(pattern.kind, pattern.conditions)
            for pattern in (self.plan.lists[number] if number >= 0 else ())
        ]
        found = [rows for rows in found if len(rows)]
        if len(found) == 1:
            return found[0]
        return np.unique(np.concatenate(found)) if found else NOTHING

    def _meeting(self, kind: str, conditions: tuple[Condition, ...]) -> Ints:
        rows = self.of_kind(kind)
        for condition in conditions:
            if len(rows):
                rows = rows[met(condition, kind, self._stated(condition.field, rows), len(rows))]
        return rows

    def _stated(self, name: str, rows: Ints) -> Coded | None:
        if name == AGE:
            return self._ages(rows)
        if name == REST_DAY:
            rests = np.where(self.day[rows] == self.last_day[rows], self.clock.rests(self.day[rows]), NONE)
            return Coded(rests, (False, True))
        return self.view.fact(name, rows)

    def _ages(self, rows: Ints) -> Coded:
        born = self.columns.persons.born[self.view.child[rows]]
        known = born != UNBORN
        birth_month, birth_number = self.clock.months(np.where(known, born, 1))
        month, number = self.clock.months(self.day[rows])
        months = month - birth_month - (number < birth_number)
        ages, codes = np.unique(months, return_inverse=True)
        return Coded(np.where(known, codes, NONE), tuple(ages.tolist()))

    def among(self, number: int) -> Flags:
        """For each event, whether it matches a list of the plan."""
        return self.kept(("among", number), lambda: self._among(number))

    def _among(self, number: int) -> Flags:
        found = np.zeros(len(self.view), np.bool_)
        found[self.rows(number)] = True
        return found

    def rank(self, by: str) -> tuple[Ints, Ints]:
        """The rank of each event in some order, and the event of each rank.

        `earliest` and `latest`: by that second, then told, known, turn and identity. `first` and
        `last`: by that place.
        """
        return self.kept(("rank", by), lambda: self._rank(by))

    def _rank(self, by: str) -> tuple[Ints, Ints]:
        view = self.view
        if by in ("first", "last"):
            order = np.argsort(getattr(self.places, by), kind="stable")
        else:
            order = np.lexsort((*view.own_order, getattr(view, by)))
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
        return ranks, order

    def search(self, rows: Ints, groups: Ints, *, after: bool, bound: str, rank: str) -> Search:
        """A search among these events, by their groups.

        The event sought is, of those whose `bound` (a column of places) is after the place
        that is asked for, the one of lowest `rank`; or before, and the highest.
        """
        held = groups >= 0
        if np.count_nonzero(held) < len(held):
            rows, groups = rows[held], groups[held]
        places = self.places
        if not len(rows):
            return Empty()
        if places.exact:
            line = exact_line(groups, rows, places.bits)
            return FirstAfter(line, places.bits) if after else LastBefore(line, places.bits)
        ranks, by_rank = self.rank(rank)
        bounds = getattr(places, bound)[rows]
        return ranked(groups, bounds, ranks[rows], by_rank, places.bits, after=after)
