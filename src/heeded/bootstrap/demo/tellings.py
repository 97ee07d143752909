"""What the demonstration tells: the families of the borough, and Child T's, in the recent past."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import as_file, files

from heeded import bootstrap
from heeded.adapters.exchange.borough import Borough, Route, read_borough
from heeded.adapters.exchange.borough.folder import MONDAY
from heeded.casework.replay.retell import Retelling, Retold, retell
from heeded.core.chronology.people import Person
from heeded.core.chronology.report import NHS_NUMBER, Described, Identifier
from heeded.core.chronology.scenario import Scenario
from heeded.core.chronology.when import local

SEED = 20_101_122
"""Where the borough's chances begin: the same borough each time."""

AREA, NEXT_AREA = "Norhaven", "Southby"
STORY_AGENCIES = {"haringey": "council", "enfield": "southby"}
STORY_WORDS = {"Haringey": AREA, "Enfield": NEXT_AREA}
STORY_ENDS = "brief"
"""The agencies and areas of the borough that stand for those of Child T, and which ending is told."""


def borough() -> Borough:
    """The borough that comes with Heeded."""
    with as_file(files("heeded") / "borough") as folder:
        return read_borough(folder)


@cache
def tellings(now: int) -> tuple[Retold, ...]:
    """Every report that has come in by now (seconds UTC), in order."""
    invented = borough()
    told = [each for family in (*_families(invented, now), _story(invented, now)) for each in family]
    return tuple(sorted((each for each in told if each.at <= now), key=lambda each: each.at))


def numbers(stem: int = 999_100_000) -> Iterator[str]:
    """NHS numbers from the range kept for tests (999 …), each with its check digit."""
    while True:
        stem += 7
        check = (
            11
            - sum(int(digit) * weight for digit, weight in zip(str(stem), range(10, 1, -1), strict=True)) % 11
        )
        if check != 10:  # noqa: PLR2004 - such numbers are not given out
            yield f"{stem}{check % 11}"


def _families(invented: Borough, now: int) -> Iterator[tuple[Retold, ...]]:
    chance = random.Random(SEED)  # noqa: S311 - an invented borough needs no secret
    nhs, today = numbers(), local(now).date()
    weeks = (today - timedelta(days=today.weekday()) - MONDAY).days // 7
    for route in invented.routes:
        for place, back in enumerate(route.weeks_back):
            people = _named(route, invented, chance, nhs, weeks - back)
            workers = _workers(invented, chance)
            yield retell(
                route.chronology,
                Retelling(
                    name=f"{route.name}-{place + 1}", weeks=weeks - back, people=people, practitioner=workers
                ),
            )


def _named(
    route: Route, invented: Borough, chance: random.Random, nhs: Iterator[str], weeks: int
) -> dict[str, Described]:
    surname = chance.choice(invented.names["family"])
    first = {
        kind: iter(chance.sample(invented.names[kind], len(route.chronology.people)))
        for kind in ("child", "adult")
    }
    refuge = route.name == "refuge"
    return {
        person.id: replace(
            _described(person, next(nhs), weeks),
            name=f"{next(first['adult' if person.adult else 'child'])} {surname}",
            area="" if person.adult else AREA,
            address="Lantern House, 3 Invented Mews, Norhaven"
            if refuge
            else f"{chance.randint(1, 90)} Invented Road, Norhaven",
            postcode="ZZ99 9ZZ" if refuge else "ZZ99 3VZ",
        )
        for person in route.chronology.people.values()
    }


def _described(person: Person, number: str, weeks: int) -> Described:
    born = person.born + timedelta(weeks=weeks) if person.born else None
    return Described(
        ref=number,
        name=person.name,
        born=born,
        adult=person.adult,
        area=STORY_WORDS.get(person.area, person.area),
        identifiers=(Identifier(NHS_NUMBER, number),),
    )


def _workers(invented: Borough, chance: random.Random) -> Callable[[str, str, str], str]:
    """Who of an agency speaks in a role to one family: the same one each time."""
    chosen: dict[tuple[str, str], str] = {}

    def of(agency: str, role: str, kind: str) -> str:
        wanted = "social worker" if kind == "worker allocated" else role
        able = [each.id for each in invented.staff if each.agency == agency and each.post == wanted]
        if able and (agency, wanted) not in chosen:
            chosen[agency, wanted] = chance.choice(able)
        return chosen.get((agency, wanted), "")

    return of


def _story(invented: Borough, now: int) -> tuple[Retold, ...]:
    """The story of Child T, so many whole weeks later that its end has just come."""
    story = bootstrap.open_scenario("child-t").told_as(STORY_ENDS)
    weeks = (local(now).date() - _end(story)).days // 7
    nhs = numbers(999_900_000)
    people = {each.id: _described(each, next(nhs), weeks) for each in story.chronology.people.values()}
    chance = random.Random(SEED)  # noqa: S311 - as above
    return retell(
        story.chronology,
        Retelling(
            name="child-t",
            weeks=weeks,
            people=people,
            agencies=STORY_AGENCIES,
            words=STORY_WORDS,
            practitioner=_workers(invented, chance),
        ),
    )


def _end(story: Scenario) -> date:
    """The day on which the children of the story are protected."""
    (variant,) = story.variants
    protected = next(event for event in story.events if event.id == variant.protected)
    told = max(entry.told for entry in story.chronology.entries if entry.id in protected.entries)
    return local(told).date() + timedelta(days=1)
