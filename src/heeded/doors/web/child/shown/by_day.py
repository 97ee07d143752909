"""A child's injuries gone through by day: what had been seen by then on one body, what is new told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from heeded.casework.looking import Opened
from heeded.core.chronology.view import Known
from heeded.core.chronology.when import end_of_day, local
from heeded.core.evidence.ages import completed_months
from heeded.core.evidence.prompts import observed
from heeded.doors.web.body import figure_for
from heeded.doors.web.body.drawn import ViewDrawn, drawn
from heeded.doors.web.child.shown.injuries import MarkShown, age, mark_shown, numbered
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import name


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day on which something was seen: as an address says it, and in words."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class SeenShown:
    """A mark, when it was seen, and whether that is new on the day that is shown."""

    mark: MarkShown
    when: str
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ByDayShown:
    """What had been seen of a child by the end of a day; false where nothing was ever seen.

    `seen` has the latest first. `unplaced` are the numbers of those of which nobody recorded where they are:
    the drawing leaves them out.
    """

    child: str
    here: DayShown
    days: tuple[DayShown, ...]
    before: DayShown | None
    after: DayShown | None
    age: str
    figure: str
    views: tuple[ViewDrawn, ...]
    seen: tuple[SeenShown, ...]
    unplaced: str


def by_day(opened: Opened, names: Names, wanted: date | None) -> ByDayShown | None:
    """The injuries of an opened record's child by the end of a local day; None where none was ever seen.

    Without a day, and after the last, it is the last on which a mark was seen; before the first it is the
    first. A mark of which only roughly is known when it was seen stands on the last day on which it may
    have been: by then it surely was.
    """
    people = opened.whole.people
    marks = _marks(opened)
    if not marks:
        return None
    days = _days(marks)
    place = max(
        (n for n, each in enumerate(days) if wanted and each.address <= wanted.isoformat()), default=0
    )
    place = place if wanted else len(days) - 1
    here = days[place]
    there = [mark for mark in marks if _day(mark).isoformat() <= here.address]
    new = frozenset(n for n, mark in enumerate(there, start=1) if _day(mark).isoformat() == here.address)
    child = people.get(opened.child)
    second = end_of_day(date.fromisoformat(here.address))
    months = completed_months(child.born, second) if child and child.born else None
    figure = figure_for(months)
    on = numbered(there)
    placed = {number for numbers in on.values() for number in numbers}
    return ByDayShown(
        child=name(child),
        here=here,
        days=days,
        before=days[place - 1] if place else None,
        after=days[place + 1] if place + 1 < len(days) else None,
        age=age(None if months is None else (months, months)),
        figure=_(figure.title),
        views=tuple(view for view in drawn(figure, on, new) if view.marks),
        seen=tuple(
            SeenShown(mark_shown(n, mark, people, names), moments.happened(mark.entry.happened), n in new)
            for n, mark in reversed(list(enumerate(there, start=1)))
        ),
        unplaced=", ".join(str(n) for n in range(1, len(there) + 1) if n not in placed),
    )


def _marks(opened: Opened) -> Sequence[Known]:
    """Every mark seen of the child, by the day by which it surely was."""
    found = observed(opened.whole.as_known(), opened.whole.people)
    marks = [mark for injury in found if injury.child == opened.child for mark in injury.marks]
    return sorted(
        marks, key=lambda mark: (mark.entry.happened.latest, mark.entry.happened.earliest, mark.root)
    )


def _days(marks: Sequence[Known]) -> tuple[DayShown, ...]:
    return tuple(
        DayShown(day.isoformat(), moments.day(day)) for day in sorted({_day(mark) for mark in marks})
    )


def _day(mark: Known) -> date:
    return local(mark.entry.happened.latest).date()
