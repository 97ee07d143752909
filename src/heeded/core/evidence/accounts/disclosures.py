"""Disclosures: what each child said, to whom, and what those who weighed it answered, or that nobody did."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.chronology.household import households_of
from heeded.core.chronology.view import Known
from heeded.core.evidence.seen import Seen

DISCLOSED, WEIGHED = "disclosure", "disclosure weighed"
ANSWERS = ("weight", "weighed with", "action", "child told")
"""What an answer says: what it is worth and why, held against what, what is done, what the child was told."""
DECIDING_FOR_OTHERS = (
    "sibling decision",
    "section 47 started",
    "emergency protection considered",
    "became looked after",
)
"""The kinds of event by which something is decided for another child in the household."""
DECIDING = (*DECIDING_FOR_OTHERS, "strategy discussion", "assessment started", "decision")
"""Those by which something is decided for the child in whose record a disclosure stands."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """A child for whom a disclosure asks for a decision, and the first that came after it; None: none yet."""

    child: str
    decided: Known | None


@dataclass(frozen=True, slots=True)
class Disclosed:
    """A disclosure: every time that it was told, every answer, and each child whom it concerns."""

    said: tuple[Known, ...]
    weighed: tuple[Known, ...]
    children: tuple[Awaited, ...]

    @property
    def waiting(self) -> bool:
        """Whether nobody has answered it."""
        return not self.weighed

    @property
    def missing(self) -> tuple[str, ...]:
        """What none of the answers says."""
        return tuple(name for name in ANSWERS if not any(each.entry.facts.get(name) for each in self.weighed))


def disclosed(seen: Seen, child: str | None = None) -> tuple[Disclosed, ...]:
    """Every disclosure in the record of a child (None: of the family's children), the first told first."""
    found: dict[tuple[str, str], list[Known]] = {}
    for event in seen.of_kinds((DISCLOSED,), child):
        found.setdefault((event.entry.child, _key(event) or event.root), []).append(event)
    return tuple(_disclosed(tuple(said), seen) for said in found.values())


def _disclosed(said: tuple[Known, ...], seen: Seen) -> Disclosed:
    first = said[0].entry
    weighed = tuple(
        event
        for event in seen.of_kinds((WEIGHED,), first.child)
        if _key(event) and _key(event) == _key(said[0])
    )
    children = tuple(Awaited(child, _decided(child, said[0], seen)) for child in _concerned(said[0], seen))
    return Disclosed(said, weighed, children)


def _key(event: Known) -> str:
    return event.entry.keys.get("disclosure", "")


def _concerned(said: Known, seen: Seen) -> tuple[str, ...]:
    """The child in whose record it stands, then each other child who may then have lived in the household."""
    when = said.entry.happened
    homes = households_of(said.entry.child, seen.households, when.earliest, when.latest)
    others = [
        stay.person
        for stay in seen.households
        if stay.group in homes and stay.may_cover(when.earliest, when.latest) and seen.is_child(stay.person)
    ]
    return tuple(dict.fromkeys((said.entry.child, *others)))


def _decided(child: str, said: Known, seen: Seen) -> Known | None:
    kinds = DECIDING if child == said.entry.child else DECIDING_FOR_OTHERS
    since = said.entry.happened.earliest
    later = (event for event in seen.of_kinds(kinds, child) if event.entry.happened.latest >= since)
    return next(later, None)
