"""A table of descriptions of which it is known whose they are (CSV): what linking is measured on."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from heeded.core.chronology.report import Described, Identifier
from heeded.core.effectiveness.linkage import Labelled

NEEDED = ("person", "family", "name")
MAY = (
    *("parents", "birth", "origin", "agency"),
    *("born", "sex", "address", "postcode", "nhs_number", "upn"),
)
NUMBERS = {"nhs_number": "NHS number", "upn": "UPN"}
"""The columns that hold a register's number, and which register's."""

FIRST = 2
"""The line of a table on which its first description stands."""


class NotLabelled(ValueError):  # noqa: N818 - named for what is the case
    """A table that cannot be measured on: which line, and what to do."""


def read_labelled(path: Path) -> list[Labelled]:
    """The descriptions of a file, UTF-8, its columns named in the first line. NotLabelled says why not.

    `person` and `family` name whose it truly is; `parents` are persons, parted by blanks; people who share a
    `birth` are twins; `born` is a date (YYYY-MM-DD). Only these and `name` are needed of the columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [*_read(csv.DictReader(file, strict=True))]
    except (OSError, UnicodeDecodeError, csv.Error) as wrong:
        raise NotLabelled(f"{path.name} cannot be read: {wrong}") from wrong


def read_claims(path: Path, many: int) -> list[tuple[int, int, float]]:
    """What another matcher claims of `many` descriptions: places and a probability. NotLabelled says why not.

    `one` and `other` are lines of the table of descriptions, whose first line names the columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            if missing := sorted({"one", "other", "probability"} - set(rows.fieldnames or ())):
                raise NotLabelled(f"{path.name}, line 1: no column {', '.join(missing)}. Name it.")
            return [_claim(row, rows.line_num, many) for row in rows]
    except (OSError, UnicodeDecodeError, csv.Error) as wrong:
        raise NotLabelled(f"{path.name} cannot be read: {wrong}") from wrong


def _claim(row: dict[str, str], line: int, many: int) -> tuple[int, int, float]:
    try:
        one, other = sorted((int(row["one"]) - FIRST, int(row["other"]) - FIRST))
        claimed = float(row["probability"])
    except (TypeError, ValueError):
        raise NotLabelled(f"line {line}: write two lines of the table, and a probability.") from None
    if not (0 <= one < other < many and 0 <= claimed <= 1):
        raise NotLabelled(f"line {line}: the table's lines are 2 to {many + 1}, probabilities 0 to 1.")
    return one, other, claimed


def _read(rows: csv.DictReader[str]) -> Iterator[Labelled]:
    columns = rows.fieldnames or ()
    if missing := [name for name in NEEDED if name not in columns]:
        raise NotLabelled(f"line 1: no column {', '.join(missing)}. Name the columns: {', '.join(NEEDED)}.")
    if stray := sorted(set(columns) - {*NEEDED, *MAY}):
        raise NotLabelled(f"line 1: unknown columns: {', '.join(stray)}. Use: {', '.join((*NEEDED, *MAY))}.")
    for row in rows:
        yield _labelled({name: (value or "").strip() for name, value in row.items()}, rows.line_num)


def _labelled(row: dict[str, str], line: int) -> Labelled:
    def told(name: str) -> str:
        return row.get(name, "")

    if not told("person"):
        raise NotLabelled(f"line {line}: no person. Say whose description it is.")
    try:
        born = date.fromisoformat(told("born")) if told("born") else None
    except ValueError:
        raise NotLabelled(f"line {line}: {told('born')!r:.30} is no date. Write it as 2019-05-31.") from None
    described = Described(
        ref=str(line),
        name=told("name"),
        born=born,
        sex=told("sex"),
        address=told("address"),
        postcode=told("postcode"),
        identifiers=tuple(Identifier(system, told(name)) for name, system in NUMBERS.items() if told(name)),
    )
    return Labelled(
        described=described,
        person=told("person"),
        family=told("family"),
        parents=frozenset(told("parents").split()),
        birth=told("birth"),
        origin=told("origin"),
        agency=told("agency"),
    )
