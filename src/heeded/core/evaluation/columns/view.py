"""The view: the events of columns as they were known to someone at a moment, in order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from heeded.core.evaluation.columns.arrays import NONE, NOTHING, Flags, Ints
from heeded.core.evaluation.columns.coded import Coded
from heeded.core.evaluation.columns.columns import Columns
from heeded.core.evaluation.columns.fold import Chain, chains
from heeded.core.evaluation.columns.order import Ties, record_order


@dataclass(frozen=True, slots=True)
class Moment:
    """When, and with whose knowledge, a record is judged (seconds UTC; `known_to` None: anyone's)."""

    now: int
    known_at: int
    known_to: str | None = None


class View:
    """Events in the order of the record, a row an event, as known to someone at a moment.

    `source` says on which row of the columns the event's latest version stands; `root` is
    the code of the first entry of its chain, and `known` when any version was first known.
    """

    def __init__(self, columns: Columns, source: Ints, known: Ints, folded: dict[int, Chain]) -> None:
        self.columns = columns
        self.whole = not folded and len(source) == len(columns)
        root = columns.entry[source]
        turn = None if columns.turn is None else columns.turn[source]
        if folded:
            chained = [(row, chain) for row, at in enumerate(source.tolist()) if (chain := folded.get(at))]
            rows = [row for row, _ in chained]
            root[rows] = [chain.root for _, chain in chained]
            known[rows] = [chain.known for _, chain in chained]
            if turn is not None:
                turn[rows] = [chain.turn for _, chain in chained]
        order = self._order(source, known, root, turn)
        if order is not None:
            source, known, root = source[order], known[order], root[order]
            turn = None if turn is None else turn[order]
            self.whole = False
        self.source, self.known, self.root, self.turn = source, known, root, turn
        self._folded = folded

    def _order(self, source: Ints, known: Ints, root: Ints, turn: Ints | None) -> Ints | None:
        at, whole = self.columns, self.whole
        parts = (at.family, at.earliest, at.latest, at.told)
        family, earliest, latest, told = parts if whole else (part[source] for part in parts)
        return record_order(family, earliest, Ties(latest, told, known, turn, root, at.entries))

    def __len__(self) -> int:
        return len(self.source)

    def _of(self, column: Ints) -> Ints:
        return np.asarray(column if self.whole else column[self.source], np.int64)

    @cached_property
    def family(self) -> Ints:
        """The family of each event."""
        return self._of(self.columns.family)

    @cached_property
    def child(self) -> Ints:
        """The child of each event."""
        return self._of(self.columns.child)

    @cached_property
    def kind(self) -> Ints:
        """The kind of each event, in as few bytes as the columns hold it."""
        kind = self.columns.kind
        return kind if self.whole else kind[self.source]

    @cached_property
    def earliest(self) -> Ints:
        """The earliest second at which each event may have happened."""
        return self._of(self.columns.earliest)

    @cached_property
    def latest(self) -> Ints:
        """The latest second at which each event may have happened."""
        return self._of(self.columns.latest)

    @cached_property
    def told(self) -> Ints:
        """When each event's source wrote it."""
        return self._of(self.columns.told)

    @cached_property
    def name_rank(self) -> Ints:
        """Numbers in the order of the events' identities."""
        return self.columns.entries.ranks(self.root)

    @property
    def own_order(self) -> tuple[Ints, ...]:
        """What tells events of one second apart, the foremost last: identity, turn, known, told."""
        turn = () if self.turn is None else (self.turn,)
        return (self.name_rank, *turn, self.known, self.told)

    def key(self, name: str) -> Ints | None:
        """The value that each event has under a key; None where no event has one."""
        codes = self.columns.keys.get(name)
        return None if codes is None else self._of(codes)

    def fact(self, name: str, rows: Ints) -> Coded | None:
        """What these events state in a field; None where no event states anything."""
        fact = self.columns.facts.get(name)
        return None if fact is None else Coded(fact.codes[self.source[rows]], fact.values)

    def versions(self, rows: Ints) -> tuple[Ints, Ints]:
        """Every version of these events: for each, which event it is of, and its row in the columns."""
        which, source = np.arange(len(rows)), self.source[rows]
        if not self._folded:
            return which, source
        more = [
            (event, version)
            for event, at in enumerate(source.tolist())
            if at in self._folded
            for version in self._folded[at].versions
        ]
        events, versions = np.array(more, np.int64).reshape(-1, 2).T
        return np.concatenate([which, events]), np.concatenate([source, versions])


def as_known(columns: Columns, moment: Moment, relevant: Flags | None = None) -> View:
    """The events that had begun and were known, of the kinds that are relevant (None: all).

    Corrections and withdrawals that were known by then are applied.
    """
    moments = columns.known
    if moment.known_to is not None:
        if columns.heard is None:
            raise ValueError(
                f"what {moment.known_to} knew cannot be told: the columns do not say who heard of what. "
                "Give them `heard`."
            )
        moments = columns.heard.first_to(moment.known_to)
    seen = (moments <= moment.known_at) & (columns.earliest <= moment.now)
    if relevant is not None:
        seen &= relevant[columns.kind]
    folded: dict[int, Chain] = {}
    rows = NOTHING
    if columns.links is not None:
        linked = columns.links.linked(columns.entry)
        seen &= ~linked
        told = chains(columns, np.flatnonzero(linked), moments, moment.known_at)
        folded = {chain.row: chain for chain in told if _stands(chain, columns, moment, relevant)}
        rows = np.array(list(folded), np.int64)
    source = np.flatnonzero(seen)
    if len(rows):
        source = np.concatenate([source, rows])
        source = source[np.argsort(columns.family[source], kind="stable")]
    return View(columns, source, moments[source], folded)


def _stands(chain: Chain, columns: Columns, moment: Moment, relevant: Flags | None) -> bool:
    kind = columns.kind[chain.row]
    wanted = kind != NONE if relevant is None else relevant[kind]
    return bool(wanted) and bool(columns.earliest[chain.row] <= moment.now)
