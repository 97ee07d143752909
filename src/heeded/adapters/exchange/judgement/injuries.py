"""Injuries written as JSON: marks, age, mobility, prompts, and everyone who may have been there."""

from __future__ import annotations

from heeded.adapters.exchange.judgement.said import Object, happened, moment_if_any, said
from heeded.core.chronology.view import Known
from heeded.core.evidence.prompts import Feature, Observed, Prompt, of_injury
from heeded.core.evidence.sources import Access, PossibleSource, Sources
from heeded.core.evidence.whereabouts import Away


def injury(held: Observed) -> Object:
    """An injury: its marks, the child's age in months and mobility at the time, and what is prompted."""
    least, most = held.months or (None, None)
    return {
        "id": held.id,
        "child": held.child,
        "least_months": least,
        "most_months": most,
        "mobility": held.mobility,
        "marks": [said(mark.entry) for mark in held.marks],
        "prompts": [_prompt(prompt) for prompt in of_injury(held)],
    }


def sources(held: Sources) -> Object:
    """An injury, when it may have arisen, and everyone who may have been with the child then."""
    window = held.window
    return {
        "injury": held.injury.id,
        "child": held.injury.child,
        "window": _time(window.start, window.end),
        "since": window.since.entry.id if window.since else None,
        "seen": window.by.entry.id,
        "suspected": _ids(held.suspected),
        "people": [_source(each) for each in held.people],
        "unconsidered": list(held.unconsidered),
    }


def _prompt(held: Prompt) -> Object:
    rule = held.rule
    return {
        "rule": {
            "id": rule.id,
            "title": rule.title,
            "source": rule.source,
            "published": rule.published,
            "unverified": rule.unverified,
        },
        "reading": str(held.reading),
        "found": [_feature(each) for each in held.features],
        "not_recorded": [_feature(each) for each in held.open],
        "why": held.why,
        "asks": held.asks,
        "meaning": list(held.meaning),
        "hindsight": held.hindsight,
    }


def _feature(held: Feature) -> Object:
    return {"words": held.words, "entries": list(held.rests_on), "unverified": held.unverified}


def _source(held: PossibleSource) -> Object:
    return {
        "person": held.person,
        "adult": held.adult,
        "access": [_way_in(each) for each in held.access],
        "away": [_elsewhere(each) for each in held.away],
        "unaccounted": [_time(since, until) for since, until in held.gaps],
        "considered": _weighed(held.considered) if held.considered else None,
    }


def _way_in(held: Access) -> Object:
    return {**_time(held.since, held.until), "how": held.how, "entries": list(held.events)}


def _elsewhere(held: Away) -> Object:
    events = (held.begin, held.end) if held.end else (held.begin,)
    return {**_time(held.since, held.until), "place": held.place, "entries": _ids(events)}


def _weighed(event: Known) -> Object:
    entry = event.entry
    return {
        "entry": entry.id,
        "agency": entry.source.agency,
        "practitioner": entry.source.practitioner,
        "role": entry.source.role,
        "happened": happened(entry.happened),
        "finding": str(entry.facts.get("finding", "")),
        "evidence": str(entry.facts.get("evidence", "")),
    }


def _time(since: int | None, until: int | None) -> Object:
    return {"since": moment_if_any(since), "until": moment_if_any(until)}


def _ids(events: tuple[Known, ...]) -> list[str]:
    return [event.entry.id for event in events]
