"""An invented borough for tests: its agencies, and reports as they would send them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from heeded.core.chronology.report import NHS_NUMBER, Described, Event, Identifier, Report
from heeded.core.chronology.when import Precision, When

NOW = 1_782_900_000
"""A Wednesday: 1 July 2026, 10:00 UTC."""

AGENCIES = (
    ("hospital", "Northgate Hospital", "hospital", ""),
    ("council", "Norhaven children's social care", "children's social care", "Norhaven"),
    ("southby", "Southby children's social care", "children's social care", "Southby"),
    ("police", "Norhaven police", "police", ""),
    ("school", "Hill Lane School", "school", "Norhaven"),
)


def make_agencies() -> None:
    """Put the borough's agencies into the record."""
    from heeded.adapters.record.agencies import forget_agencies  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.models import Agency  # noqa: PLC0415 - as above

    for identity, name, sector, area in AGENCIES:
        Agency.objects.create(id=identity, name=name, sector=sector, area=area)
    forget_agencies()


def ada(ref: str = "ada", nhs: str = "9434765919", born: date | None = date(2024, 2, 15)) -> Described:
    """A toddler, invented, as an agency describes her."""
    numbers = (Identifier(NHS_NUMBER, nhs),) if nhs else ()
    return Described(ref=ref, name="Ada Invented", born=born, area="Norhaven", identifiers=numbers)


def somebody(key: str, ref: str = "", nhs: str = "") -> Described:
    """A child of a name and a day of birth of its own, whom nobody could take for the one of another key."""
    number = int.from_bytes(sha256(key.encode()).digest()[:8])
    sounds = ["bo", "du", "fa", "gi", "ku", "le", "mi", "no", "pe", "ra", "sy", "to", "vu", "wa", "xo", "zi"]
    said = "".join(sounds[number >> 4 * each & 15] for each in range(7))
    born = date(2016, 1, 1) + timedelta(days=number % 3000)
    return replace(ada(ref or key, nhs, born), name=f"{said[:6].title()} {said[6:].title()}")


def at(second: int) -> When:
    """A moment."""
    return When(second, second, Precision.INSTANT)


def bruised(
    name: str = "m1", *, agency: str = "hospital", child: Described | None = None, now: int = NOW
) -> Report:
    """A hospital's report of a bruised toddler and its referral to social care."""
    child = child or ada()
    attendance, injury = f"{name}-attendance", f"{name}-injury"
    keys = {"attendance": attendance, "injury": injury}
    return Report(
        id=name,
        agency=agency,
        people=(child,),
        events=(
            Event(
                ref=f"{name}-1",
                kind="hospital attendance",
                child=child.ref,
                happened=at(now - 3600),
                told=now - 3500,
                keys=keys,
                facts={"reason": "injury", "unscheduled": True, "brought by": "her mother"},
            ),
            Event(
                ref=f"{name}-2",
                kind="injury observed",
                child=child.ref,
                happened=at(now - 3000),
                told=now - 2900,
                keys=keys,
                facts={"what": "bruise", "sites": frozenset({"ear", "chest"}), "suspected": True},
            ),
            Event(
                ref=f"{name}-4",
                kind="medical opinion",
                child=child.ref,
                happened=at(now - 2000),
                told=now - 1900,
                practitioner="dr-okoro",
                role="consultant paediatrician",
                keys=keys,
                facts={
                    "strength": "strong concern",
                    "by a paediatrician": True,
                    "grounds": "the sites of the bruises",
                },
            ),
            Event(
                ref=f"{name}-3",
                kind="referral made",
                child=child.ref,
                happened=at(now - 1000),
                told=now - 900,
                keys={"referral": f"{name}-referral", "injury": injury},
                facts={"to": "children's social care", "area": "Norhaven", "in writing": True},
            ),
        ),
    )
