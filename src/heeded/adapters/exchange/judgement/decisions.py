"""Answers, decisions and what these rest on, written as JSON."""

from __future__ import annotations

from heeded.adapters.exchange.judgement.said import Object, said
from heeded.core.evidence.decisions import Decided
from heeded.core.evidence.disagreement.answers import Answer
from heeded.core.evidence.picture import RestedOn


def answer(held: Answer) -> Object:
    """What a practitioner answered to a question about a child: what, how strongly, on what grounds."""
    return {
        "question": held.question,
        "words": held.words,
        "answer": {True: "concern", False: "no concerns", None: "unsure"}[held.worried],
        "strength": held.strength,
        "grounds": held.grounds,
        "stands": held.entry.id == held.known.entry.id,
        "event": held.root,
        "said": said(held.entry),
    }


def assumption(held: RestedOn) -> Object:
    """Something that a decision takes to be so, and what speaks against it."""
    stated = held.assumption
    return {
        "child": stated.child,
        "entry": stated.stated.entry.id,
        "decision": stated.decision,
        "words": stated.words,
        "condition": stated.condition,
        "person": stated.person,
        "last_day": str(stated.last_day) if stated.last_day else None,
        "against": [event.entry.id for event in held.against],
    }


def decision(held: Decided) -> Object:
    """A decision: what it answers, rests on and sets aside, and which earlier episodes were named by then."""
    return {
        "question": held.question,
        "said": said(held.event.entry),
        "rests_on": [each.assumption.stated.entry.id for each in held.rests_on],
        "dissent": [each.key for each in held.dissent],
        "taken_on": [said(each.entry) for each in held.taken_on],
        "reviewed": [said(each.entry) for each in held.reviewed],
        "episodes": [
            {
                "title": each.episode.title,
                "entries": [event.entry.id for event in each.episode.events],
                "named": [
                    {"entry": reading.entry.id, "effect": str(reading.entry.facts["effect"])}
                    for reading in each.named
                ],
            }
            for each in held.episodes
        ],
    }
