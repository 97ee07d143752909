"""Columns: the entries of many families, a row an entry, in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace

import numpy as np

from heeded.core.chronology.carriage import Carriage
from heeded.core.evaluation.columns.arrays import NONE, NOTHING, Flags, Ints
from heeded.core.evaluation.columns.coded import Coded
from heeded.core.evaluation.columns.names import NAMELESS, Names
from heeded.core.evaluation.columns.order import Ties, record_order
from heeded.core.evaluation.columns.people import Heard, Persons

NOBODYS = -2
"""In `Links.withdraws`: it takes something back, but does not say what."""


@dataclass(frozen=True, slots=True)
class Links:
    """Which entry each row corrects or withdraws: its code in `Columns.entry`, or -1."""

    corrects: Ints
    withdraws: Ints

    def linked(self, entry: Ints) -> Flags:
        """Which rows belong to a chain: they correct, withdraw, or are spoken of by one that does."""
        links = (self.corrects != NONE) | (self.withdraws != NONE)
        spoken_of = np.concatenate([self.corrects[links], self.withdraws[links]])
        return np.asarray(links | np.isin(entry, spoken_of))


@dataclass(frozen=True, slots=True)
class Stays:
    """On the rows that say who came or went: the person, and the household's code as a key."""

    person: Ints
    home: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What was recorded about many families, to be judged all at once.

    The rows of a family stand together, families in the order of their codes. A column of
    codes holds -1 where a row has none.

    - `family`, `child`: whose chronology; `child` is a row of `persons`
    - `kind`: place in `kinds`
    - `earliest`, `latest`, `told`, `known`: seconds UTC; `known` is when anyone first knew
    - `entry`: which entry it is, a code that no other row has; `entries` names them
    - `keys`: for each key that rules tie events by, codes of values, named by `values`
    - `facts`: for each field that rules read, what the rows state in it
    - `person`: the person that an event is about, a row of `persons`
    - `turn`: the turn of each among what was told in one second (left out: nothing is known of it)
    - `stays`: the person and household of entries on who lives where (left out: none)
    - `links`: corrections and withdrawals (left out: there are none)
    - `heard`: who came to know when (left out: nobody's knowledge is recorded)
    - `declared`, `declaring`: what sources carry, and which of these each family is told by
      (by family code; -1: it is the live record, which carries everything)
    """

    kinds: tuple[str, ...]
    family: Ints
    child: Ints
    kind: Ints
    earliest: Ints
    latest: Ints
    told: Ints
    known: Ints
    entry: Ints
    persons: Persons
    keys: Mapping[str, Ints] = field(default_factory=dict)
    facts: Mapping[str, Coded] = field(default_factory=dict)
    person: Ints | None = None
    turn: Ints | None = None
    stays: Stays | None = None
    links: Links | None = None
    heard: Heard | None = None
    declared: tuple[tuple[Carriage, ...], ...] = ()
    declaring: Ints = field(default_factory=lambda: NOTHING)
    families: Names = NAMELESS
    entries: Names = NAMELESS
    values: Names = NAMELESS

    def __post_init__(self) -> None:
        """Refuse, with ValueError, columns that are not all of one length."""
        size = len(self.family)
        wrong = [name for name, column in self._columns() if len(column) != size]
        if wrong:
            raise ValueError(
                f"columns of {size} rows, but these are longer or shorter: {', '.join(wrong)}. "
                "Give every column a value for every row, -1 where a row has none."
            )

    def __len__(self) -> int:
        return len(self.family)

    def _columns(self) -> Iterator[tuple[str, Ints]]:
        for name in ROWS:
            yield name, getattr(self, name)
        yield from self.keys.items()
        yield from ((name, fact.codes) for name, fact in self.facts.items())
        for part in (self.stays, self.links):
            if part is not None:
                yield from ((each.name, getattr(part, each.name)) for each in fields(part))
        if self.heard is not None:
            yield from (("heard starts", self.heard.starts), ("heard counts", self.heard.counts))
        if self.person is not None:
            yield "person", self.person
        if self.turn is not None:
            yield "turn", self.turn

    def taken(self, rows: Ints | slice) -> Columns:
        """These rows alone, in this order; families must still stand together."""
        part = {name: getattr(self, name)[rows] for name in ROWS}
        return replace(
            self,
            **part,
            keys={name: codes[rows] for name, codes in self.keys.items()},
            facts={name: Coded(fact.codes[rows], fact.values) for name, fact in self.facts.items()},
            person=None if self.person is None else self.person[rows],
            turn=None if self.turn is None else self.turn[rows],
            stays=self.stays and Stays(self.stays.person[rows], self.stays.home[rows]),
            links=self.links and Links(self.links.corrects[rows], self.links.withdraws[rows]),
            heard=self.heard
            and replace(self.heard, starts=self.heard.starts[rows], counts=self.heard.counts[rows]),
        )

    def in_order(self) -> Columns:
        """The same rows in the order of the record, so that blocks of them need no sorting."""
        ties = Ties(self.latest, self.told, self.known, self.turn, self.entry, self.entries)
        order = record_order(self.family, self.earliest, ties)
        return self if order is None else self.taken(order)

    def blocks(self, size: int = 65_536) -> Iterator[Columns]:
        """The rows in blocks of whole families, of about `size` rows each."""
        if not len(self):
            return
        starts = np.flatnonzero(np.diff(self.family, prepend=self.family[0] - 1))
        cuts = starts[np.flatnonzero(np.diff(starts // size, prepend=-1))].tolist()
        for begin, end in zip(cuts, [*cuts[1:], len(self)], strict=True):
            yield self.taken(slice(begin, end))


ROWS = ("family", "child", "kind", "earliest", "latest", "told", "known", "entry")
"""The columns that every row has."""
