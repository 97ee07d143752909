"""Random returns, with dates placed where the rules change their minds. The same seed, the same returns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

import numpy as np

from tests.oracles.census_validator.agreement import first_day
from tests.oracles.census_validator.tables import (
    ASSESSMENTS,
    ENQUIRIES,
    EPISODES,
    HEADER,
    PLANS,
    PROTECTION,
)

REFERENCE_DAYS = tuple(
    date(year, month, day)
    for year, month, day in (
        *((2013, 3, 31), (2016, 3, 31), (2018, 3, 31), (2021, 3, 31)),
        *((2022, 3, 31), (2023, 3, 31), (2024, 3, 31), (2025, 3, 31)),
    )
)
"""The ends of years; in 2013, 2016, 2018 and 2024 Easter falls into the days that are counted back."""

COLUMNS = {
    HEADER: ("ReferenceDate",),
    EPISODES: (
        *("LAchildID", "CINdetailsID", "CINreferralDate", "ReferralNFA"),
        *("CINclosureDate", "ReasonForClosure", "DateOfInitialCPC"),
    ),
    ASSESSMENTS: ("LAchildID", "CINdetailsID", "AssessmentActualStartDate", "AssessmentAuthorisationDate"),
    ENQUIRIES: ("LAchildID", "CINdetailsID", "S47ActualStartDate", "DateOfInitialCPC", "ICPCnotRequired"),
    PROTECTION: ("LAchildID", "CINdetailsID", "CPPstartDate", "CPPendDate"),
    PLANS: ("LAchildID", "CINdetailsID", "CINPlanStartDate", "CINPlanEndDate"),
}
FLAGS = ("true", "1", "false", "0")
REASONS = ("RC1", "RC7", "RC8", "RC8", "RC9")
MOST_DAYS_BACK = 220

Json = dict[str, Any]


@dataclass
class Writer:
    """A return in the writing: the end of its year, chance, and the rows of its tables so far."""

    reference: date
    chance: Random
    tables: dict[str, list[list[str | None]]] = field(default_factory=lambda: {name: [] for name in COLUMNS})

    def day(self, first: date, *near: date | None) -> date:
        """A day of the return from `first` on: within a day of one of these, or any."""
        known = [day for day in near if day]
        if known and self.chance.random() < 0.7:
            return self.kept(self.chance.choice(known) + timedelta(days=self.chance.choice((-1, 0, 0, 1))))
        return self.kept(first + timedelta(days=self.chance.randrange(60)))

    def kept(self, day: date) -> date:
        """The day, or the reference day where that is earlier."""
        return min(day, self.reference)

    def counted_back(self, working_days: int) -> date:
        """A day about that many working days before the reference day."""
        back = working_days + self.chance.randint(-3, 3)
        edge: date = np.busday_offset(self.reference, -back, roll="backward").astype(date)
        return self.kept(edge + timedelta(days=self.chance.choice((-2, -1, 0, 0, 0, 1))))

    def maybe(self, share: float) -> bool:
        """Chance: true in that share of the times."""
        return self.chance.random() < share

    def add(self, table: str, *cells: date | str | None) -> None:
        """Write a row."""
        self.tables[table].append([str(cell) if cell is not None else None for cell in cells])

    def child(self, child: str) -> None:
        """Write a child, with one episode, or with a second after the first was closed."""
        first = self.reference - timedelta(days=self.chance.randint(1, MOST_DAYS_BACK))
        if self.maybe(0.3):
            first = first_day(self.reference) + timedelta(days=self.chance.randint(-6, 2))
        closed = self.episode(child, "one", first)
        if closed and closed < self.reference and self.maybe(0.3):
            self.episode(child, "two", self.kept(closed + timedelta(days=self.chance.randint(1, 20))))

    def episode(self, child: str, episode: str, referred: date) -> date | None:
        """Write an episode and what happened in it; returns the day on which it was closed."""
        place, days = (child, episode), [referred]
        closed = self.day(referred) if self.maybe(0.65) else None
        early = referred - timedelta(days=1) if self.maybe(0.05) else referred
        for _ in range(self.chance.choice((0, 1, 1, 2))):
            days.extend(self.assessment(place, early, closed))
        for _ in range(self.chance.choice((0, 0, 1, 2))):
            days.extend(self.enquiry(place, early, closed))
        if self.maybe(0.3):
            self.plan(PROTECTION, place, early, closed)
        if self.maybe(0.15):
            self.plan(PLANS, place, early, closed)
        moved_in = self.day(referred, closed) if self.maybe(0.08) else None
        flag = self.chance.choice(FLAGS) if self.maybe(0.5) else "false"
        reason = self.chance.choice(REASONS) if closed else None
        self.add(EPISODES, *place, referred, flag, closed, reason, moved_in)
        return closed

    def assessment(self, place: tuple[str, str], first: date, closed: date | None) -> tuple[date, ...]:
        """Write an assessment; returns its days."""
        started = (
            max(self.counted_back(45), first) if self.maybe(0.5) else max(self.day(first, closed), first)
        )
        near = started + timedelta(days=self.chance.choice((0, 30, 62)))
        authorised = self.day(started, near, closed) if self.maybe(0.5) else None
        self.add(ASSESSMENTS, *place, started, authorised)
        return (started, *((authorised,) if authorised else ()))

    def enquiry(self, place: tuple[str, str], first: date, closed: date | None) -> tuple[date, ...]:
        """Write an enquiry; returns its days."""
        started = (
            max(self.counted_back(15), first) if self.maybe(0.5) else max(self.day(first, closed), first)
        )
        held = self.day(started, started, closed) if self.maybe(0.45) else None
        self.add(ENQUIRIES, *place, started, held, self.chance.choice((*FLAGS, None, "false")))
        return (started, *((held,) if held else ()))

    def plan(self, table: str, place: tuple[str, str], first: date, closed: date | None) -> None:
        """Write a plan of either kind."""
        started = max(self.day(first, closed), first)
        ended = max(self.day(started, closed), started) if self.maybe(0.6) else None
        self.add(table, *place, started, ended)


def one_return(seed: int, children: int = 3) -> Json:
    """One return as tables, by its seed; its children are named after it."""
    chance = Random(seed)  # noqa: S311 - the same returns each time
    writer = Writer(chance.choice(REFERENCE_DAYS), chance)
    writer.add(HEADER, writer.reference)
    for number in range(children):
        writer.child(f"R{seed}C{number}")
    return {name: {"columns": list(COLUMNS[name]), "rows": rows} for name, rows in writer.tables.items()}


def together(returns: Iterable[Json], most: int) -> list[Json]:
    """Returns of the same reference day put together, at most so many, as a council sends its children."""
    found: list[Json] = []
    filling: dict[str, tuple[Json, int]] = {}
    for each in returns:
        day = each[HEADER]["rows"][0][0]
        whole, held = filling.get(day, ({}, most))
        if held == most:
            whole, held = {HEADER: each[HEADER]}, 0
            found.append(whole)
        filling[day] = (whole, held + 1)
        for name, table in each.items():
            if name != HEADER:
                so_far = whole.setdefault(name, {"columns": table["columns"], "rows": []})
                so_far["rows"].extend(table["rows"])
    return found
