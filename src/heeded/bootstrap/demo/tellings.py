"""What the demonstration tells: the families of the borough, and of the stories, in the recent past."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from importlib.resources import as_file, files

from heeded import bootstrap
from heeded.adapters.exchange.borough import Borough, Route, read_borough
from heeded.adapters.exchange.borough.folder import MONDAY
from heeded.casework.replay.reports import (
    Staging,
    come_in,
    described,
    invented_numbers,
    reports_of,
    weeks_until,
)
from heeded.casework.replay.retell import Retelling, Retold, retell
from heeded.core.chronology.report import Described
from heeded.core.chronology.when import local

SEED, _FAMILIES = 20_101_122, 999_100_000
"""Where the borough's chances begin, and its people's numbers: the same borough each time."""

AREA, NEXT_AREA = "Norhaven", "Southby"
STAND_INS = {"haringey": "council", "enfield": "southby", "Haringey": AREA, "Enfield": NEXT_AREA}
"""The agencies and areas of the borough that stand for those of Child T."""
STORIES = {"child-t": "brief", "bruised-baby": "at-once"}
"""The stories that are told in it, and with which ending."""


def borough() -> Borough:
    """The borough that comes with Heeded."""
    with as_file(files("heeded") / "borough") as folder:
        return read_borough(folder)


@cache
def tellings(now: int) -> tuple[Retold, ...]:
    """Every report that has come in by now (seconds UTC), in order."""
    invented = borough()
    told = [each for family in (*_families(invented, now), *_stories(invented, now)) for each in family]
    return come_in(tuple(sorted(told, key=lambda each: each.at)), now)


def _families(invented: Borough, now: int) -> Iterator[tuple[Retold, ...]]:
    chance = random.Random(SEED)  # noqa: S311 - an invented borough needs no secret
    nhs, today = invented_numbers(_FAMILIES), local(now).date()
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
            described(person, next(nhs), weeks, STAND_INS),
            name=f"{next(first['adult' if person.adult else 'child'])} {surname}",
            area="" if person.adult else AREA,
            address="Lantern House, 3 Invented Mews, Norhaven"
            if refuge
            else f"{chance.randint(1, 90)} Invented Road, Norhaven",
            postcode="ZZ99 9ZZ" if refuge else "ZZ99 3VZ",
        )
        for person in route.chronology.people.values()
    }


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


def _stories(invented: Borough, now: int) -> Iterator[tuple[Retold, ...]]:
    """The stories that come with Heeded, each so many whole weeks later that its end has just come."""
    for name, ending in STORIES.items():
        story = bootstrap.open_scenario(name).told_as(ending)
        chance = random.Random(SEED)  # noqa: S311 - as above
        yield reports_of(
            story,
            Staging(
                weeks=weeks_until(story, now), stand_ins=STAND_INS, practitioner=_workers(invented, chance)
            ),
        )
