"""From when the clock of a duty runs, and until when it can be kept in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from heeded.core.evaluation.definition.judging import Judging
from heeded.core.evaluation.definition.occasion import Occasion
from heeded.core.evaluation.finding import Why
from heeded.core.evaluation.reading import Reading
from heeded.core.procedures.calendar import OutOfReach
from heeded.core.procedures.deadline import due
from heeded.core.procedures.rule import StatedDay, Within
from heeded.core.procedures.sectors import sector_of


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last second in which a duty is kept in time, on each reading of the times."""

    kindest: int
    strictest: int

    def on(self, reading: Reading) -> int:
        """The deadline on one reading."""
        return self.kindest if reading is Reading.KINDEST else self.strictest


def deadline(occasion: Occasion, within: Within | StatedDay, judging: Judging) -> Deadline | Why:
    """When the duty of an occasion is due, or why that cannot be said."""
    if isinstance(within, StatedDay):
        return _stated(occasion, within.field, judging)
    event = occasion.event
    area = judging.chronology.area_of(event.entry.child)
    amount = judging.handbook.how_long(within, judging.day_of(event), area)
    if amount is None:
        return Why.NO_AMOUNT
    known = _known_to_owing(occasion, judging) if within.of_knowing else event.entry.happened.earliest
    if known is None:
        return Why.NOT_KNOWN
    happened = event.entry.happened
    try:
        latest = due(judging.calendar, max(happened.latest, known), amount)
        earliest = due(judging.calendar, max(happened.earliest, known), amount)
    except OutOfReach:
        return Why.NO_CALENDAR
    return Deadline(latest, earliest)


def _stated(occasion: Occasion, field: str, judging: Judging) -> Deadline | Why:
    """The end of the day that the event states, where that day had not passed when it happened."""
    entry = occasion.event.entry
    day = entry.facts.get(field)
    if not isinstance(day, date) or isinstance(day, datetime):
        return Why.NO_DAY
    try:
        end = judging.calendar.end_of_day(day)
    except OutOfReach:
        return Why.NO_CALENDAR
    if end < entry.happened.earliest:
        return Why.DAY_PASSED
    return Why.TOO_COARSE if end < entry.happened.latest else Deadline(end, end)


def _known_to_owing(occasion: Occasion, judging: Judging) -> int | None:
    """When the first agency to which the duty falls came to know of the event."""
    sector = sector_of(occasion.rule.owed_by)
    agencies = judging.chronology.answerable(sector, occasion.event.entry.child)
    moment = occasion.event.known_to_any(agencies)
    return None if moment is None or moment > judging.known_at else moment
