"""`heeded link quality`: false and missed links where the truth is known, or what people said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

from heeded.casework.identity import Quality
from heeded.core.chronology.when import local
from heeded.core.effectiveness.linkage import (
    Clusters,
    Draw,
    Graded,
    Labelled,
    Links,
    Relationship,
    Weighing,
    by_grade,
    by_group,
    by_status,
    calibration,
    claimed,
    clusters,
    links,
    resampled,
    weighing,
    weight_of,
)
from heeded.core.effectiveness.share import Share
from heeded.core.identity.grades import MATCH
from heeded.core.identity.weighing import MODEL, POSSIBLE

Claim = tuple[int, int, float]
"""Two descriptions by their places, and the probability that they are of one person, as another claims."""

SEED = 20_261_124
"""By which families are drawn anew: the same file gives the same intervals."""


def measured(people: Sequence[Labelled], thresholds: Sequence[float], on: date) -> Iterator[str]:
    """False and missed links of the record's own weights on labelled descriptions, in plain lines."""
    found = weighing(people)
    yield from _people(found)
    yield f"Weighed by the model {MODEL}: {len(found.pairs):,} pairs that share a search key."
    if found.hot:
        yield f"Keys too common to make pairs: {found.hot:,}. What only they would find is missed."
    yield f"Nothing is linked by these weights: from {POSSIBLE:g} on the record asks a person."
    yield from _told(found, [(f"weight {each:g}", each) for each in thresholds], POSSIBLE, on)
    yield ""
    yield "By the grades of the draft matching standard (unverified: read in a draft)"
    yield from _graded(by_grade(found))


def compared(
    people: Sequence[Labelled], claims: Sequence[Claim], thresholds: Sequence[float], on: date
) -> Iterator[str]:
    """The same of what another matcher claims of the same descriptions."""
    found = claimed(people, claims)
    yield from _people(found)
    yield f"Claimed by another matcher: {len(found.pairs):,} pairs; a pair not named is not linked."
    marks = [(f"probability {each:g}", weight_of(each) - found.prior) for each in thresholds]
    yield from _told(found, marks, weight_of(MATCH) - found.prior, on)
    yield ""
    yield "By the statuses of the department's matcher (unverified: read in a draft)"
    yield from _graded(by_status(found))


def _people(found: Weighing) -> Iterator[str]:
    persons = len({each.person for each in found.people})
    pairs = found.true_pairs
    yield f"{len(found.people):,} descriptions of {persons:,} people; {pairs:,} pairs of one person."
    yield "Intervals are 95 %, Wilson's; the second is with whole families drawn anew (Efron)."


def _told(found: Weighing, marks: Sequence[tuple[str, float]], linked: float, on: date) -> Iterator[str]:
    for name, threshold in marks:
        yield ""
        yield from _at(found, name, links(found, threshold))
    yield ""
    yield "What is claimed, and how often it was so (all pairs; then those within one family)"
    yield from _calibrated(found)
    yield ""
    yield f"If every pair were linked {_from(linked)}"
    yield from _clustered(clusters(found, linked))
    yield "  true pairs found by group, and false pairs that touch it"
    yield from _groups(found, linked, on)


def _from(linked: float) -> str:
    return f"from weight {POSSIBLE:g}" if linked == POSSIBLE else f"from probability {MATCH:g}"


def _graded(found: Sequence[Graded]) -> Iterator[str]:
    for each in found:
        yield f"  {each.name:<20}{told(each.true)}; within one family {told(each.within)}"


def _at(found: Weighing, name: str, at: Links) -> Iterator[str]:
    right, found_of = resampled(found, at.threshold, _draw())
    yield f"From {name}: {at.linked:,} pairs"
    yield f"  true       {told(at.right)}{_between(right)}"
    yield f"  found      {told(at.found)}{_between(found_of)}; missed {at.missed:,}"
    false = [f"{each} {at.false.get(each, 0):,}" for each in Relationship if each is not Relationship.ONE]
    yield f"  false      {', '.join(false)}"


def _draw() -> Draw:
    chance = Random(SEED)  # noqa: S311 - a drawing, no secret
    return lambda counts, many: chance.choices(counts, k=many)


def _groups(found: Weighing, linked: float, on: date) -> Iterator[str]:
    by = ""
    groups = by_group(found, linked, on)
    for group in groups:
        if group.by != by:
            by = group.by
            yield f"  {by}{_apart([each.found for each in groups if each.by == by])}"
        yield f"    {group.name:<24}{told(group.found)}; false {group.false:,}"


def _apart(shares: Sequence[Share | None]) -> str:
    """How far the best and the worst found of some groups are apart."""
    values = [each.value for each in shares if each is not None]
    return f": best and worst are {max(values) - min(values):.4f} apart" if len(values) > 1 else ""


def _calibrated(found: Weighing) -> Iterator[str]:
    for band in calibration(found):
        yield f"  {band.low:>5g} to {band.high:<6g} {told(band.true)}; within {told(band.within)}"


def _clustered(held: Clusters) -> Iterator[str]:
    yield f"  clusters that mix people {held.mixed:,}; people split {held.split:,}"
    yield f"  clusters by size: {_sizes(held.sizes)}"


def told_of(found: Quality) -> Iterator[str]:
    """What people said of the record's own proposals, and what its links come to."""
    models = ", ".join(found.models) or "none yet"
    yield f"What people said of proposals, by what spoke for one child (models: {models})"
    for each in found.said:
        yield f"  from {each.weight:<4} one child {told(each.one)}; cannot tell {each.unsure:,}"
    for agency, one in found.agencies.items():
        yield f"  by {agency}: one child {told(one)}"
    reliability = found.reliability
    yield f"Turned round since by a person: {told(reliability.reversed_since)}"
    yield f"Two readers agree: {told(reliability.between.same)}"
    yield f"People by their number of references: {_sizes(found.sizes) or 'none'}"
    yield "References taken for another person, in the last 14 days:"
    for day in found.moved:
        moved = f"by a number {day.by_record:,}, on a person's word {day.by_people:,}"
        yield f"  {local(day.day):%d %B %Y}: {moved}"
    if not found.moved:
        yield "  none"
    yield "Links that nobody proposed are not seen here: measure them on descriptions whose truth is known."


def told(share: Share | None) -> str:
    """A share with its interval."""
    if share is None:
        return "none of none"
    return f"{share.part:,} of {share.whole:,}, {share.value:.4f} ({share.low:.4f} to {share.high:.4f})"


def _between(interval: tuple[float, float] | None) -> str:
    return "" if interval is None else f"; {interval[0]:.4f} to {interval[1]:.4f}"


def _sizes(sizes: Mapping[int, int]) -> str:
    return ", ".join(f"{size}: {count:,}" for size, count in sizes.items())
