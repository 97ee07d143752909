"""Retell a family's chronology as the reports by which its agencies would have told it, at another time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import groupby

from heeded.casework.ports import Author
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.report import Described, Event, Report
from heeded.core.chronology.when import When, local, seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """How a chronology is told anew.

    `name` keeps it apart from other tellings of the same one. `weeks` says how much later everything
    happens, at the same time of day on the same day of the week. `people` describes each person, by id.
    `agencies` and `words` say what else is put in place of agencies' ids and of words in facts.
    `practitioner` says who of an agency speaks in a role.
    """

    name: str
    weeks: int
    people: Mapping[str, Described]
    agencies: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    practitioner: Callable[[str, str, str], str] = lambda _agency, _role, _kind: ""


@dataclass(frozen=True, slots=True)
class Retold:
    """A report, by whom, and when it came in (seconds UTC)."""

    at: int
    author: Author
    report: Report


def retell(chronology: Chronology, by: Retelling) -> tuple[Retold, ...]:
    """The reports of a family's entries, in the order in which they were told.

    What one agency told at one moment is one report. When another agency came to know of it is left to
    the record, which sees who was turned to and who looked.
    """
    owners = _owners(chronology, by)
    described = {each.ref: each for each in by.people.values()}
    entries = sorted(chronology.entries, key=_moment)
    reports = []
    for number, ((told, agency), group) in enumerate(groupby(entries, key=_moment), 1):
        events = [_event(entry, by, owners) for entry in group]
        at, sender = moved(told, by.weeks), by.agencies.get(agency, agency)
        named = sorted({person for event in events for person in event.names})
        report = Report(
            id=f"{by.name}-{number}",
            agency=sender,
            people=tuple(described[person] for person in named),
            events=tuple(replace(event, ref=f"{by.name}-{event.ref}") for event in events),
        )
        speaker = events[0].practitioner
        system = f"{sender}-system"
        author = Author(sender, system, speaker, events[0].role, through=system)
        reports.append(Retold(at, author, report))
    return tuple(reports)


def moved(second: int, weeks: int) -> int:
    """A moment (seconds UTC) so many weeks later, at the same local time of day."""
    return seconds((local(second) + timedelta(weeks=weeks)).replace(tzinfo=None))


def _moment(entry: Entry) -> tuple[int, str]:
    return entry.told, entry.source.agency


def _owners(chronology: Chronology, by: Retelling) -> dict[tuple[str, str], str]:
    """Which agency named each thing first by which entries are tied together."""
    owners: dict[tuple[str, str], str] = {}
    for entry in sorted(chronology.entries, key=_moment):
        for key in entry.keys.items():
            owners.setdefault(key, by.agencies.get(entry.source.agency, entry.source.agency))
    return owners


def _event(entry: Entry, by: Retelling, owners: Mapping[tuple[str, str], str]) -> Event:
    agency = by.agencies.get(entry.source.agency, entry.source.agency)
    happened = entry.happened
    facts = {
        name: by.words.get(value, value) if isinstance(value, str) else value
        for name, value in entry.facts.items()
    }
    told = Event(
        ref=entry.id,
        kind=entry.kind,
        child=entry.child,
        happened=When(
            moved(happened.earliest, by.weeks), moved(happened.latest, by.weeks), happened.precision
        ),
        told=moved(entry.told, by.weeks),
        practitioner=entry.source.practitioner or by.practitioner(agency, entry.source.role, entry.kind),
        role=entry.source.role,
        keys={name: f"{owners[name, value]}:{by.name}-{value}" for name, value in entry.keys.items()},
        facts=facts,
    )
    household = {"household": f"{agency}:{by.name}-{told.facts['household']}"} if "household" in facts else {}
    named = {name: by.people[str(facts[name])].ref for name in told.naming}
    return replace(told, child=by.people[entry.child].ref, facts={**facts, **household, **named})
