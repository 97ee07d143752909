"""Stories by chance: what several agencies tell of a few children, to be sent in any order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import NHS_NUMBER, Described, Event, Identifier, Report
from heeded.core.chronology.when import Precision, When
from tests.borough import NOW

SENDERS = ("hospital", "police", "school", "council")
HOUR = 3600


@dataclass(frozen=True, slots=True)
class Child:
    """A child of the story: a number of its own or none, and a birth date that those who know it agree on."""

    number: int
    nhs: str
    born: date


@dataclass(frozen=True, slots=True)
class Story:
    """What all agencies have to tell, event by event; `name` keeps its names apart from another telling."""

    name: str
    events: tuple[tuple[str, Event], ...]
    people: dict[tuple[str, str], Described]

    def reports(self, chance: Random) -> list[Report]:
        """The same events in reports, split and bundled by chance, each with those whom it names."""
        reports = []
        for agency in SENDERS:
            own = [event for sender, event in self.events if sender == agency]
            chance.shuffle(own)
            while own:
                size = chance.choice((1, 1, 2, 4))
                some = [*{event.ref: event for event in own[:size]}.values()]
                own = [event for event in own if all(event is not each for each in some)]
                reports.append(self._report(agency, some, f"{self.name}-{agency}-{len(own)}"))
        return reports

    def retold(self) -> dict[tuple[str, str], list[Event]]:
        """What systems of record tell again as it changes, by agency and the name of the event."""
        found: dict[tuple[str, str], list[Event]] = {}
        for agency, event in self.events:
            if event.as_of is not None:
                found.setdefault((agency, event.withdraws or event.ref), []).append(event)
        return found

    def _report(self, agency: str, events: list[Event], name: str) -> Report:
        named = sorted({ref for event in events for ref in event.names})
        people = tuple(self.people[agency, ref] for ref in named)
        return Report(id=name, agency=agency, people=people, events=tuple(events))


def nhs_number(serial: int) -> str:
    """The serial-th invented number whose check digit is right."""
    for last in range(10):
        digits = f"{400_000_000 + serial * 10 + last:09d}"
        check = (11 - sum(w * int(d) for w, d in zip(range(10, 1, -1), digits, strict=True)) % 11) % 11
        if check < 10:
            return digits + str(check)
    raise AssertionError("one of ten has a check digit")


def story(seed: int, name: str, first_number: int) -> Story:
    """The story of a seed: the same but for its names and numbers each time that it is made."""
    chance = Random(seed)  # noqa: S311 - a story, not a secret
    children = [
        Child(each, nhs_number(first_number + each), date(2015 + each, 1 + each, 3))
        for each in range(chance.randint(1, 4))
    ]
    people: dict[tuple[str, str], Described] = {}
    for agency in SENDERS:
        for child in children:
            ref = f"{name}-{agency[0]}{child.number}"
            knows = chance.random() < 0.8
            people[agency, ref] = Described(
                ref=ref,
                name=f"Child {child.number}",
                born=child.born if chance.random() < 0.7 else None,
                area=chance.choice(("Norhaven", "Norhaven", "")),
                identifiers=(Identifier(NHS_NUMBER, child.nhs),) if knows else (),
            )
    events: list[tuple[str, Event]] = []
    for place in range(chance.randint(3, 9)):
        agency = chance.choice(SENDERS)
        known = [ref for sender, ref in people if sender == agency]
        events += _told(chance, agency, f"{name}-{place}", known)
    if chance.random() < 0.6:
        events += _handed_over(chance, name, people)
    return Story(name, tuple(events), people)


def _handed_over(
    chance: Random, name: str, people: dict[tuple[str, str], Described]
) -> list[tuple[str, Event]]:
    """A child's work offered by somebody to social care, and accepted."""
    offerer, answerer = chance.choice(("hospital", "police", "school")), "council"
    number = chance.choice(sorted({ref.rpartition("-")[2][1:] for _, ref in people}))
    at, key = NOW - chance.randint(3, 20) * 24 * HOUR, f"{offerer}:{name}-h"
    facts: dict[str, Fact] = {"to": "children's social care", "area": "Norhaven", "in writing": True}
    said: list[tuple[str, str, str, int, dict[str, Fact]]] = [
        (offerer, "o", "hand-over offered", at, facts),
        (answerer, "a", "hand-over accepted", at + HOUR, {"in writing": True}),
    ]
    return [
        (
            agency,
            Event(
                ref=f"{name}-{ref}",
                kind=kind,
                child=f"{name}-{agency[0]}{number}",
                happened=When(moment, moment, Precision.INSTANT),
                told=moment + 600,
                keys={"hand-over": key},
                facts=what,
            ),
        )
        for agency, ref, kind, moment, what in said
    ]


