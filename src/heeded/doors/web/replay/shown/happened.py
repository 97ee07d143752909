"""What happened at a step, and who knew of what by then: an agency a column, with nothing learnt later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from heeded.casework.replay.walking import Step, Walk
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.scenario import Event
from heeded.core.procedures.wording import listed
from heeded.doors.web.shown.moments import happened as when
from heeded.doors.web.shown.people import name, words

MOST = 60
"""How many earlier events a step's page tells of."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded, alike of one or several children: of whom, by whom, when it was, and its facts."""

    kind: str
    whom: str
    by: str
    when: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EventShown:
    """An event of the story: what was published of it, what is in doubt, and what was recorded."""

    id: str
    title: str
    published: str
    marks: str
    assumed: str
    recorded: tuple[Recorded, ...]
    again: bool


@dataclass(frozen=True, slots=True)
class Knew:
    """Whether an agency knew of an event at a step: a sign and words."""

    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """An event of the table of who knew: its title, whether it is of this step, and a cell an agency."""

    title: str
    now: bool
    cells: tuple[Knew, ...]


def events_shown(step: Step, walk: Walk) -> list[EventShown]:
    """The events that became known at a step; of one told before, only what is new."""
    before = {each.event.id for news in walk.moments[: step.number - 1] for each in news.happened}
    shown = []
    for each in step.happened:
        assumed = dict.fromkeys(each.event.assumed.get(entry.id, "") for entry in each.entries)
        shown.append(
            EventShown(
                id=each.event.id,
                title=_title(each.event),
                published=each.event.published,
                marks=each.event.marks,
                assumed="; ".join(filter(None, assumed)),
                recorded=tuple(_recorded(each.entries, step.second, walk.story.chronology)),
                again=each.event.id in before,
            )
        )
    return shown


def learnt_shown(step: Step, walk: Walk) -> list[tuple[str, tuple[str, ...]]]:
    """Which agencies came to know, at a step, of what others knew before."""
    return [
        (agency(walk.story.chronology, each.agency), tuple(_title(event) for event in each.events))
        for each in step.learnt
    ]


def agencies_of(chronology: Chronology) -> list[str]:
    """The agencies of a story by name, in its order."""
    return [agency(chronology, each) for each in chronology.agencies]


def knowing(step: Step, walk: Walk) -> tuple[list[Row], int]:
    """Who knew of what at a step, the latest first; and how many earlier events are left out."""
    entries = {entry.id: entry for entry in walk.story.chronology.entries}
    rows = []
    new = {each.event.id for each in step.happened}
    for event in reversed(walk.story.events):
        told = [entries[each] for each in event.entries if entries[each].first_known <= step.second]
        if told:
            cells = tuple(_knew(told, each, step.second) for each in walk.story.chronology.agencies)
            rows.append(Row(_title(event), event.id in new, cells))
    rows.sort(key=lambda row: not row.now)
    return rows[:MOST], max(0, len(rows) - MOST)


def agency(chronology: Chronology, identity: str) -> str:
    """An agency's name, or its id where the story holds no name."""
    found = chronology.agencies.get(identity)
    return found.name if found and found.name else identity


def _knew(told: Sequence[Entry], agency: str, second: int) -> Knew:
    known = sum((since := entry.known_to(agency)) is not None and since <= second for entry in told)
    if known == len(told):
        return Knew("✓", _("knew"))
    return Knew("◐", _("knew part")) if known else Knew("–", _("did not know"))


def _title(event: Event) -> str:
    return event.title[:1].upper() + event.title[1:]


def _recorded(entries: Iterable[Entry], now: int, chronology: Chronology) -> Iterable[Recorded]:
    """What was recorded, with that which is alike for several children told once."""
    alike: dict[tuple[str, str, str, tuple[tuple[str, str], ...]], list[str]] = {}
    for entry in entries:
        role = f"{entry.source.role}, " if entry.source.role else ""
        by = role + agency(chronology, entry.source.agency)
        earlier = when(entry.happened) if entry.happened.latest < now else ""
        place = (_kind(entry), by, earlier, tuple(_facts(entry, chronology)))
        alike.setdefault(place, []).append(name(chronology.people.get(entry.child)))
    for (kind, by, earlier, facts), whom in alike.items():
        yield Recorded(kind, listed(tuple(dict.fromkeys(whom)), _("and")), by, earlier, facts)


def _kind(entry: Entry) -> str:
    kind = entry.kind[:1].upper() + entry.kind[1:]
    if entry.withdraws:
        return _("%s: takes back an earlier entry") % kind
    return _("%s: corrects an earlier entry") % kind if entry.corrects else kind


def _facts(entry: Entry, chronology: Chronology) -> Iterable[tuple[str, str]]:
    for fact, value in entry.facts.items():
        if value == entry.child:
            yield fact, _("the child")
        elif isinstance(value, str) and value in chronology.people:
            yield fact, name(chronology.people[value])
        else:
            yield fact, words(value)
