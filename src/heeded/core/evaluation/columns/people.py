"""Who there is, in columns: children and adults, agencies, and who heard of what when."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from heeded.core.evaluation.columns.arrays import NEVER, NOTHING, Flags, Ints, ragged
from heeded.core.evaluation.columns.names import NAMELESS, Names

UNBORN = 0
"""The day of birth, as an ordinal, of a person for whom none is recorded."""


@dataclass(frozen=True, slots=True)
class Persons:
    """A row a person of a family: the code of a child in a column is the row here.

    `born` is the ordinal of the day of birth (0: not recorded), `area` a place in `areas`,
    whose first is the empty text.
    """

    family: Ints
    born: Ints
    adult: Flags
    area: Ints
    areas: tuple[str, ...] = ("",)
    names: Names = NAMELESS

    @classmethod
    def children_of(cls, family: Ints) -> Persons:
        """Children about whom nothing is recorded, given the family of each."""
        size = len(family)
        nothing = np.zeros(size, np.int64)
        return cls(family, nothing, np.zeros(size, np.bool_), nothing)

    def family_of(self, persons: Ints) -> Ints:
        """The family of each of these persons."""
        return self.family[persons].astype(np.int64, copy=False)


@dataclass(frozen=True, slots=True)
class Agencies:
    """A row an agency of a family; `sector` and `area` are places in the texts."""

    names: Names
    sector: Ints
    sectors: tuple[str, ...]
    area: Ints


@dataclass(frozen=True, slots=True)
class Heard:
    """When which agency came to know of each entry (seconds UTC), its own source among them.

    The notes of entry row i stand at `starts[i]` to `starts[i] + counts[i] - 1`.
    """

    starts: Ints
    counts: Ints
    agency: Ints
    moment: Ints
    agencies: Agencies

    def first_to(self, name: str) -> Ints:
        """For each entry, when the agency of that name knew of it; `NEVER` where it did not."""
        own = np.array([self.agencies.names.of(code) == name for code in range(len(self.agencies.sector))])
        which, notes = ragged(self.starts, self.counts)
        first = np.full(len(self.starts), NEVER, np.int64)
        if len(own) and len(notes):
            told = own[self.agency[notes]]
            np.minimum.at(first, which[told], self.moment[notes][told])
        return first

    def first_to_sector(self, rows: Ints, sector: str, area: Ints) -> Ints:
        """For each of these entries, when the first agency to which its child falls knew of it.

        That is an agency of the sector whose area, if it has one, is that of the child
        (`area`, a code a row) or of a child without one. `NEVER` where none knew.
        """
        first = np.full(len(rows), NEVER, np.int64)
        if sector not in self.agencies.sectors or not len(rows):
            return first
        which, notes = ragged(self.starts[rows], self.counts[rows])
        agency = self.agency[notes]
        near, far = area[which], self.agencies.area[agency]
        answers = self.agencies.sector[agency] == self.agencies.sectors.index(sector)
        answers &= (far == 0) | (near == 0) | (near == far)
        np.minimum.at(first, which[answers], self.moment[notes][answers])
        return first


NOBODY = Heard(NOTHING, NOTHING, NOTHING, NOTHING, Agencies(Names(()), NOTHING, (), NOTHING))
