"""What the record holds of a child and the family while an act is under way: nothing changes meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from heeded.casework.acting.desk import By, Telling
from heeded.casework.judging.proposal import PROPOSED
from heeded.casework.ports import Held, Writing
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency
from heeded.core.chronology.view import Known
from heeded.core.procedures.handbook import Handbook


@dataclass(frozen=True)
class Under:
    """A family under lock, one child of it, who acts, and the handbook by which it is judged."""

    work: Writing
    held: Held
    child: str
    by: By
    handbook: Handbook

    @property
    def chronology(self) -> Chronology:
        """Everything that the record holds of the family."""
        return self.held.chronology

    @property
    def agency(self) -> Agency:
        """The agency that acts."""
        found = self.work.agencies.get(self.by.actor.agency)
        return found or Agency(self.by.actor.agency, "", self.by.actor.sector, self.by.actor.area)

    @cached_property
    def view(self) -> tuple[Known, ...]:
        """The family's events as they now stand, corrections applied."""
        return self.chronology.as_known()

    def proposed(self, told: Telling) -> Entry:
        """An act that nobody has done yet, as the family's chronology would hold it."""
        return self.work.as_held(proposed(told, self.by))

    def of_kind(self, *kinds: str) -> list[Entry]:
        """The child's events of some kinds as they now stand, in the order of the record."""
        return [
            event.entry
            for event in self.view
            if event.entry.child == self.child and event.entry.kind in kinds
        ]


def proposed(told: Telling, by: By) -> Entry:
    """What is told as an entry that is judged and never kept."""
    return Entry(
        id=PROPOSED,
        kind=told.kind,
        child=told.child,
        happened=told.when(by.now),
        told=by.now,
        source=by.source,
        keys=told.keys,
        facts=told.facts,
    )
