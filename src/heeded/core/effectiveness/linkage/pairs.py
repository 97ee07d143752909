"""Pairs of labelled descriptions, found by the record's own search keys and weighed by its own weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb, log2

from heeded.core.effectiveness.linkage.labelled import Labelled, Relationship, relationship
from heeded.core.identity.grades import grade
from heeded.core.identity.keys import keys
from heeded.core.identity.weighing import weigh

HOT = 400
"""How many descriptions may share a key for pairs to be made of it: a commoner key is left to the others."""

LEAST = 1e-12
"""How close to nothing, or to 1, a probability is taken to be at most."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two descriptions by their places, what they are to each other, and what speaks for one (base 2).

    `grade` is how sure a matching standard, or another matcher, says that it is: from 0 to 1.
    """

    one: int
    other: int
    relationship: Relationship
    weight: float
    grade: float = 0.0

    @property
    def true(self) -> bool:
        """Whether the two are one person."""
        return self.relationship is Relationship.ONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """Descriptions and the pairs of them that were weighed; `hot` keys were too common to make pairs.

    Pairs that share no key are not weighed: where they are of one person, they are missed at any threshold.
    Whoever weighs otherwise, by a trained model, makes this of their own pairs and is measured alike.
    """

    people: Sequence[Labelled]
    pairs: Sequence[Pair]
    hot: int = 0

    @property
    def true_pairs(self) -> int:
        """How many pairs there are of descriptions of one person, weighed or not."""
        return sum(comb(each, 2) for each in Counter(one.person for one in self.people).values())

    @property
    def prior(self) -> float:
        """The odds (base 2) that two descriptions taken by chance are of one person.

        ValueError where every pair is, or none.
        """
        true, all_pairs = self.true_pairs, comb(len(self.people), 2)
        if not 0 < true < all_pairs:
            raise ValueError("there must be pairs of one person and pairs of two")
        return log2(true / (all_pairs - true))


def weighing(people: Sequence[Labelled], hot: int = HOT) -> Weighing:
    """Every pair that shares a search key, weighed as the record weighs a newly described child."""
    holders: dict[str, list[int]] = {}
    for place, each in enumerate(people):
        for key in keys(each.described):
            holders.setdefault(key, []).append(place)
    found = {pair for holding in holders.values() if len(holding) <= hot for pair in combinations(holding, 2)}
    pairs = tuple(_pair(people, one, other) for one, other in sorted(found))
    return Weighing(people=people, pairs=pairs, hot=sum(len(each) > hot for each in holders.values()))


def _pair(people: Sequence[Labelled], one: int, other: int) -> Pair:
    mine, theirs = people[one], people[other]
    weighed = weigh(mine.described, theirs.described)
    return Pair(one, other, relationship(mine, theirs), weighed.sum, grade(weighed.terms))


def claimed(people: Sequence[Labelled], claims: Sequence[tuple[int, int, float]]) -> Weighing:
    """The same of what another matcher claims: two places, and a probability (0 to 1).

    A pair that it does not name is one that it does not link.
    """
    without = Weighing(people=people, pairs=())
    prior = without.prior
    pairs = [
        Pair(
            one, other, relationship(people[one], people[other]), weight_of(probability) - prior, probability
        )
        for one, other, probability in claims
    ]
    return Weighing(people=people, pairs=pairs)


def weight_of(probability: float) -> float:
    """The odds (base 2) of a probability, as far as a number holds them."""
    held = min(max(probability, LEAST), 1 - LEAST)
    return log2(held / (1 - held))
