"""What an injury leaves open: nobody asked, nobody spoke with the child alone, somebody was not seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from heeded.core.chronology.household import households_of
from heeded.core.chronology.view import Known
from heeded.core.evidence.accounts import Remark, explained
from heeded.core.evidence.ages import completed_months
from heeded.core.evidence.injury import Injury
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.sources import sources_of

SPEAKS = 24
"""The age in months from which it is pointed out that nobody spoke with a child alone: this list's own."""
MOVES = 24
"""The age in months below which it matters how a child moved unaided, and is asked where nobody said."""


class Open(StrEnum):
    """What an injury leaves open."""

    EXPLANATION = "nobody is recorded as having asked how it came about"
    MOBILITY = "how the child moved unaided at the time is not recorded"
    ALONE = "nobody is recorded as having spoken with the child alone since it was seen"
    SIBLING = "nobody is recorded as having seen this other child of the household since it was seen"
    PERSON = "nobody has weighed the evidence about this person, who may have been with the child"


@dataclass(frozen=True, slots=True)
class Point:
    """Something left open, and whom it is about beside the child; empty where nobody else."""

    what: Open
    person: str = ""


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """An injury and the points that it leaves open."""

    injury: Injury
    points: tuple[Point, ...]


def left_open(seen: Seen, child: str, now: int) -> tuple[LeftOpen, ...]:
    """Each injury of a child that leaves something open at a moment (seconds UTC), the first seen first."""
    found = []
    for each in explained(seen, now, child):
        unasked = any(pointed.remark is Remark.NEVER for pointed in each.pointed)
        points = [Point(Open.EXPLANATION)] if unasked else []
        points += _points(each.injury, seen, now)
        if points:
            found.append(LeftOpen(each.injury, tuple(points)))
    return tuple(found)


def _points(injury: Injury, seen: Seen, now: int) -> Iterator[Point]:
    months = _months(injury, seen)
    moved = any(event.entry.facts.get("mobility") for event in injury.seen)
    if not moved and (months is None or months < MOVES):
        yield Point(Open.MOBILITY)
    if (months is None or months >= SPEAKS) and not _spoken_with_alone(injury, seen):
        yield Point(Open.ALONE)
    for child in _others(injury, seen, now):
        if not any(_saw(event) for event in _since(injury, child, seen)):
            yield Point(Open.SIBLING, child)
    found = sources_of(injury, seen)
    if found.suspected:
        yield from (Point(Open.PERSON, person) for person in found.unconsidered)


def _months(injury: Injury, seen: Seen) -> int | None:
    person = seen.people.get(injury.child)
    return completed_months(person.born, injury.first_seen) if person and person.born else None


def _since(injury: Injury, child: str, seen: Seen) -> Iterator[Known]:
    """What is recorded of a child from when the injury may first have been seen."""
    for event in seen.events:
        if event.entry.child == child and event.entry.happened.latest >= injury.surely_before:
            yield event


def _spoken_with_alone(injury: Injury, seen: Seen) -> bool:
    for event in _since(injury, injury.child, seen):
        facts = event.entry.facts
        if event.entry.kind == "disclosure" and facts.get("alone") is True:
            if facts.get("speaker", injury.child) == injury.child:
                return True
        elif event.entry.kind == "visit" and facts.get("child seen alone") is True:
            return True
    return False


def _others(injury: Injury, seen: Seen, now: int) -> tuple[str, ...]:
    """The other children who may have lived in the household when the injury was seen, or since."""
    start = injury.surely_before
    homes = households_of(injury.child, seen.households, start, now)
    others = [
        stay.person
        for stay in seen.households
        if stay.group in homes and stay.may_cover(start, now) and seen.is_child(stay.person)
    ]
    return tuple(each for each in dict.fromkeys(others) if each != injury.child)


SAW = (
    *("injury observed", "hospital attendance", "child protection medical", "senior paediatric review"),
    *("police met child", "disclosure"),
)
"""The kinds of event in which somebody outside the family saw a child."""


def _saw(event: Known) -> bool:
    facts = event.entry.facts
    if event.entry.kind in ("visit", "assessment authorised"):
        return True in (facts.get("child seen"), facts.get("child seen alone"))
    if event.entry.kind == "seen well":
        return facts.get("how") in ("examined undressed", "seen undressed", "seen dressed")
    return event.entry.kind in SAW
