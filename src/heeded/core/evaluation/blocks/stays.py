"""Stays: who lived in which household, and who had access to which child, from when to when."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from heeded.core.chronology.household import ACCESS_BEGAN, ACCESS_ENDED, JOINED, LEFT
from heeded.core.evaluation.blocks.block import Block
from heeded.core.evaluation.columns.arrays import NEVER, NONE, NOTHING, Ints, nones, ragged
from heeded.core.evaluation.columns.spells import spells

Pairs = tuple[Ints, Ints]
"""Two columns of equal length: which question, and an answer to it."""


@dataclass(frozen=True, slots=True)
class Stays:
    """A row a stay, in the order of the persons: who, where, and for how long they may have been.

    `place` is a household's code as a key, or a child; `family` tells apart households of the
    same name. `begin` and `end` are seconds UTC; of one person, a later `turn` began later.
    """

    person: Ints
    family: Ints
    place: Ints
    begin: Ints
    end: Ints
    turn: Ints

    def covering(self, persons: Ints, start: Ints, end: Ints) -> Pairs:
        """For each question (a person, from when to when): the stays that may cover some of it."""
        low, high = self.person.searchsorted(persons), self.person.searchsorted(persons, "right")
        which, stay = ragged(low, high - low)
        there = (self.begin[stay] <= end[which]) & (self.end[stay] >= start[which])
        return which[there], stay[there]

    def homes_of(self, persons: Ints, start: Ints, end: Ints) -> Pairs:
        """For each question, the places where the person may have been, each once."""
        which, stay = self.covering(persons, start, end)
        pairs = np.unique(np.stack([which, self.place[stay]], axis=1).reshape(-1, 2), axis=0)
        return pairs[:, 0], pairs[:, 1]

    def home_of(self, persons: Ints, start: Ints, end: Ints) -> Ints:
        """For each question, the place that the person joined last of those; -1 for none."""
        which, stay = self.covering(persons, start, end)
        last = nones(len(persons))
        np.maximum.at(last, which, self.turn[stay])
        by_turn = np.empty(len(self.turn) + 1, np.int64)
        by_turn[self.turn] = self.place
        return np.where(last >= 0, by_turn[last], NONE)

    def people_in(self, families: Ints, places: Ints, start: Ints, end: Ints) -> Pairs:
        """For each question (a place, from when to when): everyone who may have been there."""
        order = np.lexsort((self.place, self.family))
        width = 1 + max(int(self.place.max(initial=0)), int(places.max(initial=0)))
        line = self.family[order] * width + self.place[order]
        asked = families * width + places
        low, high = line.searchsorted(asked), line.searchsorted(asked, "right")
        which, place = ragged(low, high - low)
        stay = order[place]
        there = (self.begin[stay] <= end[which]) & (self.end[stay] >= start[which])
        return which[there], self.person[stay[there]]


def household_stays(block: Block) -> Stays:
    """Every stay in a household."""
    return block.kept("household stays", lambda: _stays(block, JOINED, LEFT))


def access_stays(block: Block) -> Stays:
    """Every time for which someone outside the household had access to a child."""
    return block.kept("access stays", lambda: _stays(block, ACCESS_BEGAN, ACCESS_ENDED))


def _stays(block: Block, begins: str, ends: str) -> Stays:
    columns, view = block.columns, block.view
    rows = np.sort(np.concatenate([block.of_kind(begins), block.of_kind(ends)]))
    if columns.stays is None or not len(rows):
        return Stays(*[NOTHING] * 6)
    source = view.source[rows]
    person, home = (part[source].astype(np.int64) for part in (columns.stays.person, columns.stays.home))
    place = home if begins == JOINED else view.child[rows]
    units = person * (int(place.max()) + 1) + place
    begun = np.isin(rows, block.of_kind(begins))
    at, until = spells(units, rows, begun, ~begun)
    where = rows.searchsorted(at)
    person, place = person[where], place[where]
    begin = view.earliest[at]
    end = np.where(until == NONE, NEVER, view.latest[until])
    latest = view.source[at]
    ties = () if columns.turn is None else (columns.turn[latest],)
    by_turn = np.lexsort((columns.entries.ranks(columns.entry[latest]), *ties, begin))
    turn = np.empty(len(at), np.int64)
    turn[by_turn] = np.arange(len(at))
    order = np.argsort(person, kind="stable")
    found = (person, columns.persons.family_of(person), place, begin, end, turn)
    return Stays(*(column[order] for column in found))
