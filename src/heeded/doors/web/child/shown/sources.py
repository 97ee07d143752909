"""Possible sources as a page shows them: who may have been there, by injury."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from heeded.casework.looking import Opened
from heeded.core.chronology.people import Person
from heeded.core.evidence.picture import NEVER_WHOLE, NOBODY_EXCLUDED
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.sources import PossibleSource, Sources
from heeded.core.evidence.sources import sources as weighed
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import name


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceShown:
    """A person: how they came to be with the child, what leaves them unaccounted for, who weighed it."""

    name: str
    adult: bool
    access: tuple[tuple[str, str, str], ...]
    away: tuple[tuple[str, str, str], ...]
    gaps: tuple[str, ...]
    weighed: str
    evidence: str
    weighed_entry: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InjurySources:
    """An injury: when it was seen, since when it may have arisen, and everyone who may have been there."""

    id: str
    entry: str
    child: str
    seen: str
    since: str
    since_entry: str
    suspected: bool
    people: tuple[SourceShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureShown:
    """The injuries, and what such a list means; false where there is nothing to show."""

    injuries: tuple[InjurySources, ...]
    means: tuple[str, ...] = (NEVER_WHOLE, NOBODY_EXCLUDED)

    def __bool__(self) -> bool:
        return bool(self.injuries)


def possible(opened: Opened, now: int) -> tuple[Sources, ...]:
    """Who may have been there, by injury, from what the reader may see; the latest injury first."""
    return tuple(each for each in reversed(weighed(Seen.of(opened.whole, now))) if each.people)


def sources(found: Iterable[Sources], opened: Opened, names: Names) -> PictureShown:
    """Some of it as a page shows it."""
    return PictureShown(injuries=tuple(_injury(each, opened.whole.people, names) for each in found))


def _injury(held: Sources, people: Mapping[str, Person], names: Names) -> InjurySources:
    since, start = held.window.since, held.window.start
    return InjurySources(
        id=held.injury.seen[0].entry.id,
        entry=held.window.by.entry.id,
        child=name(people.get(held.injury.child)),
        seen=moments.happened(held.window.by.entry.happened),
        since=moments.moment(start) if start is not None else "",
        since_entry=since.entry.id if since else "",
        suspected=bool(held.suspected),
        people=tuple(_source(each, people, names) for each in held.people),
    )


def _source(held: PossibleSource, people: Mapping[str, Person], names: Names) -> SourceShown:
    said = held.considered.entry if held.considered else None
    by = (names.practitioner(said.source.practitioner) or names.agency(said.source.agency)) if said else ""
    return SourceShown(
        name=name(people.get(held.person)),
        adult=held.adult,
        access=tuple((way.how, _span(way.since, way.until), way.events[0]) for way in held.access),
        away=tuple((each.place, _span(each.since, each.until), each.begin.entry.id) for each in held.away),
        gaps=tuple(_span(since, until) for since, until in held.gaps) if held.away else (),
        weighed=f"{said.facts.get('finding', '')} ({by})" if said else "",
        evidence=str(said.facts.get("evidence", "")) if said else "",
        weighed_entry=said.id if said else "",
    )


def _span(since: int | None, until: int | None) -> str:
    """From when to when, in words."""
    if since is None and until is None:
        return _("at any time")
    if since is None:
        return _("until %(until)s") % {"until": moments.moment(until or 0)}
    if until is None:
        return _("since %(since)s, with no end recorded") % {"since": moments.moment(since)}
    return _("from %(since)s to %(until)s") % {
        "since": moments.moment(since),
        "until": moments.moment(until),
    }
