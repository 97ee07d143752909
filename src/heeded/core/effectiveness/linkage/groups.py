"""Missed and false links by group: by age, sex, origin of the name, and agency."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from math import comb

from heeded.core.effectiveness.linkage.labelled import Labelled
from heeded.core.effectiveness.linkage.pairs import Weighing
from heeded.core.effectiveness.share import Share, share

UNKNOWN = "not known"
AGES = ((1, "under 1"), (5, "1 to 4"), (10, "5 to 9"), (16, "10 to 15"), (18, "16 to 17"))
"""Groups of ages, each by the age in years below which it lies; older ones are adults."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of descriptions by one thing: the share of its true pairs that is linked, and its false links.

    A pair counts for the group of each of its two descriptions, once where they are of one.
    """

    by: str
    name: str
    found: Share | None
    false: int


def by_group(weighing: Weighing, threshold: float, on: date) -> tuple[Group, ...]:
    """The groups, ages as on a day; the worst found first of each kind."""
    kinds: dict[str, Callable[[Labelled], str]] = {
        "age": lambda each: _age(each.described.born, on),
        "sex": lambda each: each.described.sex or UNKNOWN,
        "origin of the name": lambda each: each.origin or UNKNOWN,
        "agency": lambda each: each.agency or UNKNOWN,
    }
    found = (group for by, name in kinds.items() for group in _groups(weighing, threshold, by, name))
    order = [*kinds]
    return tuple(
        sorted(
            found, key=lambda each: (order.index(each.by), each.found.value if each.found else 1, each.name)
        )
    )


def _groups(
    weighing: Weighing, threshold: float, by: str, name: Callable[[Labelled], str]
) -> Iterator[Group]:
    groups = [name(each) for each in weighing.people]
    linked, false, true = Counter[str](), Counter[str](), _true_pairs(weighing, groups)
    for pair in weighing.pairs:
        if pair.weight >= threshold:
            counted = linked if pair.true else false
            counted.update({groups[pair.one], groups[pair.other]})
    for group in sorted(set(groups)):
        yield Group(by=by, name=group, found=share(linked[group], true[group]), false=false[group])


def _true_pairs(weighing: Weighing, groups: list[str]) -> Counter[str]:
    """How many pairs of one person have a description in each group."""
    persons: dict[str, Counter[str]] = {}
    for each, group in zip(weighing.people, groups, strict=True):
        persons.setdefault(each.person, Counter())[group] += 1
    found = Counter[str]()
    for held in persons.values():
        for group, own in held.items():
            found[group] += comb(own, 2) + own * (held.total() - own)
    return found


def _age(born: date | None, on: date) -> str:
    if born is None:
        return UNKNOWN
    years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return next((name for below, name in AGES if years < below), "adult")
