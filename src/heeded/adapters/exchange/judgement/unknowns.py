"""Unknowns written as JSON: what nobody has asked, who would know, who was asked and is silent."""

from __future__ import annotations

from collections.abc import Callable

from heeded.adapters.exchange.judgement.said import Object, happened, moment, moment_if_any
from heeded.core.chronology.view import Known
from heeded.core.evidence.unknowns import MEANS, Asked, LeftOpen, Standing, Unknown, Unknowns

Due = Callable[[str, str], int | None]
"""By when an agency owes something because of an entry (seconds UTC), by the ids of both; None: not told."""


def not_told(entry: str, agency: str) -> None:
    """No deadline is told."""
    del entry, agency


def unknowns(held: Unknowns, due: Due = not_told) -> Object:
    """Each question with each agency that would know, every request, and what each injury leaves open."""
    return {
        "occasion": moment_if_any(held.occasion),
        "questions": [_question(each) for each in held.questions],
        "requests": [_asked(each, due) for each in held.requests],
        "injuries": [_left_open(each) for each in held.injuries],
        "means": list(MEANS),
    }


def _question(held: Unknown) -> Object:
    question = held.question
    return {
        "asks": question.asks,
        "words": question.words,
        "about": held.about,
        "sector": question.sector,
        "agency": held.agency,
        "standing": str(held.standing),
        "before": held.before,
        "requests": [each.key for each in held.asked],
        "told": [event.entry.id for event in held.told],
        "source": question.source,
        "unverified": question.unverified,
    }


def _asked(held: Asked, due: Due) -> Object:
    silent = held.standing is Standing.SILENT
    return {
        "entry": held.request.entry.id,
        "request": held.key,
        "agency": held.agency,
        "standing": str(held.standing),
        "since": moment(held.since),
        "reached": moment_if_any(held.reached),
        "due": moment_if_any(due(held.request.root, held.agency)) if silent else None,
        "words": held.words,
        "asks": sorted(held.asks),
        "replies": [_reply(each) for each in held.replies],
    }


def _reply(event: Known) -> Object:
    facts = event.entry.facts
    return {
        "entry": event.entry.id,
        "happened": happened(event.entry.happened),
        "refused": event.entry.kind == "information refused",
        "nothing_held": facts.get("nothing held") is True,
        "words": str(facts.get("answer") or facts.get("reason") or ""),
    }


def _left_open(held: LeftOpen) -> Object:
    return {
        "injury": held.injury.id,
        "points": [{"what": str(each.what), "person": each.person} for each in held.points],
    }
