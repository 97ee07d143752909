"""An invented county for the load: its agencies, and children with what befell them, as reports in JSON.

Every child is made of its number and a seed alone, so that any share of them can be made anywhere. What
befalls them is told as England's handbook asks for it, mostly in time and mostly to its end: one child in
twenty has something under way at `NOW`. The rates mean nothing.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

AREAS = ("Norhaven", "Southby", "Eastmere", "Westfold", "Midvale")
SECTORS = {"school": "school", "hospital": "hospital", "council": "children's social care"}
"""The kinds of agency in each area, by the start of their ids, in the order in which they hear of things."""
NOW = 1_782_900_000
"""Wednesday 1 July 2026, 10:00 UTC."""
HOUR, DAY = 3600, 86400
YEARS = 3

_FIRST = "Ada Ben Cora Dan Edie Finn Gwen Hal Ivy Jon Kit Lena Max Nia Owen Pia Quin Rosa Sam Tess".split()
_LAST = "Invented Madeup Fiction Sample Fable Notreal Story Figment".split()


def agencies() -> list[tuple[str, str, str, str]]:
    """Every agency: id, name, sector, and the area for whose children it answers."""
    return [
        (f"{kind}-{area.lower()}", f"{area} {kind}", sector, "" if kind == "hospital" else area)
        for kind, sector in SECTORS.items()
        for area in AREAS
    ]


def reports(first: int, last: int, now: int = NOW) -> Iterator[tuple[str, bytes]]:
    """The reports about the children numbered from `first` up to `last`: the agency, and a line of JSON.

    What would come after `now` (seconds UTC) is not told yet.
    """
    for number in range(first, last):
        yield from _Child(number, random.Random(number), now).reports()  # noqa: S311 - invented data


@dataclass
class _Child:
    """A child in the making: its story, event by event, at each agency."""

    number: int
    draw: random.Random
    now: int
    events: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)

    def reports(self) -> Iterator[tuple[str, bytes]]:
        self.area = self.draw.choice(AREAS)
        self.ref = f"c{self.number}"
        self.clock = self.now - self.draw.randrange(YEARS * 365 * DAY)
        if self.draw.random() < 0.05:  # noqa: PLR2004 - one in twenty has something under way
            self.clock = self.now - self.draw.randrange(30 * DAY)
        story = self.draw.choices((_contact, _assessed, _injured, _planned), (10, 55, 25, 10))[0]
        story(self)
        about = self._described()
        for agency in sorted(self.events, key=lambda name: list(SECTORS).index(name.partition("-")[0])):
            events = [event for event in self.events[agency] if event["told"] <= self.now]
            if events:
                told = {"id": f"{agency}-{self.ref}", "people": [about], "events": [*map(_dated, events)]}
                yield agency, json.dumps(told, ensure_ascii=False).encode()

    def tell(self, by: str, kind: str, hours: float, keys: str = "", /, **facts: object) -> None:
        """Something happens so many hours later, and an agency of this kind tells of it."""
        self.clock += int(hours * HOUR * self.draw.uniform(0.5, 1.0))
        agency = f"{by}-{self.area.lower()}"
        own = self.events.setdefault(agency, [])
        own.append(
            {
                "ref": f"{self.ref}-{len(own)}",
                "kind": kind,
                "child": self.ref,
                "happened": self.clock,
                "told": self.clock + 600,
                "keys": {key: self._key(key, agency) for key in keys.split()},
                "facts": {name.replace("_", " "): value for name, value in facts.items()},
            }
        )

    def _key(self, key: str, agency: str) -> str:
        """What ties events together belongs to whoever named it first."""
        owner = self.owners.setdefault(key, agency)
        return f"{owner}:{self.ref}-{key}"

    def _described(self) -> dict[str, Any]:
        name = f"{self.draw.choice(_FIRST)} {self.draw.choice(_LAST)}"
        born = date(2026, 6, 30) - timedelta(days=self.draw.randrange(1100, 16 * 365))
        numbers = [{"system": "NHS number", "value": nhs_number(self.number)}]
        return {
            "ref": self.ref,
            "name": name,
            "born": born.isoformat(),
            "area": self.area,
            "identifiers": numbers,
        }


def _dated(event: dict[str, Any]) -> dict[str, Any]:
    return {**event, "happened": written(event["happened"]), "told": written(event["told"])}


def written(second: int) -> str:
    """A moment as reports write it."""
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def nhs_number(number: int) -> str:
    """An NHS number of its own for each number: of two in a row, one has a check digit (modulus 11)."""
    base = 400_000_000 + 2 * number
    for candidate in (base, base + 1):
        text = str(candidate)
        rest = 11 - sum(int(digit) * (10 - place) for place, digit in enumerate(text)) % 11
        if rest != 10:  # noqa: PLR2004 - no digit stands for ten
            return f"{text}{rest % 11}"
    raise AssertionError(f"two numbers in a row without a check digit from {base} on")


def _contact(child: _Child) -> None:
    child.tell("council", "contact received", 0, "referral", source="school")
    child.tell("council", "referral decision", 20, "referral", outcome="no further action", reason="known")


def _referred(child: _Child, by: str) -> None:
    area, to = child.area, "children's social care"
    child.tell(by, "referral made", 2, "referral", to=to, area=area, in_writing=True)
    child.tell(
        "council",
        "referral received",
        1,
        "referral",
        source="other health service" if by == "hospital" else by,
        in_writing=True,
        area=area,
    )
    child.tell("council", "referral acknowledged", 6, "referral")
    child.tell("council", "referral decision", 10, "referral", outcome="assessment", reason="need")
    child.tell("council", "referrer told", 3, "referral")


def _assessed(child: _Child) -> None:
    _referred(child, "school")
    child.tell("council", "visit", 5 * 24, "referral", child_seen=True, child_seen_alone=True)
    child.tell("council", "assessment authorised", 20 * 24, "referral", factors=["neglect"], child_seen=True)
    child.tell("council", "case closed", 10 * 24, "referral")


def _injured(child: _Child) -> None:
    child.tell("hospital", "hospital attendance", 0, "attendance", reason="injury", unscheduled=True)
    child.tell("hospital", "injury observed", 1, "attendance injury", what="bruise", sites=["ear"])
    child.tell("hospital", "medical opinion", 1, "attendance injury", by_a_paediatrician=True)
    _referred(child, "hospital")
    _enquired(child, "no further action")
    child.tell("council", "case closed", 10 * 24, "referral")


def _enquired(child: _Child, outcome: str) -> None:
    who = ["social care", "police", "health"]
    child.tell("council", "strategy discussion", 20, "referral enquiry", attended_by=who, decision="enquiry")
    child.tell("council", "section 47 started", 2, "referral enquiry")
    child.tell("council", "section 47 ended", 10 * 24, "referral enquiry", outcome=outcome)


def _planned(child: _Child) -> None:
    _referred(child, "school")
    _enquired(child, "conference")
    child.tell("council", "initial conference", 3 * 24, "enquiry")
    child.tell("council", "protection plan started", 0, "plan enquiry")
    child.tell("council", "core group", 9 * 24, "plan")
    for _ in range(6):
        child.tell("council", "visit", 9 * 24, "plan", child_seen=True, child_seen_alone=True)
    child.tell("council", "review conference", 9 * 24, "plan")
    child.tell("council", "protection plan ended", 1, "plan")
    child.tell("council", "case closed", 10 * 24, "referral plan")
