"""What the definition looks at: one family, as known at a moment, under one handbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.household import (
    Stay,
    access_stays,
    household_stays,
    households_of,
)
from heeded.core.chronology.view import Known
from heeded.core.chronology.when import local
from heeded.core.procedures.calendar import Calendar
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.pattern import Patterns


@dataclass(frozen=True, slots=True)
class Judging:
    """A family's record as it is judged: the view, the calendar of the day, and now.

    `now` is in seconds UTC. Events that had not begun by then are not in the view.
    """

    chronology: Chronology
    handbook: Handbook
    calendar: Calendar
    now: int
    known_at: int
    view: tuple[Known, ...]
    households: tuple[Stay, ...]
    access: tuple[Stay, ...]
    by_kind: Mapping[str, Sequence[Known]]

    @classmethod
    def of(
        cls,
        chronology: Chronology,
        handbook: Handbook,
        now: int,
        known_to: str | None,
        known_at: int | None,
    ) -> Judging:
        """The family as known to an agency (None: to anyone) at `known_at` (None: now)."""
        then = now if known_at is None else known_at
        known = chronology.as_known(then, known_to)
        view = tuple(event for event in known if event.entry.happened.earliest <= now)
        by_kind: dict[str, list[Known]] = {}
        for event in view:
            by_kind.setdefault(event.entry.kind, []).append(event)
        return cls(
            chronology=chronology,
            handbook=handbook,
            calendar=handbook.calendar.known_at(local(then)),
            now=now,
            known_at=then,
            view=view,
            households=household_stays(view),
            access=access_stays(view),
            by_kind=by_kind,
        )

    def of_kinds(self, *patterns: Patterns) -> Sequence[Known]:
        """The events of the kinds of which some patterns speak, in the order of the record."""
        kinds = {pattern.kind for some in patterns for pattern in some}
        if len(kinds) == 1:
            return self.by_kind.get(next(iter(kinds)), ())
        return [event for event in self.view if event.entry.kind in kinds]

    def day_of(self, event: Known) -> date:
        """The local day that decides which edition and amounts govern an occasion."""
        return self.calendar.local_day(event.entry.happened.earliest)

    def household_of(self, event: Known) -> str | None:
        """The household in which the event's child lived at the time, the latest joined."""
        happened = event.entry.happened
        found = households_of(event.entry.child, self.households, happened.earliest, happened.latest)
        return found[0] if found else None

    def key(self, per: str, event: Known, child: str | None = None) -> tuple[str, str] | None:
        """What ties the event to others under a rule `per` that key; None: takes no part.

        A key other than child or household is a value within a child's chronology.
        """
        entry = event.entry
        if per == "child":
            return (child or entry.child, "")
        if per == "household":
            household = self.household_of(event)
            return None if household is None else ("", household)
        value = entry.keys.get(per)
        return (child or entry.child, value) if value else None

    def told(self, patterns: Patterns, child: str, start: int, end: int) -> bool:
        """Whether, had such an event happened from `start` to `end`, we would have been told."""
        carriages = self.chronology.carriages
        return not carriages or all(
            any(
                carriage.carries(pattern.kind, pattern.fields) and carriage.answers(child, start, end)
                for carriage in carriages
            )
            for pattern in patterns
        )
