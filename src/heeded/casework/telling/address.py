"""What reaches an agency because an entry was addressed to it: the entry, and what it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from heeded.core.chronology.answering import addressed
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency

REACHING = frozenset(
    {"referral made", "hand-over offered", "information requested", "information given", "urgent call made"}
)
"""The kinds of event by which an agency turns to another."""

TYING = frozenset({"injury", "attendance", "incident", "disclosure", "enquiry", "referral"})
"""The keys by which an entry is part of what a referral speaks of."""


def passed_on(
    chronology: Chronology, fresh: Sequence[Entry], agencies: Mapping[str, Agency], now: int
) -> dict[str, dict[str, int]]:
    """Which entries reach which agencies, now (seconds UTC), because of entries just written.

    An entry that turns to a sector reaches the agencies that it is for (`addressed`). With it goes what
    the same source said of the same child in the same matter. It reaches them when the record has it: from
    then on it is on their list.
    """
    passed: dict[str, dict[str, int]] = {}
    for entry in fresh:
        if entry.kind not in REACHING or entry.child not in chronology.people:
            continue
        for agency in addressed(entry, chronology, agencies):
            for other in _spoken_of(entry, chronology.entries):
                if other.known_to(agency) is None:
                    passed.setdefault(other.id, {})[agency] = now
    return passed


def _spoken_of(entry: Entry, entries: Iterable[Entry]) -> list[Entry]:
    """The entry itself, and what its source said of the child in the same matter."""
    tied = {(name, value) for name, value in entry.keys.items() if name in TYING}
    return [
        other
        for other in entries
        if other.id == entry.id
        or (
            other.child == entry.child
            and other.source.agency == entry.source.agency
            and not tied.isdisjoint(other.keys.items())
        )
    ]
