"""Whereabouts: where the record places a person over time, and when that was away from a child."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from heeded.core.chronology.view import Known
from heeded.core.evidence.seen import Seen

CUSTODY = "custody"
AWAY = (CUSTODY, "hospital", "abroad")
"""The places at which a person is with no child at home. "Elsewhere" may be next door, and is not one."""
PLACING = ("whereabouts", "arrest", "release", "bail")
"""The kinds of event that place a person somewhere."""


@dataclass(frozen=True, slots=True)
class Away:
    """A time for which the record places a person away: seconds UTC, `until` None while no end is recorded.

    `begin` and `end` are the events that say so. It is the time for which that is sure: it begins when it
    had begun at the latest, and ends when it may have ended.
    """

    person: str
    place: str
    since: int
    until: int | None
    begin: Known
    end: Known | None

    def covers(self, start: int | None, end: int) -> bool:
        """Whether it covers all of a time (seconds UTC; `start` None: since ever)."""
        return start is not None and self.since <= start and (self.until is None or self.until >= end)


def away(person: str, seen: Seen) -> tuple[Away, ...]:
    """The times for which the record places a person away, in order.

    Custody lasts until a release, bail or another place is recorded. Of other places the record must say
    twice that the person was there: what lies between is the time; once alone says nothing of how long.
    """
    placed = [event for event in seen.of_kinds(PLACING) if _who(event) == person]
    runs = [(place, list(run)) for place, run in groupby(placed, key=_place)]
    found: list[Away] = []
    for number, (place, run) in enumerate(runs):
        after = runs[number + 1][1][0] if number + 1 < len(runs) else None
        if place == CUSTODY:
            found.append(_spell(person, place, run[0], after))
        elif place in AWAY and len(run) > 1:
            found.append(_spell(person, place, run[0], run[-1]))
    return tuple(spell for spell in found if spell.until is None or spell.since < spell.until)


def _who(event: Known) -> str:
    return str(event.entry.facts.get("person", ""))


def _place(event: Known) -> str:
    if event.entry.kind == "whereabouts":
        return str(event.entry.facts.get("place", ""))
    return CUSTODY if event.entry.kind == "arrest" else ""


def _spell(person: str, place: str, begin: Known, end: Known | None) -> Away:
    until = None if end is None else end.entry.happened.earliest
    return Away(person, place, begin.entry.happened.latest, until, begin, end)
