"""The validator's tables: read from JSON, and completed where a labelled one leaves columns out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent

EPISODES, ASSESSMENTS, ENQUIRIES = "CINdetails", "Assessments", "Section47"
PROTECTION, PLANS, FACTORS, HEADER = "ChildProtectionPlans", "CINplanDates", "AssessmentFactorsList", "Header"

STARTS: Mapping[str, str] = {
    EPISODES: "CINreferralDate",
    ASSESSMENTS: "AssessmentActualStartDate",
    ENQUIRIES: "S47ActualStartDate",
    PROTECTION: "CPPstartDate",
    PLANS: "CINPlanStartDate",
}
"""The date with which each table's records begin, in the order in which a column left out is filled."""

AUTHORISED, CLOSING, REASON = "AssessmentAuthorisationDate", "CINclosureDate", "ReasonForClosure"
CLOSED_BY_CONVENTION = date(2023, 1, 31)
EVE, AFTER = timedelta(days=30), timedelta(days=7)

Cells = dict[str, str | None]


@dataclass(frozen=True)
class Record:
    """One row of a table: its number, counted from 0, and its cells by column."""

    number: int
    cells: Cells

    def day(self, column: str) -> date | None:
        """The day in a column; None where it is blank."""
        return read_day(self.cells.get(column))

    def text(self, column: str) -> str:
        """What stands in a column; empty where it is blank."""
        return self.cells.get(column) or ""

    @property
    def episode(self) -> tuple[str, str]:
        """The child and the episode that the row belongs to."""
        return self.text("LAchildID"), self.text("CINdetailsID")


@dataclass(frozen=True)
class Tables:
    """The tables of one return."""

    columns: Mapping[str, frozenset[str]]
    records: Mapping[str, tuple[Record, ...]]

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> Tables:
        """The tables as `extract.py` writes them."""
        records = {
            name: tuple(
                Record(number, dict(zip(table["columns"], row, strict=True)))
                for number, row in enumerate(table["rows"])
            )
            for name, table in given.items()
        }
        return cls({name: frozenset(table["columns"]) for name, table in given.items()}, records)

    def of(self, table: str) -> tuple[Record, ...]:
        """The rows of a table; none where there is no such table."""
        return self.records.get(table, ())

    def lacks(self, table: str, column: str) -> bool:
        """Whether a table is there without that column."""
        return table in self.columns and column not in self.columns[table]

    @property
    def reference(self) -> date | None:
        """The reference day, where there is a header."""
        return next((record.day("ReferenceDate") for record in self.of(HEADER)), None)

    def days(self) -> Iterator[date]:
        """Every day in the tables but the header's."""
        for table, records in self.records.items():
            for record in records if table != HEADER else ():
                yield from (day for cell in record.cells.values() if (day := read_day(cell)))


def read_day(text: str | None) -> date | None:
    """A day as the validator's tables write it, 2023-03-31 or 31/03/2023; None for anything else."""
    if text and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return date.fromisoformat(text)
    if text and (found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)):
        day, month, year = map(int, found.groups())
        return date(year, month, day)
    return None


def completed(tables: Tables) -> Tables:
    """The tables with the columns that a labelled one leaves out; a blank in a column stays a blank.

    A rule about what is there at all has no dates in its tables. Then a referral was thirty days before
    every day of the tables, assessments began on the day after it, and enquiries, protection plans and
    child in need plans each a day later; an assessment whose factors are given ended within ten days;
    and an episode with a reason for closing closed after everything else.
    """
    days = sorted(tables.days()) or [CLOSED_BY_CONVENTION]
    eve, end = days[0] - EVE, max(days[-1], CLOSED_BY_CONVENTION) + EVE
    found = dict(tables.records)
    for place, (table, column) in enumerate(STARTS.items()):
        if tables.lacks(table, column):
            found[table] = _filled(found[table], column, eve + timedelta(days=place))
    if tables.lacks(ASSESSMENTS, AUTHORISED) and FACTORS in tables.columns:
        found[ASSESSMENTS] = tuple(_ended(record) for record in found[ASSESSMENTS])
    if tables.lacks(EPISODES, CLOSING) and not tables.lacks(EPISODES, REASON):
        found[EPISODES] = tuple(
            _with(record, CLOSING, end) if record.text(REASON) else record for record in found[EPISODES]
        )
    return Tables(tables.columns, found)


def _filled(records: tuple[Record, ...], column: str, day: date) -> tuple[Record, ...]:
    return tuple(_with(record, column, day) for record in records)


def _ended(assessment: Record) -> Record:
    started = assessment.day(STARTS[ASSESSMENTS])
    return assessment if started is None else _with(assessment, AUTHORISED, started + timedelta(days=10))


def _with(record: Record, column: str, day: date) -> Record:
    return Record(record.number, {**record.cells, column: day.isoformat()})


def labelled() -> dict[str, Any]:
    """The cases that ship with the validator's rules, by rule: `tables`, and the rows `flagged`."""
    found: dict[str, Any] = json.loads((HERE / "cases.json").read_text(encoding="utf-8"))
    return found
