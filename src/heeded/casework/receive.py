"""Receive a report: whose is it, append, judge, tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from heeded.casework.entries import entry_of, tells_the_same
from heeded.casework.heed import Changed, append
from heeded.casework.invariants import objection
from heeded.casework.ports import Author, Kept, Place, Record, Writing
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.report import Refusal, Report
from heeded.core.procedures.handbook import Handbook

OTHERWISE = "the record holds an event of this name that says something else: send a correction that names it"

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
        told = {
            place.events[event.ref]: entry_of(event, report.agency, place, now) for event in report.events
        }
        held = work.held(told)
        fresh, objected = _unobjected([entry for ref, entry in told.items() if ref not in held], work)
        already = tuple(work.places(held))
        changed = append(work, fresh, handbook, _skewed(report, place, now))
    differing = [entry for ref, entry in held.items() if not tells_the_same(entry, told[ref])]
    return Received(
        kept=tuple(work.kept()),
        held_already=already,
        refusals=(
            *report.refusals,
            *(_set_aside(entry, why, report, place) for entry, why in objected),
            *(_set_aside(entry, OTHERWISE, report, place) for entry in differing),
        ),
        changed=changed,
        entries=place.events,
    )


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


def _unobjected(entries: Iterable[Entry], work: Writing) -> tuple[list[Entry], list[tuple[Entry, str]]]:
    """Those entries that may be taken in, each looked at with those before it; and the others, with why."""
    families = {person: held.chronology for held in work.families for person in held.chronology.people}
    fresh: list[Entry] = []
    objected: list[tuple[Entry, str]] = []
    earlier: dict[str, Entry] = {}
    for told in entries:
        entry = work.as_held(told)
        chronology = families[entry.child]
        target = entry.corrects or entry.withdraws
        named = earlier.get(target) or work.held([target]).get(target) if target else None
        why = objection(entry, chronology, work.agencies, named)
        if why:
            objected.append((told, why))
            continue
        fresh.append(told)
        earlier[told.id] = told
        grown = replace(chronology, entries=(*chronology.entries, entry))
        families |= dict.fromkeys(chronology.people, grown)
    return fresh, objected


def _set_aside(entry: Entry, why: str, report: Report, place: Place) -> Refusal:
    ref = next(event.ref for event in report.events if place.events[event.ref] == entry.id)
    return Refusal(f"event {ref}", why, ref)
