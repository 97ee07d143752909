"""What the tests of a child's pages tell the record: Ada, and what befalls her, in a line each."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Described, Event, Report
from heeded.core.chronology.when import When
from tests.borough import ada, at
from tests.doors.web.visiting import tell

DAY = 86_400


def day_ago(days: int, clock: int = 12) -> int:
    """The second at which some days ago it was so many hours after midnight, UTC."""
    today = int(time.time()) // DAY * DAY
    return today - days * DAY + clock * 3600


def event(
    ref: str,
    kind: str,
    when: int | When,
    *,
    keys: Mapping[str, str] | None = None,
    child: str = "ada",
    told: int | None = None,
    **facts: Fact,
) -> Event:
    """An event of Ada's, told when it happened if nothing else is said; underscores stand for blanks."""
    happened = at(when) if isinstance(when, int) else when
    return Event(
        ref=ref,
        kind=kind,
        child=child,
        happened=happened,
        told=happened.latest if told is None else told,
        keys=dict(keys or {}),
        facts={name.replace("_", " "): fact for name, fact in facts.items()},
    )


def told_of(
    admin: str, *events: Event, people: tuple[Described, ...] = (), agency: str = "hospital", name: str = "m1"
) -> str:
    """An agency tells of Ada; who she is in the record."""
    return tell(report_of(*events, people=people, agency=agency, name=name), admin)


def report_of(
    *events: Event, people: tuple[Described, ...] = (), agency: str = "hospital", name: str = "m1"
) -> Report:
    """An agency's report of Ada."""
    return Report(id=name, agency=agency, people=(ada(), *people), events=events)


def referred(now: int | None = None) -> Event:
    """What makes her record one that social care works with."""
    when = int(time.time()) - 1000 if now is None else now
    made = event("r", "referral made", when, to="children's social care", area="Norhaven", in_writing=True)
    return replace(made, keys={"referral": "m1-referral"})
