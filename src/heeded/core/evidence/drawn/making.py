"""Making a drawn entry: its identity, its times and who knows it all follow from what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import product

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.view import Known
from heeded.core.chronology.when import Precision, When

_AFTER = "~"
"""Begins the identity of what is drawn, so that it comes after every entry of the same moment."""

Grounds = Sequence[Sequence[Known]]
"""What a drawn event rests on: one of each group is needed, and the first of a group is enough."""


@dataclass(frozen=True, slots=True)
class Follows:
    """An event that follows from others: its kind, about which child, and what it says.

    `named` is what tells it from others of its kind, and stays the same when more comes to light.
    """

    kind: str
    child: str
    named: tuple[str, ...]
    keys: Mapping[str, str]
    facts: Mapping[str, Fact]

    def from_any(self, ways: Sequence[Sequence[Known]]) -> Entry:
        """The event as an entry that follows in several ways: from all that any one of them names."""
        return self.from_(tuple(product(*ways)))

    def from_(self, grounds: Grounds) -> Entry:
        """The event as an entry.

        It happened when the last of its grounds did; each agency knows it since it knew the last of them,
        and one that does not know them all does not know it.
        """
        told, turn = max(min((event.known, event.turn) for event in group) for group in grounds)
        roots = frozenset(event.root for group in grounds for event in group)
        about = "\x1f".join((self.kind, self.child, *self.named))
        return Entry(
            id=_AFTER + sha256(about.encode()).hexdigest()[:32],
            kind=self.kind,
            child=self.child,
            happened=_last([min((each.entry.happened for each in group), key=_ends) for group in grounds]),
            told=told,
            source=Source(""),
            known=_known(grounds),
            keys=self.keys,
            facts={**self.facts, "rests on": roots},
            turn=turn,
        )


def tied(events: Iterable[Known]) -> dict[str, str]:
    """The decision and the assumption that some of these events belong to, by the first that names one."""
    keys: dict[str, str] = {}
    for event in events:
        for name in ("decision", "assumption"):
            if value := event.entry.keys.get(name):
                keys.setdefault(name, value)
    return keys


def _ends(happened: When) -> tuple[int, int]:
    return happened.latest, happened.earliest


def _last(times: Sequence[When]) -> When:
    """The time by which all had happened."""
    earliest, latest = max(each.earliest for each in times), max(each.latest for each in times)
    if earliest == latest:
        return When(earliest, latest, Precision.INSTANT)
    return When(earliest, latest, max(times, key=_ends).precision)


def _known(grounds: Grounds) -> dict[str, int]:
    """When each agency knew one of each group."""
    agencies = {
        agency
        for group in grounds
        for event in group
        for version in event.chain
        for agency in (version.source.agency, *version.known)
        if agency
    }
    known: dict[str, int] = {}
    for agency in sorted(agencies):
        moments = [_first_to(agency, group) for group in grounds]
        if None not in moments:
            known[agency] = max(moment for moment in moments if moment is not None)
    return known


def _first_to(agency: str, group: Sequence[Known]) -> int | None:
    told = (event.known_to_any((agency,)) for event in group)
    return min((moment for moment in told if moment is not None), default=None)
