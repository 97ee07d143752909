"""An injury: everything seen of one, whether somebody suspects it, and when it may have arisen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from heeded.core.chronology.entry import Fact
from heeded.core.chronology.view import Known
from heeded.core.chronology.vocabulary.words import LEAVING_A_SHAPE
from heeded.core.chronology.when import start_of_day
from heeded.core.evidence.disagreement.answers import CONCERNS, is_concern
from heeded.core.evidence.seen import Seen

OBSERVED = "injury observed"
WELL = "seen well"
THOROUGH = ("examined undressed", "seen undressed")
LAY = ("family", "public")
EXAMINED = ("senior paediatric review", "child protection medical")


@dataclass(frozen=True, slots=True)
class Injury:
    """One injury of a child: what was seen of it, in the order of the record.

    `key` is the name under which the record ties its entries together; empty where it has none, and then
    it was seen once.
    """

    child: str
    key: str
    seen: tuple[Known, ...]

    @property
    def id(self) -> str:
        """What tells it from the child's others: its key or, without one, the entry that saw it."""
        return self.key or self.seen[0].root

    @property
    def roots(self) -> frozenset[str]:
        """The identities of the events that saw it."""
        return frozenset(event.root for event in self.seen)

    @property
    def new(self) -> bool:
        """Whether somebody recorded that it arose since the child was last examined."""
        return any(event.entry.facts.get("new") is True for event in self.seen)

    @property
    def has_medical_cause(self) -> bool:
        """Whether whoever saw it recorded a documented cause that is not a person."""
        return any(event.entry.facts.get("medical cause") for event in self.seen)

    @property
    def first_seen(self) -> int:
        """The second by which it surely was there (UTC): the end of the narrowest first observation."""
        return min(event.entry.happened.latest for event in self.seen)

    @property
    def surely_before(self) -> int:
        """The second before which nothing surely saw it (UTC): the start of the first observation."""
        return min(event.entry.happened.earliest for event in self.seen)

    def concerns(self, event: Known) -> bool:
        """Whether another event says that it belongs to this injury."""
        entry = event.entry
        return bool(self.key) and entry.child == self.child and entry.keys.get("injury") == self.key


@dataclass(frozen=True, slots=True)
class Window:
    """When an injury may have arisen: from `start` (None: nothing says since when) to `end`, seconds UTC.

    `since` and `by` are the events that say so; without `since` a start is the child's birth. In doubt it
    is the wide one: a coarse time never makes it narrower.
    """

    start: int | None
    end: int
    since: Known | None
    by: Known


def injuries(seen: Seen, child: str | None = None) -> tuple[Injury, ...]:
    """Every injury of a child (None: of the family's children), by when it was first seen."""
    return grouped(seen.of_kinds((OBSERVED,), child))


def leaves_a_shape(facts: Mapping[str, Fact]) -> bool:
    """Whether a mark, by the facts of what was seen, has the shape of a hand, of teeth or of a thing."""
    return facts.get("patterned") is True or facts.get("shape") in LEAVING_A_SHAPE


def grouped(events: Iterable[Known]) -> tuple[Injury, ...]:
    """The injuries that some events saw: those of one child under one name are one; others stand alone."""
    found: dict[tuple[str, str], list[Known]] = {}
    for event in events:
        entry = event.entry
        if entry.kind == OBSERVED:
            found.setdefault((entry.child, entry.keys.get("injury") or event.root), []).append(event)
    return tuple(
        Injury(events[0].entry.child, events[0].entry.keys.get("injury", ""), tuple(events))
        for events in found.values()
    )


def suspicions(injury: Injury, seen: Seen) -> Iterator[Known]:
    """The events that say that somebody may have caused it."""
    own = injury.roots
    for event in seen.of_kinds((OBSERVED, *CONCERNS), injury.child):
        if event.root in own:
            if event.entry.facts.get("suspected") is True:
                yield event
        elif injury.concerns(event) and is_concern(event.entry):
            yield event


def window(injury: Injury, seen: Seen) -> Window:
    """When an injury may have arisen.

    It begins with the last time when somebody who is not of the family surely saw the child's skin
    without it; where whoever saw it says that it is new, with the last examination; else with birth.
    """
    by = min(injury.seen, key=lambda event: (event.entry.happened.latest, event.order))
    limits = [event for event in _limits(injury, seen) if event.entry.happened.latest < injury.surely_before]
    since = max(limits, key=lambda event: (event.entry.happened.earliest, event.order), default=None)
    person = seen.people.get(injury.child)
    born = start_of_day(person.born) if person and person.born else None
    if since is not None and (born is None or since.entry.happened.earliest > born):
        return Window(since.entry.happened.earliest, injury.first_seen, since, by)
    return Window(born, injury.first_seen, None, by)


def _limits(injury: Injury, seen: Seen) -> Iterator[Known]:
    own = injury.roots
    for event in seen.of_kinds((WELL, OBSERVED, *EXAMINED), injury.child):
        if event.root in own:
            continue
        if event.entry.kind == WELL:
            if event.entry.facts.get("how") in THOROUGH and seen.sector(event) not in LAY:
                yield event
        elif injury.new and (event.entry.kind in EXAMINED or seen.sector(event) == "hospital"):
            yield event
