"""The earlier events that make an event the second or third of its kind."""

from __future__ import annotations

from functools import cached_property

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.view import Known
from heeded.core.evaluation.definition.judging import Judging
from heeded.core.evaluation.definition.match import matching
from heeded.core.evaluation.finding import Finding
from heeded.core.procedures.calendar import OutOfReach
from heeded.core.procedures.deadline import due
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.pattern import Nth
from heeded.core.procedures.rule import Duty, Occurrence, Rule


class Earlier:
    """Finds them in one family's record as it was known at a moment (seconds UTC)."""

    def __init__(self, chronology: Chronology, handbook: Handbook, now: int, known_to: str | None) -> None:
        self._what = (chronology, handbook, now, known_to)

    @cached_property
    def _judging(self) -> Judging:
        chronology, handbook, now, known_to = self._what
        return Judging.of(chronology, handbook, now, known_to, None)

    def events(self, finding: Finding, rule: Rule) -> list[Known]:
        """The events before a finding's own that the rule counts with it, oldest first."""
        match rule.form:
            case Duty(when=Occurrence(patterns, Nth() as nth)):
                events = matching(patterns, self._judging)
            case _:
                return []
        own = next((event for event in events if event.root == finding.trigger), None)
        if own is None:
            return []
        before = events[: events.index(own)]
        key = self._judging.key(rule.per, own)
        return [e for e in before if self._judging.key(rule.per, e) == key and self._in_reach(e, own, nth)]

    def _in_reach(self, event: Known, own: Known, nth: Nth) -> bool:
        try:
            reach = due(self._judging.calendar, event.entry.happened.latest, nth.within)
        except OutOfReach:
            return False
        return own.entry.happened.earliest <= reach
