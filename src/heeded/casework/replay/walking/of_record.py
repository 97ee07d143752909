"""Tell a child's record as a story: what one agency told at one moment is one event of it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.scenario import Event, Scenario


def story_of(chronology: Chronology, title: str = "") -> Scenario:
    """The story that a record tells, in the order in which things were told; it has one ending, which is now.

    It holds what the chronology holds and no more: nothing is published of its events, and none is marked.
    """
    ordered = sorted(chronology.entries, key=_place)
    told = [[*group] for _, group in groupby(ordered, key=_moment)]
    names = {agency.id: agency.name for agency in chronology.agencies.values()}
    return Scenario(
        name=chronology.family,
        title=title,
        notes={},
        sources=(),
        children=tuple(person.id for person in chronology.people.values() if not person.adult),
        chronology=chronology,
        events=tuple(_event(number, entries, names) for number, entries in enumerate(told, 1)),
        variants=(),
    )


def _event(number: int, entries: list[Entry], names: Mapping[str, str]) -> Event:
    agency = entries[0].source.agency
    kinds = ", ".join(dict.fromkeys(entry.kind for entry in entries))
    title = f"{names.get(agency) or agency}: {kinds}"
    return Event(id=str(number), title=title, published="", entries=tuple(entry.id for entry in entries))


def _moment(entry: Entry) -> tuple[int, str]:
    return entry.told, entry.source.agency


def _place(entry: Entry) -> tuple[int, str, int, int, str]:
    return entry.told, entry.source.agency, entry.happened.earliest, entry.turn, entry.id
