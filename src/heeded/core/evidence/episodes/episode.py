"""An episode: what happened at one time, joined across agencies, and every way in which it can be named."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.view import Known
from heeded.core.chronology.when import local

OF_ADULTS = ("arrest", "substance use known", "adult fact known")
"""The kinds of event that make an episode though they are about an adult of the household, not a child."""
CLOSING = frozenset({"case closed", "section 47 ended"})
"""The kinds by which work with a child ends."""
REOPENED = "case reopened"
"""The kind by which it is taken up again."""


@dataclass(frozen=True)
class Episode:
    """One earlier episode: its events, joined across agencies, in the order of the record.

    What is told of it is worked out when first asked for: a long record asks for each of many readings.
    """

    events: tuple[Known, ...]
    keys: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        """What tells it from others: the first entry that told of it."""
        return self.events[0].root

    @property
    def title(self) -> str:
        """What the record calls it: its first key, as “injury I1”, or else what first happened.

        Of an adult with the day, as “arrest of 11 February 2011”: there may be several.
        """
        first = self.events[0].entry
        if self.keys:
            return " ".join(self.keys[0])
        return f"{first.kind} of {_day(first)}" if first.kind in OF_ADULTS else first.kind

    @cached_property
    def began(self) -> int:
        """The first second at which it may have begun (UTC)."""
        return min(event.entry.happened.earliest for event in self.events)

    @cached_property
    def ended(self) -> int:
        """The last second of its last event (UTC)."""
        return max(event.entry.happened.latest for event in self.events)

    @cached_property
    def told(self) -> int:
        """When the first of it was told to anybody (seconds UTC)."""
        return min(version.told for event in self.events for version in event.chain)

    @property
    def children(self) -> tuple[str, ...]:
        """Whom it concerns."""
        return tuple(dict.fromkeys(event.entry.child for event in self.events))

    @property
    def adults(self) -> tuple[str, ...]:
        """The adults of whom it tells something, by id; none where it is about children alone."""
        told = (event.entry for event in self.events if event.entry.kind in OF_ADULTS)
        return tuple(dict.fromkeys(str(entry.facts.get("person", "")) for entry in told))

    @cached_property
    def of_adults_alone(self) -> bool:
        """Whether it tells of adults alone, and of nothing that befell a child."""
        return set(self.kinds) <= set(OF_ADULTS)

    @property
    def closing_only(self) -> bool:
        """Whether nothing happened in it but that work ended."""
        return set(self.kinds) <= CLOSING

    @property
    def agencies(self) -> tuple[str, ...]:
        """Which agencies told of it, the first first."""
        return tuple(dict.fromkeys(event.entry.source.agency for event in self.events))

    @property
    def kinds(self) -> tuple[str, ...]:
        """What happened in it, each kind once."""
        return tuple(dict.fromkeys(event.entry.kind for event in self.events))

    @cached_property
    def names(self) -> frozenset[str]:
        """Every way in which a reading can name it, in small letters.

        By its title, one of its keys (“injury I1”, “I1”), the identity of one of its entries, or the day or
        month of one of its events (“2010-06-18”, “18 June 2010”, “June 2010”, “June”).
        """
        found = {self.title}
        found |= {event.root for event in self.events} | {event.entry.id for event in self.events}
        for name, key in self.keys:
            bare = key.rpartition(":")[2]
            found |= {key, bare, f"{name} {key}", f"{name} {bare}"}
        for event in self.events:
            day = local(event.entry.happened.earliest).date()
            month = f"{day:%B}"
            found |= {day.isoformat(), f"{day.day} {month} {day.year}", f"{month} {day.year}", month}
        return frozenset(each.casefold() for each in found)


def _day(entry: Entry) -> str:
    """The day on which it may first have happened, such as 11 February 2011."""
    day = local(entry.happened.earliest).date()
    return f"{day.day} {day:%B %Y}"
