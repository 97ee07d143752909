"""A scenario: a family's chronology told as a story, event by event, with what was published of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from heeded.core.chronology.chronology import Chronology


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the story, told by one or more entries (named by id; none where nothing is known).

    `dates` says how far its dates may be trusted ("invented date"; empty: as published).
    `published` is what the sources say of it; `unverified` where that was read, if not in a primary
    text. `assumed` says, by entry, what nobody published. An event of one variant carries its name.
    """

    id: str
    title: str
    published: str
    entries: tuple[str, ...] = ()
    dates: str = ""
    unverified: str = ""
    assumed: Mapping[str, str] = field(default_factory=dict, hash=False)
    variant: str = ""

    @property
    def marks(self) -> str:
        """What a reader must know before believing it, in a few words; empty where nothing."""
        unverified = f"unverified: {self.unverified}" if self.unverified else ""
        return "; ".join(mark for mark in (self.dates, unverified) if mark)


@dataclass(frozen=True, slots=True)
class Variant:
    """One way in which the story is told to its end; `protected` is the event that protects the children."""

    name: str
    title: str
    note: str
    protected: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A story with its people, agencies and entries; `notes` are what a reader must be told, by subject."""

    name: str
    title: str
    notes: Mapping[str, str]
    sources: tuple[str, ...]
    children: tuple[str, ...]
    chronology: Chronology
    events: tuple[Event, ...]
    variants: tuple[Variant, ...]

    def variant(self, name: str) -> Variant:
        """The variant of that name; KeyError says which there are."""
        for variant in self.variants:
            if variant.name == name:
                return variant
        raise KeyError(f"there is no variant “{name}”: choose {_either(v.name for v in self.variants)}")

    def told_as(self, name: str) -> Scenario:
        """The story with the events and entries of one variant only; KeyError as for `variant`."""
        chosen = self.variant(name)
        events = tuple(event for event in self.events if event.variant in ("", name))
        told = {entry for event in events for entry in event.entries}
        entries = tuple(entry for entry in self.chronology.entries if entry.id in told)
        return replace(
            self,
            chronology=replace(self.chronology, entries=entries),
            events=events,
            variants=(chosen,),
        )

    def event_of(self, entry: str) -> Event | None:
        """The event that an entry tells of, by the entry's id."""
        return next((event for event in self.events if entry in event.entries), None)


def _either(names: Iterable[str]) -> str:
    return " or ".join(names)
