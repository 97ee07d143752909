"""Earlier episodes: what happened before to a child and the others of the household, across all agencies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from heeded.core.chronology.household import households_of
from heeded.core.chronology.view import Known
from heeded.core.chronology.when import local
from heeded.core.evidence.seen import Seen

READ = "history considered"
KINDS = (
    *("injury observed", "domestic abuse incident", "hospital attendance"),
    *("referral made", "referral received", "section 47 started", "section 47 ended", "case closed"),
)
"""The kinds of event that make an episode; an attendance only where its reason is an injury."""
JOINING = ("injury", "attendance", "incident", "referral", "enquiry")
"""The keys by which events are one episode, whichever agency tells of them."""
OF_ONE_CHILD = ("injury", "attendance")
"""Those of them that name something of one child."""
YEAR = 366 * 86_400
"""Seconds after its last event within which an episode has to be named: twelve months."""
CLOSING = frozenset({"case closed", "section 47 ended"})
"""Those that end work with a child."""
_EVER = 2**62


@dataclass(frozen=True, slots=True)
class Episode:
    """One earlier episode: its events, joined across agencies, in the order of the record."""

    events: tuple[Known, ...]
    keys: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        """What tells it from others: the first entry that told of it."""
        return self.events[0].root

    @property
    def title(self) -> str:
        """What the record calls it: its first key, as “injury I1”, or else the kind of its first event."""
        return " ".join(self.keys[0]) if self.keys else self.events[0].entry.kind

    @property
    def began(self) -> int:
        """The first second at which it may have begun (UTC)."""
        return min(event.entry.happened.earliest for event in self.events)

    @property
    def ended(self) -> int:
        """The last second of its last event (UTC)."""
        return max(event.entry.happened.latest for event in self.events)

    @property
    def told(self) -> int:
        """When the first of it was told to anybody (seconds UTC)."""
        return min(version.told for event in self.events for version in event.chain)

    @property
    def children(self) -> tuple[str, ...]:
        """Whom it concerns."""
        return tuple(dict.fromkeys(event.entry.child for event in self.events))

    @property
    def agencies(self) -> tuple[str, ...]:
        """Which agencies told of it, the first first."""
        return tuple(dict.fromkeys(event.entry.source.agency for event in self.events))

    @property
    def kinds(self) -> tuple[str, ...]:
        """What happened in it, each kind once."""
        return tuple(dict.fromkeys(event.entry.kind for event in self.events))

    def names(self) -> frozenset[str]:
        """Every way in which a reading can name it, in small letters.

        By one of its keys (“injury I1”, “I1”), the identity of one of its entries, or the day or month of
        one of its events (“2010-06-18”, “18 June 2010”, “June 2010”, “June”).
        """
        found = {event.root for event in self.events} | {event.entry.id for event in self.events}
        for name, key in self.keys:
            bare = key.rpartition(":")[2]
            found |= {key, bare, f"{name} {key}", f"{name} {bare}"}
        for event in self.events:
            day = local(event.entry.happened.earliest).date()
            month = f"{day:%B}"
            found |= {day.isoformat(), f"{day.day} {month} {day.year}", f"{month} {day.year}", month}
        return frozenset(each.casefold() for each in found)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An episode before some moment, and the readings of the history by then that name it with its effect."""

    episode: Episode
    named: tuple[Known, ...]


def episodes(seen: Seen, child: str) -> tuple[Episode, ...]:
    """The episodes of a child, and of whoever is a child in a household of theirs at any time, in order."""
    children = of_household(seen, child)
    groups = _Groups()
    for event in seen.events:
        if event.entry.child in children:
            groups.join(_ties(event))
    found: dict[object, list[Known]] = {}
    for event in seen.of_kinds(KINDS):
        if event.entry.child in children and _counts(event):
            ties = _ties(event)
            found.setdefault(groups.of(ties[0]) if ties else event.root, []).append(event)
    return tuple(
        sorted((_episode(events) for events in found.values()), key=lambda each: (each.began, each.id))
    )


def earlier(seen: Seen, child: str, before: int = _EVER) -> tuple[Earlier, ...]:
    """Every episode that began before a moment (seconds UTC), save the one at hand: the last to begin.

    With the readings by then that name it. A reading that states no effect names nothing.
    """
    begun = [each for each in episodes(seen, child) if each.began < before]
    readings = [
        each
        for each in seen.of_kinds((READ,), child)
        if each.entry.happened.earliest <= before and _effective(each)
    ]
    return tuple(
        Earlier(each, tuple(reading for reading in readings if not each.names().isdisjoint(_named(reading))))
        for each in begun[:-1]
    )


def left_out(seen: Seen, reading: Known) -> tuple[Episode, ...]:
    """The episodes of the last twelve months that a reading and those before it leave unnamed.

    What nobody had told by the time of the reading could not be read, and is not among them.
    """
    when = reading.entry.happened
    return tuple(
        each.episode
        for each in earlier(seen, reading.entry.child, when.latest)
        if not each.named
        and each.episode.ended >= when.earliest - YEAR
        and each.episode.told <= min(version.told for version in reading.chain)
    )


def closing_only(episode: Episode) -> bool:
    """Whether nothing happened in an episode but that work ended."""
    return set(episode.kinds) <= CLOSING


def of_household(seen: Seen, child: str) -> frozenset[str]:
    """The child, and whoever lived in a household of theirs at any time."""
    homes = households_of(child, seen.households, -_EVER, _EVER)
    return frozenset({child, *(stay.person for stay in seen.households if stay.group in homes)})


def _episode(events: list[Known]) -> Episode:
    keys = dict.fromkeys(
        (name, event.entry.keys[name]) for name in JOINING for event in events if name in event.entry.keys
    )
    return Episode(tuple(events), tuple(keys))


def _counts(event: Known) -> bool:
    entry = event.entry
    return entry.kind != "hospital attendance" or entry.facts.get("reason") == "injury"


def _ties(event: Known) -> list[tuple[str, str, str]]:
    """What joins an event to others; an injury or attendance joins only what is about the same child."""
    entry = event.entry
    return [
        (name, entry.keys[name], entry.child if name in OF_ONE_CHILD else "")
        for name in JOINING
        if name in entry.keys
    ]


def _effective(reading: Known) -> bool:
    return bool(reading.entry.facts.get("effect"))


def _named(reading: Known) -> Iterator[str]:
    said = reading.entry.facts.get("episodes")
    for each in said if isinstance(said, Iterable) and not isinstance(said, str) else ():
        yield str(each).strip().casefold()


class _Groups:
    """What is joined to what, step by step."""

    def __init__(self) -> None:
        self._leads: dict[tuple[str, str, str], tuple[str, str, str]] = {}

    def of(self, tie: tuple[str, str, str]) -> tuple[str, str, str]:
        """The one that stands for all that are joined to this."""
        while (lead := self._leads.setdefault(tie, tie)) != tie:
            tie = lead
        return tie

    def join(self, ties: list[tuple[str, str, str]]) -> None:
        """Say that these belong together."""
        for tie in ties[1:]:
            self._leads[self.of(tie)] = self.of(ties[0])
