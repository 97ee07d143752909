"""The hospital's report that a visitor of the demonstration sends: a bruised toddler, today."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from heeded.adapters.exchange.heeded_json import write_report
from heeded.adapters.record.door.credentials import make_credential
from heeded.bootstrap.demo.tellings import tellings
from heeded.core.chronology.report import Event, Report
from heeded.core.chronology.when import Precision, When

FAMILY = "differing-1"
"""The family of the child whom it is about: a health visitor has been worried for a week."""
SCOPES = ("events:write", "receipts:read", "worklist:read")
_DAY = 24 * 3600


def credential(now: int) -> str:
    """A credential of the hospital's system for a day: its id and secret, as a bearer token."""
    return ".".join(make_credential("hospital", "emergency department system", SCOPES, now + _DAY))


def write(file: Path, now: int) -> None:
    """Write the report into a file, with times of the last two hours before now (seconds UTC)."""
    file.write_bytes(write_report(report(now)))


def report(now: int) -> Report:
    """What the hospital says of the child whom Child T's doctors would have recognised."""
    told = next(each.report for each in tellings(now) if each.report.id.startswith(f"{FAMILY}-"))
    child = next(person for person in told.people if person.ref == told.events[0].child)
    name = f"visit-{now}"
    keys = {"attendance": f"{name}-attendance", "injury": f"{name}-injury"}
    events = (
        _event(
            "hospital attendance",
            now - 7200,
            {"reason": "injury", "unscheduled": True, "brought by": "her mother and her mother's partner"},
        ),
        _event(
            "injury observed",
            now - 6000,
            {
                "what": "bruise",
                "sites": frozenset({"eye area", "forehead", "nose", "chest", "hip"}),
                "count": 5,
                "multiple": True,
                "suspected": True,
                "mobility": "walking",
            },
        ),
        _event(
            "medical opinion",
            now - 3600,
            {
                "strength": "strong concern",
                "by a paediatrician": True,
                "grounds": "the sites and number of the bruises",
            },
        ),
        _event(
            "referral made",
            now - 1800,
            {"to": "children's social care", "area": "Norhaven", "in writing": True},
        ),
    )
    referral = {"referral": f"{name}-referral", **keys}
    return Report(
        id=name,
        agency="hospital",
        people=(replace(child, address="", postcode=""),),
        events=tuple(
            replace(
                event,
                ref=f"{name}-{place}",
                child=child.ref,
                keys=referral if event.kind == "referral made" else keys,
            )
            for place, event in enumerate(events, 1)
        ),
    )


def _event(kind: str, at: int, facts: dict[str, bool | int | str | frozenset[str]]) -> Event:
    return Event(
        ref="",
        kind=kind,
        child="",
        happened=When(at, at, Precision.INSTANT),
        told=at + 60,
        practitioner="hana-invented",
        role="consultant paediatrician",
        facts=dict(facts),
    )
