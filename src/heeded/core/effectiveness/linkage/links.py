"""False and missed links at a threshold, and how sure one may be of the shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from heeded.core.effectiveness.linkage.labelled import Relationship
from heeded.core.effectiveness.linkage.pairs import Weighing
from heeded.core.effectiveness.share import Share, share

ROUNDS = 200
"""How often families are drawn anew."""

Interval = tuple[float, float]
Counts = tuple[int, int, int]
Draw = Callable[[Sequence[Counts], int], Sequence[Counts]]
"""Draws so many of some by chance, each as often as it comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What linking every pair from a weight on would come to.

    `false` are linked pairs of two people, by what they are to each other; `missed` pairs of one person that
    would not be linked. `right` is the share of links that are true, `found` of true pairs that are linked.
    """

    threshold: float
    linked: int
    false: Mapping[Relationship, int]
    missed: int
    right: Share | None
    found: Share | None


def links(weighing: Weighing, threshold: float) -> Links:
    """The links from a weight (base 2) on."""
    counted = Counter(pair.relationship for pair in weighing.pairs if pair.weight >= threshold)
    true, linked = counted.pop(Relationship.ONE, 0), counted.total()
    return Links(
        threshold=threshold,
        linked=true + linked,
        false=dict(counted),
        missed=weighing.true_pairs - true,
        right=share(true, true + linked),
        found=share(true, weighing.true_pairs),
    )


def resampled(weighing: Weighing, threshold: float, draw: Draw) -> tuple[Interval | None, Interval | None]:
    """The 95 % intervals of `right` and `found` where families, and not pairs, are what is drawn by chance.

    Pairs of one family are not independent, so that the interval of a share is too narrow for them. After
    B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979) 1-26, by
    percentiles, drawing whole families with replacement; a pair of two families counts with the first.
    None where a share is of nothing in some round.
    """
    counts = _by_family(weighing, threshold)
    rights, founds = [], []
    for _ in range(ROUNDS):
        drawn = draw(counts, len(counts))
        true, linked, pairs = (sum(column) for column in zip(*drawn, strict=True))
        if linked:
            rights.append(true / linked)
        if pairs:
            founds.append(true / pairs)
    return _middle(rights), _middle(founds)


def _by_family(weighing: Weighing, threshold: float) -> list[Counts]:
    """For each family its true links, its links, and its pairs of one person."""
    people = weighing.people
    family = [each.family or each.person for each in people]
    links_of, true_of, pairs_of = Counter[str](), Counter[str](), Counter[str]()
    for pair in weighing.pairs:
        if pair.weight >= threshold:
            links_of[family[pair.one]] += 1
            true_of[family[pair.one]] += pair.true
    seen = Counter[str]()
    for place, each in enumerate(people):
        pairs_of[family[place]] += seen[each.person]
        seen[each.person] += 1
    return [(true_of[name], links_of[name], pairs_of[name]) for name in dict.fromkeys(family)]


def _middle(values: list[float]) -> Interval | None:
    """The 2.5th and 97.5th percentile; None where some rounds gave none."""
    if len(values) < ROUNDS:
        return None
    values.sort()
    cut = round(ROUNDS * 0.025)
    return values[cut], values[ROUNDS - 1 - cut]
