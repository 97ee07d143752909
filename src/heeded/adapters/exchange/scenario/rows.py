"""A table of a scenario: a CSV file, its rows with their lines, and errors that name them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from heeded.adapters.exchange.unreadable import UnreadableFile

LARGEST_FILE = 5_000_000
"""Bytes: a story is read by people; a larger file is not one."""
_SAVE = "Save it as plain text in UTF-8, with commas between the cells"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells by column, and the place to blame when one is wrong."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The text of a cell, without the space around it."""
        return self.cells[column]

    def needed(self, column: str) -> str:
        """The text of a cell that may not be empty."""
        if not self.cells[column]:
            raise self.wrong(f"the cell “{column}” is empty", "Fill it in")
        return self.cells[column]

    def one_of(self, column: str, choices: tuple[str, ...]) -> str:
        """The text of a cell that must be one of these."""
        if self.cells[column] not in choices:
            raise self.wrong(
                f"“{self.cells[column]}” cannot stand in “{column}”", f"Write one of: {', '.join(choices)}"
            )
        return self.cells[column]

    def wrong(self, what: str, remedy: str) -> UnreadableFile:
        """The error for something in this row."""
        return UnreadableFile(what, f"{self.file}, line {self.line}", remedy.removesuffix("."))


def read_rows(path: Path, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of a table with exactly these columns, in any order; UnreadableFile where it has others."""
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    rows: list[Row] = []
    heading: list[str] | None = None
    try:
        for written in reader:
            cells = [cell.strip() for cell in written]
            if not any(cells):
                continue
            if heading is None:
                heading = _heading(path, cells, columns)
            elif len(cells) != len(heading):
                raise _at(path, reader.line_num, f"there are {len(cells)} cells under {len(heading)} columns")
            else:
                rows.append(Row(path.name, reader.line_num, dict(zip(heading, cells, strict=True))))
    except csv.Error as wrong:
        raise _at(path, reader.line_num, f"the table breaks off: {wrong}") from wrong
    if not rows:
        raise UnreadableFile(
            "there are no rows", path.name, f"Give the columns {', '.join(columns)}, and rows"
        )
    return tuple(rows)


def read_text(path: Path) -> str:
    """The text of a file; UnreadableFile where it is missing, too large or no text in UTF-8."""
    try:
        with path.open("rb") as opened:
            written = opened.read(LARGEST_FILE + 1)
    except OSError as wrong:
        what = f"it cannot be opened: {wrong.strerror or wrong}"
        raise UnreadableFile(what, str(path), "Check the path and who may read it") from wrong
    if len(written) > LARGEST_FILE:
        raise UnreadableFile(
            f"it is larger than {LARGEST_FILE:,} bytes", path.name, "Leave out what is no story"
        )
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise _at(path, written.count(b"\n", 0, wrong.start) + 1, "this is not text in UTF-8") from wrong
    if "\0" in text:
        raise _at(
            path, text.count("\n", 0, text.index("\0")) + 1, "there is a NUL character, so this is no text"
        )
    return text


def _heading(path: Path, cells: list[str], columns: tuple[str, ...]) -> list[str]:
    if sorted(cells) != sorted(columns):
        gone = [name for name in columns if name not in cells]
        strange = [name for name in cells if name not in columns]
        said = [f"missing: {', '.join(gone)}"] * bool(gone) + [f"not known: {', '.join(strange)}"] * bool(
            strange
        )
        what = f"the columns are not those of this table ({'; '.join(said) or 'one stands twice'})"
        raise UnreadableFile(what, f"{path.name}, line 1", f"Write the columns {', '.join(columns)}")
    return cells


def _at(path: Path, line: int, what: str) -> UnreadableFile:
    return UnreadableFile(what, f"{path.name}, line {line}", _SAVE)
