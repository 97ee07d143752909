"""Homes: who lived in which household on a day, as far as the record says, and when somebody moved."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.chronology.household import JOINED, LEFT, Stay
from heeded.core.chronology.view import Known
from heeded.core.evidence.seen import Seen

DEATH = "death"


@dataclass(frozen=True, slots=True)
class Living:
    """A person's stay in a household on a day; `sure` unless the day lies within what a coarse date spans."""

    stay: Stay
    sure: bool

    @property
    def person(self) -> str:
        """Who lives there."""
        return self.stay.person

    @property
    def household(self) -> str:
        """Where."""
        return self.stay.group


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody's coming to a household or leaving it."""

    person: str
    household: str
    came: bool
    event: Known


def living(seen: Seen, start: int, end: int) -> tuple[Living, ...]:
    """Who may have lived where at some moment from `start` to `end` (seconds UTC). In doubt, somebody did."""
    return tuple(
        Living(stay, _surely(stay, start, end)) for stay in seen.households if stay.may_cover(start, end)
    )


def moves(seen: Seen) -> tuple[Move, ...]:
    """Everything that was recorded of who came to live where, and who left, in the order of the record."""
    return tuple(
        Move(
            person=str(event.entry.facts.get("person", "")),
            household=str(event.entry.facts.get("household", "")),
            came=event.entry.kind == JOINED,
            event=event,
        )
        for event in seen.of_kinds((JOINED, LEFT))
    )


def died(seen: Seen) -> dict[str, Known]:
    """Of which children the record says that they died, and the event that says so."""
    return {event.entry.child: event for event in seen.of_kinds((DEATH,))}


def _surely(stay: Stay, start: int, end: int) -> bool:
    """Whether the stay had begun by the beginning of a time, and not ended by its end, however coarsely."""
    over = stay.end is not None and stay.end.happened.earliest <= end
    return stay.begin.happened.latest <= start and not over
