"""The heading of an event table: which column is which, and by what its cells are parted."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from heeded.adapters.exchange.events_table import reasons
from heeded.adapters.exchange.events_table.scribe import Scribe
from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.adapters.exchange.visible import visible

COLUMNS = (
    *("child", "when", "what", "who", "sector", "role", "which", "details", "person", "household"),
    *("told", "known to", "born", "area", "family", "id", "corrects", "withdraws"),
)
"""The columns of an event table; the first three must be there, the others may be left out."""
NEEDED = COLUMNS[:3]
MARKS = (",", ";", "\t", "|")
_SEPARATOR = re.compile(r"\ufeff?sep=(?P<mark>[,;|\t])")
_ALSO_CALLED = {
    "date": "when",
    "time": "when",
    "event": "what",
    "event type": "what",
    "kind": "what",
    "agency": "who",
    "source": "who",
    "child id": "child",
    "person id": "child",
    "date of birth": "born",
    "dob": "born",
    "reference": "which",
    "authority": "area",
}
"""What other tables call the columns: offered in errors, never assumed."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a table: its line, the mark between cells, and each column's place.

    `unknown` are the headings of columns that are not used; `width` counts all of them.
    """

    line: int
    mark: str
    places: dict[str, int]
    unknown: tuple[str, ...]
    width: int
    cells: tuple[str, ...]


def read_heading(lines: Iterable[str], name: str) -> Heading:
    """The heading, in the first line that is not blank; a line "sep=;" before it gives the mark.

    UnreadableFile where a needed column is missing or one stands twice.
    """
    line_mark = ""
    for number, line in enumerate(lines, start=1):
        if not line.strip(" \t\r\n,;|\ufeff\"'"):
            continue
        if said := _SEPARATOR.fullmatch(line.strip()):
            line_mark = said["mark"]
            continue
        mark = line_mark or max(MARKS, key=lambda mark: (_known(line, mark), line.count(mark)))
        return heading_of(_cells(line, mark), mark, number, name)
    raise UnreadableFile("the file holds no heading", name, f"Begin it with {', '.join(COLUMNS[:6])}")


def plain(heading: str) -> str:
    """A heading without case, marks and surrounding blanks: "Known_To" and "known to" are one."""
    return " ".join(heading.replace("_", " ").replace("-", " ").strip("\ufeff \"'*:").lower().split())


def suggested(heading: str) -> str:
    """Which column a heading may mean, as a question; empty where none is near."""
    near = _near(heading)
    return f"Is it “{near}”?" if near else ""


def _near(heading: str) -> str:
    name = plain(heading)
    return _ALSO_CALLED.get(name) or next(iter(get_close_matches(name, COLUMNS, n=1, cutoff=0.7)), "")


def _cells(line: str, mark: str) -> list[str]:
    return next(csv.reader([line], delimiter=mark), [])


def _known(line: str, mark: str) -> int:
    return sum(plain(cell) in COLUMNS for cell in _cells(line, mark))


def heading_of(cells: list[str], mark: str, line: int, name: str) -> Heading:
    """The heading that some cells are; UnreadableFile where a needed column is missing or stands twice."""
    where = f"{name}, line {line}"
    names = [plain(cell) for cell in cells]
    if twice := next((column for column in COLUMNS if names.count(column) > 1), None):
        raise UnreadableFile(f"the column “{twice}” stands twice in the heading", where, "Keep one of them")
    unknown = tuple(
        cell for cell, column in zip(cells, names, strict=True) if column and column not in COLUMNS
    )
    if missing := [column for column in NEEDED if column not in names]:
        raise UnreadableFile(_missing(missing, names), where, _remedy(unknown))
    places = {column: names.index(column) for column in COLUMNS if column in names}
    return Heading(line, mark, places, unknown, len(cells), tuple(names))


def _missing(missing: list[str], names: list[str]) -> str:
    columns = "column" if len(missing) == 1 else "columns"
    lacking = " and ".join(f"“{column}”" for column in missing)
    there = visible(", ".join(filter(None, names)))
    return f"this is not an event table: its heading lacks the {columns} {lacking} (it has: {there})"


def _remedy(unknown: Iterable[str]) -> str:
    hints = ", ".join(f"“{visible(cell, 30)}” is “{near}”" for cell in unknown if (near := _near(cell)))
    if hints:
        return f"Perhaps {hints}: then rename it so"
    return "Begin the table with the columns child, when, what; see docs/event-table.md"


def rows_of(lines: Iterable[str], heading: Heading, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each row under the heading that is not blank, with the line on which it begins.

    UnreadableFile where quotation marks do not match, since nobody can say where cells end after it.
    """
    reader = csv.reader(lines, delimiter=heading.mark, strict=True)
    begins = heading.line + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = heading.line + reader.line_num + 1
    except csv.Error as wrong:
        what = f"quotation marks do not match in the row that begins here ({wrong})"
        remedy = "Write a quotation mark inside a cell twice, or save the table again from the spreadsheet"
        raise UnreadableFile(what, f"{name}, line {begins}", remedy) from wrong


def row_cells(cells: list[str], heading: Heading, line: int, scribe: Scribe) -> dict[str, str]:
    """The cells of a row by column, without blanks around them; none where the row is the heading again.

    What stands under no heading goes to the ledger.
    """
    scribe.at(line)
    if plain(cells[0]) == heading.cells[0] and tuple(map(plain, cells)) == heading.cells:
        scribe.write(reasons.HEADING_AGAIN, "", "")
        return {}
    for place, cell in enumerate(cells):
        if cell.strip() and (place >= heading.width or not heading.cells[place]):
            scribe.write(reasons.BEYOND, f"column {place + 1}", cell.strip())
    return {column: cells[place].strip() for column, place in heading.places.items() if place < len(cells)}
