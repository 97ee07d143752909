"""Follow possible sources through time: who may have been there, and who was weighed, as more is known."""

from __future__ import annotations

from dataclasses import dataclass, field

from heeded.casework.judging.judge import AsKnown
from heeded.core.chronology.chronology import Chronology
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.sources import Sources, sources

Stood = tuple[tuple[str, ...], tuple[str, ...], int | None]
"""What of a list is news where it changes: who is on it, who is not weighed, since when it may have been."""


@dataclass(slots=True)
class Sourcing:
    """The possible sources of each suspected injury of a replay so far, as they last stood."""

    chronology: Chronology
    stood: dict[tuple[str, str], Stood] = field(default_factory=dict)

    def take(self, known: AsKnown) -> tuple[Sources, ...]:
        """The lists that are new at a moment, or that hold somebody else or somebody weighed since."""
        seen = Seen.of(self.chronology, known.now, known.to)
        found = {(each.injury.child, each.injury.id): each for each in sources(seen) if each.suspected}
        now = {place: _stood(each) for place, each in found.items()}
        news = tuple(each for place, each in found.items() if self.stood.get(place) != now[place])
        self.stood = now
        return news


def _stood(found: Sources) -> Stood:
    return tuple(each.person for each in found.people), found.unconsidered, found.window.start
