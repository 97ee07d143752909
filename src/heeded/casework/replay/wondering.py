"""Follow decisions through time: at each, what nobody had asked by then, and who was silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from heeded.casework.judging.judge import AsKnown
from heeded.casework.replay.hearing import DECIDING
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.view import Known
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.unknowns import Unknowns, unknowns


@dataclass(frozen=True, slots=True)
class Undecided:
    """A decision about a child, and what was not known of the child when it was made."""

    decision: Known
    unknown: Unknowns


@dataclass(slots=True)
class Wondering:
    """The decisions of a replay so far."""

    chronology: Chronology
    stood: set[str] = field(default_factory=set)

    def take(self, known: AsKnown) -> tuple[Undecided, ...]:
        """Each decision that was not known before, with what was not known by then."""
        seen = Seen.of(self.chronology, known.now, known.to)
        return tuple(self._fresh(seen, known))

    def _fresh(self, seen: Seen, known: AsKnown) -> Iterator[Undecided]:
        for decision in seen.of_kinds(DECIDING):
            if decision.root not in self.stood:
                self.stood.add(decision.root)
                then = min(decision.entry.happened.latest, known.now)
                before = Seen.of(self.chronology, then, known.to)
                found = unknowns(before, decision.entry.child, then)
                if found.occasion is not None:
                    yield Undecided(decision, found)
