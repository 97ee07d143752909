"""Deadlines in columns: until when each occasion's duty can be kept in time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from heeded.core.evaluation.blocks.clock import OUT_OF_REACH
from heeded.core.evaluation.columns.arrays import NEVER, NONE, Ints
from heeded.core.evaluation.kernels.codes import NO_AMOUNT, NO_CALENDAR, NOT_KNOWN
from heeded.core.evaluation.kernels.occasions import Occasions
from heeded.core.procedures.amount import Amount
from heeded.core.procedures.rule import Within
from heeded.core.procedures.sectors import sector_of


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The last second in which each duty is kept in time, on either reading of the times.

    `why` says which have none, and why (0: has one).
    """

    kindest: Ints
    strictest: Ints
    why: Ints


def deadlines(found: Occasions, within: Within) -> Deadlines:
    """When the duty of each occasion is due, or why that cannot be said."""
    amounts = amounts_of(found, within)
    why = np.where(amounts == NONE, NO_AMOUNT, 0)
    late, early = found.latest, found.earliest
    exact = late is early
    days = None
    if within.of_knowing:
        known = _known(found)
        why[(why == 0) & (known > found.block.moment.known_at)] = NOT_KNOWN
        known = np.where(why > 0, early, known)
        late, early = np.maximum(late, known), np.maximum(early, known)
    else:
        days = found.day
    strictest = due(found, early, days, amounts)
    kindest = strictest if exact else due(found, late, None, amounts)
    why[(why == 0) & ((kindest == OUT_OF_REACH) | (strictest == OUT_OF_REACH))] = NO_CALENDAR
    return Deadlines(kindest, strictest, why)


def amounts_of(found: Occasions, within: Within) -> Ints:
    """The number of the amount that each occasion's day and area give a rule; -1: none."""
    clock, persons = found.block.clock, found.block.columns.persons
    if isinstance(within.amount, Amount):
        return np.full(len(found), clock.number_of(within.amount), np.int64)
    if len(persons.areas) == 1:
        return clock.how_long(within, "", found.day)
    areas = persons.area[found.child]
    amounts = np.full(len(found), NONE, np.int64)
    for area in np.unique(areas).tolist():
        there = areas == area
        amounts[there] = clock.how_long(within, persons.areas[area], found.day[there])
    return amounts


def due(found: Occasions, seconds: Ints, days: Ints | None, amounts: Ints) -> Ints:
    """The last second of each amount counted from each second; `days` are theirs, if known."""
    clock = found.block.clock
    numbers = np.unique(amounts).tolist()
    if len(numbers) == 1 and numbers[0] != NONE:
        return clock.due(seconds, days, numbers[0])
    result = np.full(len(seconds), OUT_OF_REACH, np.int64)
    for number in numbers:
        if number != NONE:
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
