"""Deadlines in columns: until when each occasion's duty can be kept in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from heeded.core.chronology.entry import Fact
from heeded.core.evaluation.blocks.clock import OUT_OF_REACH
from heeded.core.evaluation.columns.arrays import NEVER, NONE, Ints, nones
from heeded.core.evaluation.kernels.codes import (
    DAY_PASSED,
    NO_AMOUNT,
    NO_CALENDAR,
    NO_DAY,
    NOT_KNOWN,
    TOO_COARSE,
)
from heeded.core.evaluation.kernels.occasions import Occasions
from heeded.core.procedures.amount import Amount
from heeded.core.procedures.rule import StatedDay, Within
from heeded.core.procedures.sectors import sector_of

Amounts = Ints | int
"""The clock's number of the amount that holds for each occasion (-1: none), or for all of them."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The last second in which each duty is kept in time, on either reading of the times.

    `why` says which have none, and why (0: has one; None: all have one).
    """

    kindest: Ints
    strictest: Ints
    why: Ints | None


def deadlines(found: Occasions, within: Within | StatedDay) -> Deadlines:
    """When the duty of each occasion is due, or why that cannot be said."""
    if isinstance(within, StatedDay):
        return _stated(found, within.field)
    amounts = amounts_of(found, within)
    late, early, days = found.latest, found.earliest, found.day
    known = _known(found) if within.of_knowing else None
    if known is not None:
        known = np.where(known > found.block.moment.known_at, NEVER, known)
        there = known != NEVER
        late, early = (np.where(there, np.maximum(known, end), end) for end in (late, early))
    exact = found.block.places.exact
    strictest = due(found, early, None if within.of_knowing else days, amounts)
    kindest = strictest if exact else due(found, late, None, amounts)
    return Deadlines(kindest, strictest, _why(amounts, known, kindest, strictest))


def _stated(found: Occasions, field: str) -> Deadlines:
    """The end of the day that each event states, where that day had not passed when it happened."""
    due = np.full(len(found), OUT_OF_REACH, np.int64)
    why = np.full(len(found), NO_DAY, np.int64)
    fact = found.block.view.fact(field, found.row) if found.moments is None else None
    if fact is None:
        return Deadlines(due, due, why)
    ends = np.array([*map(found.block.clock.end_of, map(_day, fact.values)), OUT_OF_REACH], np.int64)
    days = np.array([*(_day(value) is not None for value in fact.values), False])
    due, stated = ends[fact.codes], days[fact.codes]
    why = np.where(due < found.latest, TOO_COARSE, 0)
    why[due < found.earliest] = DAY_PASSED
    why[due == OUT_OF_REACH] = NO_CALENDAR
    why[~stated] = NO_DAY
    return Deadlines(due, due, why)


def _day(value: Fact) -> date | None:
    """The day that a field states, if it states one."""
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _why(amounts: Amounts, known: Ints | None, kindest: Ints, strictest: Ints) -> Ints | None:
    """Why there is no deadline; the first of several reasons counts."""
    out = kindest == OUT_OF_REACH
    if strictest is not kindest:
        out |= strictest == OUT_OF_REACH
    if known is None and not np.count_nonzero(out):
        return None
    why = np.where(out, NO_CALENDAR, 0)
    if known is not None:
        why[known == NEVER] = NOT_KNOWN
    if not isinstance(amounts, int):
        why[amounts == NONE] = NO_AMOUNT
    return why


def amounts_of(found: Occasions, within: Within) -> Amounts:
    """The amount that each occasion's day and area give a rule."""
    clock, persons = found.block.clock, found.block.columns.persons
    if isinstance(within.amount, Amount):
        return clock.number_of(within.amount)
    if len(persons.areas) == 1:
        return clock.how_long(within, "", found.day)
    areas = persons.area[found.child]
    amounts = nones(len(found))
    for area in np.unique(areas).tolist():
        there = areas == area
        amounts[there] = clock.how_long(within, persons.areas[area], found.day[there])
    return amounts


def due(found: Occasions, seconds: Ints, days: Ints | None, amounts: Amounts) -> Ints:
    """The last second of each amount counted from each second; `days` are theirs, if known.

    `OUT_OF_REACH` where there is no amount, or the calendar does not reach.
    """
    clock = found.block.clock
    if isinstance(amounts, int):
        return clock.due(seconds, days, amounts)
    result = np.full(len(seconds), OUT_OF_REACH, np.int64)
    for number in np.unique(amounts[amounts != NONE]).tolist():
        rows = np.flatnonzero(amounts == number)
        result[rows] = clock.due(seconds[rows], None if days is None else days[rows], number)
    return result


def _known(found: Occasions) -> Ints:
    """When the first agency to which each duty falls came to know of the event."""
    heard = found.block.columns.heard
    first = np.full(len(found), NEVER, np.int64)
    if heard is None or found.moments is not None:
        return first
    which, versions = found.block.view.versions(found.row)
    area = found.block.columns.persons.area[found.child[which]]
    sector = sector_of(found.clause.rule.owed_by)
    np.minimum.at(first, which, heard.first_to_sector(versions, sector, area))
    return first