def _told(chance: Random, agency: str, name: str, known: list[str]) -> list[tuple[str, Event]]:
    """One event of an agency, sometimes with a correction or a withdrawal of it."""
    happened = NOW - chance.randint(1, 40) * 24 * HOUR
    kind, facts, keys = _what(chance, name, known)
    told = Event(
        ref=name,
        kind=kind,
        child=chance.choice(known),
        happened=When(happened, happened, Precision.INSTANT),
        told=happened + chance.choice((600, HOUR, 30 * HOUR)) + chance.choice((0, 0, 24 * HOUR, -24 * HOUR)),
        keys=keys,
        facts=facts,
    )
    after = chance.random()
    if after >= 0.7:
        return [(agency, each) for each in _retold(chance, told)]
    if after < 0.2:
        new = happened - HOUR
        corrected = replace(
            told,
            ref=f"{name}-c",
            happened=When(new, new, Precision.INSTANT),
            corrects=name,
            told=told.told + 60,
        )
        return [(agency, told), (agency, corrected)]
    if after < 0.3:
        gone = replace(
            told, ref=f"{name}-w", kind="withdrawal", facts={}, withdraws=name, told=told.told + 60
        )
        return [(agency, told), (agency, gone)]
    return [(agency, told)]


def _retold(chance: Random, first: Event) -> list[Event]:
    """What a system of record says of one event time after time: the same, otherwise, that it is not so."""
    clock, said = first.told, list[Event]()
    dated = chance.random() < 0.5
    for _ in range(chance.randint(2, 5)):
        clock += chance.choice((1, HOUR, 30 * HOUR))
        moment = first.happened.earliest - HOUR * chance.choice((0, 0, 1, 2))
        stands = replace(
            first,
            happened=When(moment, moment, Precision.INSTANT),
            told=first.told if dated else clock,
            as_of=clock,
        )
        if chance.random() < 0.15:
            stands = replace(
                stands, ref=f"{first.ref}-gone", kind="withdrawal", facts={}, keys={}, withdraws=first.ref
            )
        said.append(stands)
    return said


def _what(chance: Random, name: str, known: list[str]) -> tuple[str, dict[str, Fact], dict[str, str]]:
    injury = {"injury": f"{name}-injury"}
    home = f"{name.partition('-')[0]}-{chance.choice(('one', 'two'))}"
    kinds: list[tuple[str, dict[str, Fact], dict[str, str]]] = [
        ("injury observed", {"what": "bruise", "sites": frozenset({"ear"}), "suspected": True}, injury),
        (
            "referral made",
            {"to": "children's social care", "area": "Norhaven", "in writing": True},
            {"referral": f"{name}-r", **injury},
        ),
        (
            "medical opinion",
            {"strength": "strong concern", "by a paediatrician": True, "grounds": "sites"},
            injury,
        ),
        ("household joined", {"person": chance.choice(known), "household": home}, {}),
        (
            "relationship recorded",
            {"person": chance.choice(known), "to": chance.choice(known), "relation": "sibling"},
            {},
        ),
    ]
    return kinds[chance.randrange(len(kinds))]
