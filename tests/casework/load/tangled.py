"""Reports about people who are tangled up: shared numbers, shared homes, words taken back, sent twice."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from heeded.core.chronology.report import NHS_NUMBER, Described, Event, Identifier, Report
from tests.borough import NOW, at

NUMBERS = ("9434765919", "9434765870", "9434765862", "4010232137")
AGENCIES = ("hospital", "council", "police", "school")
KINDS = (
    *("referral made", "referral received", "injury observed", "household joined", "medical opinion"),
    *("hand-over offered", "hand-over accepted", "disagreement opened", "disagreement resolved"),
    *("correction", "withdrawal", "worker allocated"),
)
_REFS = [f"p{number}" for number in range(12)]


def tangled(seed: int, size: int) -> Iterator[Report]:
    """So many reports, made by chance."""
    draw = random.Random(seed)  # noqa: S311 - invented data
    told: dict[str, list[Event]] = {agency: [] for agency in AGENCIES}
    for number in range(size):
        agency = draw.choice(AGENCIES)
        people = draw.sample(_REFS, draw.randint(1, 3))
        events = [
            _event(draw, f"{agency}-{number}-{n}", people, told[agency]) for n in range(draw.randint(1, 4))
        ]
        if told[agency] and draw.random() < 0.2:
            events.append(draw.choice(told[agency]))
        if told[agency] and draw.random() < 0.3:
            events.append(_again(draw, draw.choice(told[agency])))
        told[agency] += events
        unique = tuple({event.ref: event for event in events}.values())
        named = {name for event in unique for name in event.names} - (
            {"p0"} if draw.random() < 0.2 else set()
        )
        described = tuple(_described(draw, ref) for ref in sorted(named))
        yield Report(id=f"{agency}-{number}", agency=agency, people=described, events=unique)


def _again(draw: random.Random, event: Event) -> Event:
    """An event as a system of record tells it again: earlier or later, changed or not."""
    moment = event.happened.earliest - draw.choice((0, 0, 3600))
    return replace(event, happened=at(moment), as_of=event.told + draw.randrange(-2, 4) * 86400)


def _described(draw: random.Random, ref: str) -> Described:
    numbers = (Identifier(NHS_NUMBER, draw.choice(NUMBERS)),) if draw.random() < 0.3 else ()
    return Described(
        ref=ref,
        name=draw.choice(("", "Ada Invented", "Bo Invented")),
        born=draw.choice((None, None, date(2020, 1, 1), date(2021, 1, 1))),
        area=draw.choice(("", "Norhaven", "Southby")),
        address=draw.choice(("", "1 Invented Street")),
        adult=draw.random() < 0.1,
        identifiers=numbers,
    )


def _event(draw: random.Random, ref: str, people: list[str], told: list[Event]) -> Event:
    child, moment = draw.choice(people), NOW - draw.randrange(40 * 86400)
    kind = draw.choice(KINDS)
    facts: dict[str, Any] = {}
    keys: dict[str, str] = {}
    earlier = draw.choice(told) if told else None
    match kind:
        case "referral made" | "hand-over offered":
            facts = {"to": "children's social care", "area": "Norhaven", "in writing": True}
            keys = {"referral": draw.choice("ab")}
        case "hand-over accepted":
            facts, keys = {"in writing": True}, {"referral": f"hospital:{draw.choice('ab')}"}
        case "medical opinion":
            facts = {"strength": draw.choice(("strong concern", "no concern")), "grounds": "seen"}
        case "household joined":
            facts = {"person": draw.choice(people), "household": draw.choice(("home", "hospital:home"))}
        case "disagreement opened" | "disagreement resolved":
            keys = {"disagreement": "police:d"}
        case "injury observed":
            facts, keys = {"what": "bruise", "sites": frozenset({"ear"}), "suspected": True}, {"injury": "i"}
        case "correction" | "withdrawal" if earlier is not None:
            return Event(
                ref=ref,
                kind=earlier.kind if kind == "correction" else kind,
                child=child,
                happened=at(moment),
                told=moment + 60,
                corrects=earlier.ref if kind == "correction" else None,
                withdraws=earlier.ref if kind == "withdrawal" else None,
            )
        case "correction" | "withdrawal":
            kind = "contact received"
    return Event(
        ref=ref,
        kind=kind,
        child=child,
        happened=at(moment),
        told=moment + draw.choice((0, 60, 100 * 86400)),
        practitioner=draw.choice(("", "pat", 'o\\brien\t"of"\r\n\\N')),
        keys=keys,
        facts=facts,
        known=draw.choice(({}, {"police": NOW - 5})),
    )
