"""Reading an area's calendar from a CSV file: the shipped ones, or a partnership's own."""

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from heeded.core.procedures.calendar import Calendar

HEADING = ("day", "name", "announced", "source")
"""The columns of a calendar file; `source` is for its readers and is not judged by."""


def read_calendar(path: Path) -> Calendar:
    """The calendar in a CSV file, named after the file; ValueError says what is wrong in it.

    OSError if the file cannot be opened.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return Calendar.from_rows(path.stem, _rows(lines))
    except UnicodeDecodeError as wrong:
        raise ValueError(f"{path}: not a text file in UTF-8; save it as CSV UTF-8.") from wrong
    except (ValueError, csv.Error) as wrong:
        raise ValueError(f"{path}: {wrong}") from wrong


@cache
def shipped_calendar(name: str) -> Calendar:
    """The calendar of that name that comes with Heeded, such as "england-and-wales"."""
    folder = files("heeded") / "handbooks" / "calendars"
    names = sorted(Path(entry.name).stem for entry in folder.iterdir() if entry.name.endswith(".csv"))
    if name not in names:
        raise ValueError(f'No calendar is called "{name}". Those that come with Heeded: {", ".join(names)}.')
    with as_file(folder / f"{name}.csv") as path:
        return read_calendar(path)


def _rows(lines: Iterable[str]) -> list[list[str]]:
    """The first three cells of each line under the heading, blank lines left out."""
    table = csv.reader(lines, strict=True)
    heading = tuple(cell.strip().lower() for cell in next(table, []))
    if heading != HEADING:
        raise ValueError(
            f"the first line must be the heading {','.join(HEADING)}, but is {','.join(heading) or 'empty'}."
        )
    rows = []
    for cells in table:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(HEADING):
            raise ValueError(f"line {table.line_num} has {len(cells)} columns instead of {len(HEADING)}.")
        rows.append(cells[: len(HEADING) - 1])
    return rows
