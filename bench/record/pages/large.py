"""Children with a long record, one of each council: told by school, hospital and council over three years."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import psycopg

from bench.record.borough import AREAS, DAY, HOUR, nhs_number
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import NHS_NUMBER, Described, Event, Identifier, Report
from heeded.core.chronology.when import Precision, When

ROUNDS, APART = 20, 51
"""How often something befalls each child, and how many days lie between; some 30 entries each time."""
_NUMBERS = 9_200_000
"""From where on their numbers are: those of the county's other children are smaller."""
_SITES = ("ear", "cheek", "chest", "forearm", "thigh", "shin", "back", "buttock")


def tell(admin: str) -> dict[str, list[str]]:
    """Have the record receive what is told of them, if it did not yet; who they are, by council."""
    from heeded import bootstrap  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.naming import Naming  # noqa: PLC0415 - as above
    from heeded.bootstrap import live  # noqa: PLC0415 - as above
    from heeded.bootstrap.secret import derived  # noqa: PLC0415 - as above
    from heeded.casework.ports import Author  # noqa: PLC0415 - as above
    from heeded.casework.receive import receive  # noqa: PLC0415 - as above

    record, handbook, naming = live.open_record(), bootstrap.open_handbook(), Naming(derived("naming"))
    found: dict[str, list[str]] = {}
    for area in AREAS:
        council = f"council-{area.lower()}"
        subject = naming.subject(council, _ref(area))
        if not _person(admin, subject):
            now = int(time.time())
            for report in reports(area, now // DAY * DAY):
                receive(report, Author(report.agency, f"{report.agency}-system"), now, record, handbook)
        found[council] = [_person(admin, subject)]
    return found


def reports(area: str, now: int) -> Iterator[Report]:
    """What the agencies of an area tell of its child up to a moment (seconds UTC), in their order."""
    child = _Child(area, random.Random(area))  # noqa: S311 - invented data
    for number in range(ROUNDS):
        child.begin(now - (ROUNDS - number) * APART * DAY)
        child.round(number)
        yield from child.reports(number)


def _ref(area: str) -> str:
    return f"enduring-{area.lower()}"


def _person(admin: str, subject: UUID) -> str:
    with psycopg.connect(admin) as connection:
        row = connection.execute("SELECT person FROM record.subject WHERE id = %s", [subject]).fetchone()
    return str(row[0]) if row else ""


@dataclass
class _Child:
    """A child in the making, with a mother, her partner and a grandmother around."""

    area: str
    draw: random.Random
    clock: int = 0
    count: int = 0
    events: dict[str, list[Event]] = field(default_factory=dict)

    def begin(self, moment: int) -> None:
        self.clock, self.events = moment, {}

    def round(self, number: int) -> None:
        """What befalls the child once: an injury, what is said of it, and what is done."""
        if number == 0:
            self._household()
        self._injury(number)
        self._said(number)
        self._done(number)

    def _household(self) -> None:
        for who, relation in (
            ("mother", "mother"),
            ("partner", "partner of a parent"),
            ("gran", "grandparent"),
        ):
            self.tell(
                "council",
                "relationship recorded",
                0,
                person=f"{who} of {self.ref}",
                to=self.ref,
                relation=relation,
            )
        for who in (self.ref, f"mother of {self.ref}", f"partner of {self.ref}"):
            self.tell("council", "household joined", 0, person=who, household=f"home of {self.ref}")
        self.tell("council", "access began", 1, person=f"gran of {self.ref}")

    def _injury(self, number: int) -> None:
        keys = f"attendance{number}"
        self.tell("hospital", "hospital attendance", 2, attendance=keys, reason="injury", unscheduled=True)
        for mark in range(3):
            self.tell(
                "hospital",
                "injury observed",
                0.2,
                attendance=keys,
                injury=f"injury{number}-{mark}",
                what=self.draw.choice(("bruise", "abrasion", "burn")),
                sites=frozenset(self.draw.sample(_SITES, 2)),
                suspected=mark == 0,
            )
            self.tell(
                "hospital",
                "explanation given",
                0.2,
                injury=f"injury{number}-{mark}",
                speaker=f"{self.draw.choice(('mother', 'partner'))} of {self.ref}",
                words="Invented: she fell from the sofa while I was in the kitchen, and cried at once.",
                fit=self.draw.choice(("unsure", "implausible", "suitable")),
            )
        self.tell("hospital", "senior paediatric review", 2, attendance=keys, injury=f"injury{number}-0")
        self.tell("hospital", "medical opinion", 1, attendance=keys, injury=f"injury{number}-0",
                  by_a_paediatrician=True, strength="strong concern",
                  grounds="Invented: the sites.")  # fmt: skip

    def _said(self, number: int) -> None:
        self.tell("school", "disclosure", 20, disclosure=f"disclosure{number}", said_by="the child",
                  words="Invented: he hurt me again when mum was out.", alone=True)  # fmt: skip
        self.tell("school", "concern raised", 1, strength="suspect", grounds="Invented: what the child said.")
        self.tell("council", "disclosure weighed", 24, disclosure=f"school:disclosure{number}",
                  weight="Invented: great weight.", action="enquiry")  # fmt: skip
        self.tell("council", "view recorded", 5, injury=f"hospital:injury{number}-0",
                  conclusion="concern" if number % 8 else "no concerns", grounds="Invented.")  # fmt: skip

    def _done(self, number: int) -> None:
        keys = {"referral": f"referral{number}", "enquiry": f"enquiry{number}"}
        self.tell("school", "referral made", 2, referral=keys["referral"], to="children's social care",
                  area=self.area, in_writing=True)  # fmt: skip
        keys["referral"] = f"school:{keys['referral']}"
        referral = keys["referral"]
        self.tell("council", "referral received", 1, referral=referral, source="school", in_writing=True,
                  area=self.area)  # fmt: skip
        self.tell("council", "referral acknowledged", 2, referral=referral)
        self.tell("council", "history considered", 2, referral=referral, effect="Invented: it weighs more.")
        self.tell("council", "referral decision", 6, referral=referral, outcome="section 47")
        self.tell("council", "referrer told", 1, referral=referral)
        self.tell("council", "information requested", 1, referral=referral, request=f"request{number}",
                  to=frozenset({"hospital", "school"}), question="Invented: which injuries?")  # fmt: skip
        for by in ("hospital", "school"):
            self.tell(
                by, "information given", 2, request=f"council:request{number}", answer="Invented: much."
            )
        self.tell("council", "strategy discussion", 10, **keys, outcome="section 47",
                  attended_by=frozenset({"social care", "police", "health"}))  # fmt: skip
        self.tell("council", "section 47 started", 2, **keys)
        for _ in range(3):
            self.tell("council", "visit", 5 * 24, **keys, child_seen=True, child_seen_alone=True)
        self.tell("council", "decision", 24, enquiry=keys["enquiry"], outcome="stays at home",
                  reason="Invented.", decision=f"decision{number}")  # fmt: skip
        self.tell("council", "section 47 ended", 24, **keys, outcome="no further action")
        self.tell("council", "case closed", 24, referral=referral)

    @property
    def ref(self) -> str:
        return _ref(self.area)

    def tell(self, by: str, kind: str, hours: float, **said: Fact) -> None:
        """Something happens so many hours later, and an agency of this kind tells of it."""
        from heeded.core.chronology.vocabulary import KINDS  # noqa: PLC0415 - large

        self.clock += int(hours * HOUR)
        self.count += 1
        agency = f"{by}-{self.area.lower()}"
        told = {name.replace("_", " "): value for name, value in said.items()}
        keys = {name: str(told.pop(name)) for name in KINDS[kind].keys if name in told}
        keys = {name: value.replace(":", f"-{self.area.lower()}:") for name, value in keys.items()}
        self.events.setdefault(agency, []).append(
            Event(
                ref=f"{self.ref}-{self.count}",
                kind=kind,
                child=self.ref,
                happened=When(self.clock, self.clock, Precision.INSTANT),
                told=self.clock + 600,
                keys=keys,
                facts=told,
            )
        )

    def reports(self, number: int) -> Iterator[Report]:
        """What each agency tells of this time."""
        people = (
            Described(ref=self.ref, name=f"Long Invented of {self.area}", born=date(2021, 5, 4),
                      area=self.area, identifiers=(self._nhs(),)),
            Described(ref=f"mother of {self.ref}", name="Mother Invented", adult=True),
            Described(ref=f"partner of {self.ref}", name="Partner Invented", adult=True),
            Described(ref=f"gran of {self.ref}", name="Grandmother Invented", adult=True),
        )  # fmt: skip
        for agency, events in self.events.items():
            yield Report(id=f"{self.ref}-{number}", agency=agency, people=people, events=tuple(events))

    def _nhs(self) -> Identifier:
        return Identifier(NHS_NUMBER, nhs_number(_NUMBERS + AREAS.index(self.area)))
