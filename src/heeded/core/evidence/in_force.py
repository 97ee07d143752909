"""What is in force for a child: plans, orders and enquiries that began and of which no end is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from heeded.core.chronology.view import Known
from heeded.core.evidence.seen import Seen

ENDS: Mapping[str, tuple[str, ...]] = {
    "protection plan started": ("protection plan ended",),
    "child in need plan started": ("child in need plan ended",),
    "interim safety plan": ("initial conference",),
    "police protection started": ("police protection ended",),
    "emergency protection order made": ("emergency protection order ended",),
    "order made": ("order ended",),
    "became looked after": ("ceased to be looked after",),
    "section 47 started": ("section 47 ended",),
    "early help started": ("early help ended",),
}
"""What begins something that protects or helps a child, or finds out about it, and what ends that."""

MEETINGS = ("core group", "review conference", "initial conference", "looked-after review")
"""The meetings in which those who carry out a plan look at it."""


@dataclass(frozen=True, slots=True)
class InForce:
    """Something in force: what began it, the last meeting about it, and until which day it holds.

    `until` is the last day that its source gave; None where it gave none. That day may have passed: then
    no end is recorded all the same.
    """

    began: Known
    last_met: Known | None
    until: date | None


def in_force(seen: Seen, child: str) -> tuple[InForce, ...]:
    """What is in force for a child, the last to begin first, as far as it is seen."""
    found = [
        _in_force(event, seen)
        for event in seen.of_kinds(ENDS, child)
        if not any(_ends(event, end, seen) for end in seen.of_kinds(ENDS[event.entry.kind], child))
    ]
    return tuple(reversed(found))


def _ends(began: Known, end: Known, seen: Seen) -> bool:
    """Whether one event ends what another began: after it, and not of another plan, enquiry or order."""
    if seen.place(end) <= seen.place(began):
        return False
    one, other = began.entry.keys, end.entry.keys
    named = ("plan", "enquiry", "looked-after episode")
    shared = [key for key in named if key in one and key in other]
    orders = {fact for fact in (began.entry.facts.get("order"), end.entry.facts.get("order")) if fact}
    return len(orders) <= 1 and all(one[key] == other[key] for key in shared)


def _in_force(began: Known, seen: Seen) -> InForce:
    key = began.entry.keys.get("plan")
    met = [
        event
        for event in seen.of_kinds(MEETINGS, began.entry.child)
        if key and event.entry.keys.get("plan") == key and seen.place(event) > seen.place(began)
    ]
    until = [began.entry.facts.get("expires")]
    if began.entry.kind == "emergency protection order made":
        extended = seen.of_kinds(("emergency protection order extended",), began.entry.child)
        until += [
            each.entry.facts.get("expires") for each in extended if seen.place(each) > seen.place(began)
        ]
    days = [day for day in until if isinstance(day, date)]
    return InForce(began, met[-1] if met else None, max(days, default=None))
