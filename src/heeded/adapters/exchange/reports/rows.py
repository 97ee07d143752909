"""Files of rows: CSV for spreadsheets, JSON Lines and Parquet for programs, written row by row."""

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, Self, TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from heeded.adapters.exchange.reports.columns import Cell, Row
from heeded.adapters.exchange.visible import cell, visible

Columns = Mapping[str, type]
_AT_ONCE = 20_000
"""How many rows of Parquet are held until they are written."""
_LONGEST = 30_000
"""How many characters of a cell are written to CSV; a spreadsheet's cell holds 32,767."""
_TYPES = {str: pa.string(), int: pa.int64(), float: pa.float64()}


class RowsFile(Protocol):
    """A file that takes rows and is whole once it is closed."""

    def write(self, row: Row) -> None:
        """Write one row."""

    def close(self) -> None:
        """Write what is left, and close."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class _Closing:
    """Closes at the end of a `with`."""

    def close(self) -> None:
        """Close."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class CsvRows(_Closing):
    """Rows as CSV under a heading; no cell can run as a formula in a spreadsheet."""

    def __init__(self, out: TextIO, columns: Columns) -> None:
        self._out = out
        self._columns = tuple(columns)
        self._table = csv.writer(out, lineterminator="\n")
        self._table.writerow(self._columns)

    def write(self, row: Row) -> None:
        """Write one row."""
        cells = (row[column] for column in self._columns)
        self._table.writerow([_safe(value) for value in cells])

    def close(self) -> None:
        """Close the file."""
        self._out.close()


class JsonRows(_Closing):
    """Rows as JSON Lines: an object on each line, keys in the order of the columns."""

    def __init__(self, out: TextIO, columns: Columns) -> None:
        self._out = out
        self._columns = tuple(columns)

    def write(self, row: Row) -> None:
        """Write one row."""
        json.dump({column: row[column] for column in self._columns}, self._out, ensure_ascii=False)
        self._out.write("\n")

    def close(self) -> None:
        """Close the file."""
        self._out.close()


class ParquetRows(_Closing):
    """Rows as Parquet, some thousands at a time."""

    def __init__(self, out: BinaryIO, columns: Columns) -> None:
        self._out = out
        self._schema = pa.schema([(name, _TYPES[held]) for name, held in columns.items()])
        self._writer = pq.ParquetWriter(out, self._schema)
        self._rows: list[Row] = []

    def write(self, row: Row) -> None:
        """Write one row."""
        self._rows.append(row)
        if len(self._rows) >= _AT_ONCE:
            self._flush()

    def finish(self) -> None:
        """Write what is left; no row can follow."""
        self._flush()
        self._writer.close()

    def close(self) -> None:
        """Write what is left, and close the file."""
        self.finish()
        self._out.close()

    def _flush(self) -> None:
        self._writer.write_table(pa.Table.from_pylist(self._rows, self._schema))
        self._rows.clear()


def _safe(value: Cell) -> Cell:
    """A cell that keeps to its line and never runs in a spreadsheet; control characters are spelled out."""
    return cell(visible(value, _LONGEST)) if isinstance(value, str) else value


def open_rows(path: Path, columns: Columns) -> RowsFile:
    """A new file of rows in the form that its name ends in: .csv, .jsonl or .parquet."""
    opened: dict[str, Callable[[], RowsFile]] = {
        ".csv": lambda: CsvRows(path.open("w", encoding="utf-8-sig", newline=""), columns),
        ".jsonl": lambda: JsonRows(path.open("w", encoding="utf-8"), columns),
        ".parquet": lambda: ParquetRows(path.open("wb"), columns),
    }
    return opened[path.suffix]()
