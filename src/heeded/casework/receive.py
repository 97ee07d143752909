"""Receive a report: whose is it, append, judge, tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from heeded.casework.heed import Changed, append
from heeded.casework.ports import Author, Kept, Place, Record
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.report import Event, Refusal, Report, own
from heeded.core.procedures.handbook import Handbook

SKEW = 300
"""How many seconds a sender's clock may run ahead before it is pointed out (trust.md, C4)."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a report.

    What was kept now and what the record held already, each with its place in the log; what was refused;
    what is owed because of it; and by which entry each of the report's events stands.
    """

    kept: tuple[Kept, ...]
    held_already: tuple[Kept, ...]
    refusals: tuple[Refusal, ...]
    changed: tuple[Changed, ...] = field(default=(), compare=False)
    entries: Mapping[str, str] = field(default_factory=dict)


def receive(report: Report, author: Author, now: int, record: Record, handbook: Handbook) -> Received:
    """Take a report into the record, event by event, and judge the families that it is about.

    What names somebody whom it does not describe, or an event held already that said something else, is
    refused and told; the rest is kept. Sent again, it keeps nothing twice.
    """
    report = _of_somebody(report)
    if not report.events:
        return Received((), (), report.refusals)
    with record.receiving(report, author, now) as (work, place):
        told = {place.events[event.ref]: _entry(event, report, place, now) for event in report.events}
        held = work.held(told)
        fresh = [entry for ref, entry in told.items() if ref not in held]
        already = tuple(work.places(held))
        changed = append(work, fresh, handbook, _skewed(report, place, now))
    differing = [entry for ref, entry in held.items() if not _tells_the_same(entry, told[ref])]
    return Received(
        kept=tuple(work.kept()),
        held_already=already,
        refusals=(*report.refusals, *(_already(entry, report, place) for entry in differing)),
        changed=changed,
        entries=place.events,
    )


def _entry(event: Event, report: Report, place: Place, now: int) -> Entry:
    """The event as an entry: every name in it is the record's, and nothing in it is told later than now."""
    return Entry(
        id=place.events[event.ref],
        kind=event.kind,
        child=place.subjects[event.child],
        happened=event.happened,
        told=min(event.told, now),
        source=Source(report.agency, event.practitioner, event.role),
        known={agency: min(moment, now) for agency, moment in event.known.items()},
        keys={name: own(report.agency, value) for name, value in event.keys.items()},
        facts={name: _fact(event, name, report.agency, place) for name in event.facts},
        corrects=place.events[event.corrects] if event.corrects else None,
        withdraws=place.events[event.withdraws] if event.withdraws else None,
    )


def _fact(event: Event, name: str, agency: str, place: Place) -> Fact:
    value = event.facts[name]
    if name in event.naming:
        return place.subjects[str(value)]
    return own(agency, str(value)) if name == "household" else value


def _of_somebody(report: Report) -> Report:
    """The report without the events that name somebody whom it does not describe, each set aside."""
    described = {person.ref for person in report.people}
    strangers = {event.ref: sorted(event.names - described) for event in report.events}
    refusals = tuple(
        Refusal(
            f"event {ref}", f"it names {', '.join(who)}, whom the report does not describe: add them", ref
        )
        for ref, who in strangers.items()
        if who
    )
    kept = tuple(event for event in report.events if not strangers[event.ref])
    return replace(report, events=kept, refusals=(*report.refusals, *refusals))


def _skewed(report: Report, place: Place, now: int) -> dict[str, str]:
    ahead = {place.events[event.ref]: event.told - now for event in report.events}
    return {
        entry: f"the sender's clock ran {seconds} seconds ahead"
        for entry, seconds in ahead.items()
        if seconds > SKEW
    }


def _tells_the_same(held: Entry, told: Entry) -> bool:
    """Whether an event sent again says what it said; its clocks are as they were when it first came."""
    return replace(told, told=held.told, known=held.known) == held


def _already(entry: Entry, report: Report, place: Place) -> Refusal:
    ref = next(event.ref for event in report.events if place.events[event.ref] == entry.id)
    return Refusal(
        f"event {ref}",
        "the record holds an event of this name that says something else: send a correction that names it",
        ref,
    )
