"""How often the grades and statuses of others' matching standards are right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from heeded.core.effectiveness.linkage.pairs import Pair, Weighing
from heeded.core.effectiveness.share import Share, share
from heeded.core.identity.grades import BY_NAME, BY_NUMBER, WITH_ADDRESS, WITH_POSTCODE, Status, status


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """Pairs of one grade or status: what share truly is of one person, and of those within one family."""

    name: str
    true: Share | None
    within: Share | None


def by_grade(weighing: Weighing) -> tuple[Graded, ...]:
    """By the grades of the draft matching standard; the last are those of which it says nothing."""
    grades = (BY_NUMBER, WITH_ADDRESS, WITH_POSTCODE, BY_NAME, 0.0)
    return _told(weighing, [f"{each:g}" for each in grades], lambda pair: f"{pair.grade:g}")


def by_status(weighing: Weighing) -> tuple[Graded, ...]:
    """By the statuses that the department's matcher gives a pair of such a probability."""
    names = [str(each) for each in (Status.MATCH, Status.POTENTIAL, Status.LOW)]
    return _told(weighing, names, lambda pair: str(status(pair.grade)))


def _told(weighing: Weighing, names: Sequence[str], name: Callable[[Pair], str]) -> tuple[Graded, ...]:
    held: dict[str, list[Pair]] = {each: [] for each in names}
    for pair in weighing.pairs:
        held[name(pair)].append(pair)
    return tuple(
        Graded(name=each, true=_true(pairs), within=_true(_within(weighing, pairs)))
        for each, pairs in held.items()
    )


def _true(pairs: Sequence[Pair]) -> Share | None:
    return share(sum(pair.true for pair in pairs), len(pairs))


def _within(weighing: Weighing, pairs: Sequence[Pair]) -> list[Pair]:
    people = weighing.people
    return [
        pair
        for pair in pairs
        if people[pair.one].family and people[pair.one].family == people[pair.other].family
    ]
