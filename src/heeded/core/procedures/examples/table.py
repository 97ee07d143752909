"""The table of an example: one event a row, its cells found by the names of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from heeded.core.procedures.mistake import Refused, nearest, shortened
from heeded.core.procedures.text.line import Line

COLUMNS = (
    *("id", "when", "who", "child", "what", "which", "details", "told", "known to", "corrects"),
    "withdraws",
)
"""The columns that a table may have, in any order; `when` and `what` must be there."""
_NEEDED = ("when", "what")
_BAR = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"[\s|:-]*-[\s|:-]*")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line, and what stands in each named column."""

    line: Line
    cells: dict[str, str]

    def cell(self, column: str) -> str:
        """What stands in a column; empty where nothing does."""
        return self.cells.get(column, "")

    def wrong(self, what: str, remedy: str = "") -> Refused:
        """The refusal of something in this row."""
        return self.line.wrong(what, remedy)


def is_table(line: Line) -> bool:
    """Whether a line belongs to a table."""
    return line.text.lstrip().startswith("|")


def read_table(lines: Iterable[Line]) -> tuple[Row, ...]:
    """The rows under the heading; refused where the columns do not hold."""
    drawn = [line for line in lines if not _RULER.fullmatch(line.text)]
    if not drawn:
        return ()
    columns = _columns(drawn[0])
    return tuple(_row(line, columns) for line in drawn[1:])


def _cells(line: Line) -> list[str]:
    inner = line.text.strip().removeprefix("|")
    cells = _BAR.split(inner)
    if cells and not cells[-1].strip():
        cells.pop()
    return [cell.replace("\\|", "|").strip() for cell in cells]


def _columns(line: Line) -> list[str]:
    columns = [cell.lower() for cell in _cells(line)]
    for column in columns:
        if column not in COLUMNS:
            raise line.wrong(
                f"The table has no use for a column “{shortened(column)}”.{nearest(column, COLUMNS)}",
                f"Columns: {', '.join(COLUMNS)}.",
            )
        if columns.count(column) > 1:
            raise line.wrong(f"The column “{column}” stands twice.", "Keep one.")
    for column in _NEEDED:
        if column not in columns:
            raise line.wrong(f"The table has no column “{column}”.", "Add it to the heading and each row.")
    return columns


def _row(line: Line, columns: list[str]) -> Row:
    cells = _cells(line)
    if len(cells) > len(columns):
        raise line.wrong(
            f"The row has {len(cells)} cells under {len(columns)} columns.",
            "Take one out, or write a bar within a cell as \\|.",
        )
    return Row(line, dict(zip(columns, cells, strict=False)))
