"""The moments of a story: when each thing came to be known, and to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.scenario import Event, Scenario


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of the story, and those of its entries that were written at this moment."""

    event: Event
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Learnt:
    """An agency that came to know, at this moment, of events that others knew before."""

    agency: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What became known at one moment (seconds UTC): what is new to all, and what to some agency."""

    second: int
    happened: tuple[Happened, ...]
    learnt: tuple[Learnt, ...]


def news(scenario: Scenario, known_to: str | None, until: int) -> tuple[News, ...]:
    """Every moment up to `until` at which something became known, in order.

    With `known_to`, only what that agency came to know counts, and each thing is new when it did.
    """
    new: dict[int, list[Entry]] = defaultdict(list)
    passed_on: dict[int, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in scenario.chronology.entries:
        first = entry.first_known if known_to is None else entry.known_to(known_to)
        if first is not None:
            new[first].append(entry)
        for agency in scenario.chronology.agencies if known_to is None else ():
            second = entry.known_to(agency)
            if second is not None and second != first:
                passed_on[second][agency].append(entry)
    return tuple(
        News(
            second,
            tuple(_happened(scenario, new[second])),
            tuple(Learnt(agency, _events(scenario, e)) for agency, e in passed_on[second].items()),
        )
        for second in sorted({*new, *passed_on})
        if second <= until
    )


def knew(entries: Iterable[Entry], agency: str, second: int) -> bool:
    """Whether an agency knew of any of these entries at a moment."""
    return any((known := entry.known_to(agency)) is not None and known <= second for entry in entries)


def _happened(scenario: Scenario, entries: list[Entry]) -> list[Happened]:
    told = [
        Happened(event, tuple(entry for entry in entries if entry.id in event.entries))
        for event in scenario.events
    ]
    return [happened for happened in told if happened.entries]


def _events(scenario: Scenario, entries: list[Entry]) -> tuple[Event, ...]:
    ids = {entry.id for entry in entries}
    return tuple(event for event in scenario.events if not ids.isdisjoint(event.entries))
