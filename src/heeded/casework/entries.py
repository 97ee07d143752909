"""An event that somebody tells, turned into the entry that the record keeps."""

from __future__ import annotations

from dataclasses import replace

from heeded.casework.ports import Place
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.report import Event, own
from heeded.core.chronology.versions import dated_by_telling


def entry_of(event: Event, agency: str, place: Place, now: int, writer: str) -> Entry:
    """The event as an entry, as told: every name in it is the record's; nothing was told later than now.

    `writer` is the account by which it is written.
    """
    return Entry(
        id=place.events[event.ref],
        kind=event.kind,
        child=place.subjects[event.child],
        happened=event.happened,
        told=min(event.told, now),
        source=Source(agency, event.practitioner, event.role),
        known={agency: min(moment, now) for agency, moment in event.known.items()},
        keys={name: own(agency, value) for name, value in event.keys.items()},
        facts={name: _fact(event, name, agency, place) for name in event.facts},
        corrects=place.events[event.corrects] if event.corrects else None,
        withdraws=place.events[event.withdraws] if event.withdraws else None,
        writer=writer,
    )


def _fact(event: Event, name: str, agency: str, place: Place) -> Fact:
    value = event.facts[name]
    if name in event.naming:
        return place.subjects[str(value)]
    return own(agency, str(value)) if name == "household" else value


def tells_the_same(held: Entry, told: Entry) -> bool:
    """Whether an event told again says what it said; clocks and writer are as when it first came.

    Who somebody is to somebody, told again with no time but that of its telling, is the same later.
    """
    if dated_by_telling(held) and dated_by_telling(told):
        told = replace(told, happened=held.happened)
    return told_as(told, held) == held


def told_as(told: Entry, held: Entry) -> Entry:
    """An entry with the clocks and the writer of the telling that the record holds."""
    return Entry(
        id=told.id,
        kind=told.kind,
        child=told.child,
        happened=told.happened,
        told=held.told,
        source=told.source,
        known=held.known,
        keys=told.keys,
        facts=told.facts,
        corrects=told.corrects,
        withdraws=told.withdraws,
        writer=held.writer,
    )
