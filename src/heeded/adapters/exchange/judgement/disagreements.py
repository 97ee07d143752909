"""Disagreements written as JSON: both sides in full, how far each has climbed, and how it ended."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.adapters.exchange.judgement.said import Object, moment, said
from heeded.core.chronology.entry import Entry
from heeded.core.evidence.disagreement.held import Disagreement


def disagreement(held: Disagreement, owed: Iterable[Object] = ()) -> Object:
    """A disagreement, whole; `owed` is what is asked for next, where that is told."""
    return {
        "disagreement": held.key,
        "names": sorted(held.names),
        "child": held.child,
        "question": held.question,
        "injury": held.injury,
        "by_itself": held.by_itself,
        "since": moment(held.since),
        "raised": [spoken(entry) for entry in held.raised],
        "denied": [spoken(entry) for entry in held.denied],
        "against": sorted(held.against),
        "said": [spoken(entry) for entry in held.said],
        "taken_up": [spoken(entry) for entry in held.steps],
        "reached": held.reached,
        "next": list(owed),
        "settled": spoken(held.settled) if held.settled else None,
    }


def spoken(entry: Entry) -> Object:
    """What an entry says of a disagreement, with how strongly and on what grounds, where it says."""
    facts = entry.facts
    return {
        **said(entry),
        "strength": str(facts.get("strength", facts.get("outcome", ""))),
        "grounds": str(facts.get("grounds", "")),
    }
