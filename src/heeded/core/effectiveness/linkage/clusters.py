"""What links make of many descriptions: clusters, their sizes, and those in which two people are mixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from heeded.core.effectiveness.linkage.pairs import Weighing


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """How many clusters there are of each size, how many mix two people, and how many people are split."""

    sizes: Mapping[int, int]
    mixed: int
    split: int


def clusters(weighing: Weighing, threshold: float) -> Clusters:
    """The clusters if every pair from a weight on were linked, and all that hangs together is one."""
    above = [*range(len(weighing.people))]

    def top(place: int) -> int:
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    for pair in weighing.pairs:
        if pair.weight >= threshold:
            above[top(pair.one)] = top(pair.other)
    held: dict[int, set[str]] = {}
    homes: dict[str, set[int]] = {}
    for place, each in enumerate(weighing.people):
        held.setdefault(top(place), set()).add(each.person)
        homes.setdefault(each.person, set()).add(top(place))
    sizes = Counter(Counter(top(place) for place in range(len(above))).values())
    return Clusters(
        sizes=dict(sorted(sizes.items())),
        mixed=sum(len(persons) > 1 for persons in held.values()),
        split=sum(len(tops) > 1 for tops in homes.values()),
    )
