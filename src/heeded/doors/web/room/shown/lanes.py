"""Agency by agency: what each has told of a household, the latest of it in full, and how often what came."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from heeded.casework.looking import Opened
from heeded.core.chronology.view import Known
from heeded.core.evidence.seen import Seen
from heeded.doors.web.child.shown.disagreements import without_ids
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import facts, name

LATEST = 3
"""How many of an agency's events are shown in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventShown:
    """An event in short: what, when, about whom, and what was said of it."""

    entry: str
    kind: str
    child: str
    when: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """What one agency told: its latest events, how many of each kind, and since when it has told nothing."""

    agency: str
    telephone: str
    number: int
    latest: tuple[EventShown, ...]
    pattern: tuple[tuple[str, int], ...]
    first: str
    last: str


def lanes(opened: Opened, seen: Seen, names: Names) -> tuple[Lane, ...]:
    """A lane for each agency that told something the reader may see; whoever told something last first."""
    by_agency: dict[str, list[Known]] = {}
    for event in seen.events:
        by_agency.setdefault(event.entry.source.agency, []).append(event)
    telephones = {each.agency.id: each.telephone for each in opened.contacts}
    order = sorted(by_agency.items(), key=lambda pair: -pair[1][-1].entry.happened.latest)
    return tuple(_lane(agency, events, opened, telephones, names) for agency, events in order)


def _lane(agency: str, events: list[Known], opened: Opened, telephones: dict[str, str], names: Names) -> Lane:
    people = opened.whole.people
    often = Counter(event.entry.kind for event in events)
    return Lane(
        agency=names.agency(agency),
        telephone=telephones.get(agency, ""),
        number=len(events),
        latest=tuple(
            EventShown(
                entry=event.entry.id,
                kind=event.entry.kind,
                child=name(people.get(event.entry.child)),
                when=moments.happened(event.entry.happened),
                facts=facts(event.entry.kind, without_ids(event.entry), people),
            )
            for event in reversed(events[-LATEST:])
        ),
        pattern=tuple(often.most_common()),
        first=moments.happened(events[0].entry.happened),
        last=moments.happened(events[-1].entry.happened),
    )
