"""A story as the reports that its agencies would have sent: in another year, perhaps in another place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from zlib import crc32

from heeded.casework.replay.retell import Retelling, Retold, retell
from heeded.core.chronology.people import Person
from heeded.core.chronology.report import NHS_NUMBER, Described, Identifier
from heeded.core.chronology.scenario import Scenario
from heeded.core.chronology.when import local

STEM = 999_300_000
"""Where the numbers of stories' people begin, in the range that is kept for tests."""
_STORIES, _ROOM, _MODULUS = 600, 1_000, 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Staging:
    """Where and when a story is told anew.

    `name` keeps this telling apart from others (empty: the story's own). `weeks` says how much later all
    of it happens. `stand_ins` says who and what stands in place of the
    story's own: agencies by id, areas by name. `practitioner` says who of an agency speaks in a role.
    """

    name: str = ""
    weeks: int = 0
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    practitioner: Callable[[str, str, str], str] = lambda _agency, _role, _kind: ""


def reports_of(story: Scenario, staging: Staging) -> tuple[Retold, ...]:
    """The reports of a story with one ending, in the order in which they come in.

    Its people get numbers from the range that is kept for tests, the same each time under one name.
    """
    name = staging.name or story.name
    numbers = invented_numbers(STEM + crc32(name.encode()) % _STORIES * _ROOM)
    people = {
        each.id: described(each, next(numbers), staging.weeks, staging.stand_ins)
        for each in story.chronology.people.values()
    }
    return retell(
        story.chronology,
        Retelling(
            name=name,
            weeks=staging.weeks,
            people=people,
            agencies=staging.stand_ins,
            words=staging.stand_ins,
            practitioner=staging.practitioner,
        ),
    )


def weeks_until(story: Scenario, now: int) -> int:
    """How many whole weeks later it has to happen for its children to be protected just before now (UTC)."""
    (variant,) = story.variants
    protected = next(event for event in story.events if event.id == variant.protected)
    told = max(entry.told for entry in story.chronology.entries if entry.id in protected.entries)
    return (local(now).date() - local(told).date() - timedelta(days=1)).days // 7


def come_in(reports: tuple[Retold, ...], now: int) -> tuple[Retold, ...]:
    """Those of them that have come in by now (seconds UTC)."""
    return tuple(each for each in reports if each.at <= now)


def described(person: Person, number: str, weeks: int, stand_ins: Mapping[str, str]) -> Described:
    """Somebody of a story under a number, born as much later as the story happens."""
    return Described(
        ref=number,
        name=person.name,
        born=person.born + timedelta(weeks=weeks) if person.born else None,
        adult=person.adult,
        area=stand_ins.get(person.area, person.area),
        identifiers=(Identifier(NHS_NUMBER, number),),
    )


def invented_numbers(stem: int) -> Iterator[str]:
    """NHS numbers from the range kept for tests (999 …), each with its check digit."""
    while True:
        stem += 7
        digits = zip(str(stem), range(10, 1, -1), strict=True)
        check = _MODULUS - sum(int(digit) * weight for digit, weight in digits) % _MODULUS
        if check != _MODULUS - 1:  # such numbers are not given out
            yield f"{stem}{check % _MODULUS}"
