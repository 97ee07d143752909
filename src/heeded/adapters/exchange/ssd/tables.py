"""The files of a folder: which table each is, and its rows, one at a time, from CSV or Parquet."""

import csv
from collections.abc import Iterator, Mapping
from io import TextIOWrapper
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from heeded.adapters.exchange.events_table.opening import WINDOWS, encoding_of
from heeded.adapters.exchange.opening import open_file
from heeded.adapters.exchange.ssd.layout import FACTOR_ROWS, PERSONS, TABLES
from heeded.adapters.exchange.ssd.values import text_of
from heeded.adapters.exchange.unreadable import UnreadableFile

NAMES = frozenset({*(table.name for table in TABLES), FACTOR_ROWS, PERSONS})
MARKS = ",;\t|"
AT_ONCE = 5_000
"""How many rows of a Parquet file are in memory at once."""
_REMEDY = "Export the table again, or leave it out"


def tables_in(folder: Path, name: str) -> dict[str, Path]:
    """The files of a folder by the table that they hold, such as dbo.ssd_person.csv for ssd_person.

    UnreadableFile where it holds none, or two files for one table.
    """
    found: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        table = _table_of(path)
        if table in found:
            what = f"the table {table} stands there twice: {found[table].name} and {path.name}"
            raise UnreadableFile(what, name, "Leave one of them")
        if table:
            found[table] = path
    if not found:
        what = "this is a folder without a table of the Standard Safeguarding Dataset"
        remedy = "Give the file that is in it, or a folder with tables such as ssd_cin_episodes.csv"
        raise UnreadableFile(what, name, remedy)
    return found


def _table_of(path: Path) -> str:
    if path.suffix.lower() not in (".csv", ".parquet") or not path.is_file():
        return ""
    stem = path.stem.lower().rpartition(".")[2]
    return next((table for table in (stem, f"ssd_{stem}") if table in NAMES), "")


class TableFile:
    """One file: `columns` are its headings in small letters; iterate for line and cells of each row.

    `encoding` is empty for Parquet. UnreadableFile, with place and remedy, where it is no table.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._parquet = path.suffix.lower() == ".parquet"
        self.encoding = ""
        self._mark = ","
        self.columns = self._of_parquet() if self._parquet else self._of_csv()

    @property
    def not_utf8(self) -> bool:
        """Whether it was read as Windows-1252."""
        return self.encoding == WINDOWS

    def __iter__(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        return self._parquet_rows() if self._parquet else self._csv_rows()

    def _of_csv(self) -> tuple[str, ...]:
        with open_file(self._path) as file:
            self.encoding = encoding_of(file, self._path.name)
            with TextIOWrapper(file, self.encoding, newline="") as text:
                line = text.readline()
        self._mark = max(MARKS, key=line.count)
        return _plain(next(csv.reader([line], delimiter=self._mark), []))

    def _csv_rows(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        with self._path.open(encoding=self.encoding, newline="") as text:
            rows = csv.reader(text, delimiter=self._mark, strict=True)
            line = 1
            try:
                for number, cells in enumerate(rows):
                    if number and any(cells):
                        yield line, dict(zip(self.columns, map(text_of, cells), strict=False))
                    line = rows.line_num + 1
            except csv.Error as wrong:
                what = f"quotation marks do not match in the row that begins here ({wrong})"
                raise UnreadableFile(what, f"{self._path.name}, line {line}", _REMEDY) from wrong

    def _of_parquet(self) -> tuple[str, ...]:
        try:
            with pq.ParquetFile(self._path) as file:
                return _plain(file.schema_arrow.names)
        except (pa.ArrowException, OSError) as wrong:
            raise self._broken(wrong) from wrong

    def _parquet_rows(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        line = 0
        try:
            with pq.ParquetFile(self._path) as file:
                for batch in file.iter_batches(AT_ONCE):
                    for row in batch.to_pylist():
                        line += 1
                        yield line, dict(zip(self.columns, map(text_of, row.values()), strict=True))
        except (pa.ArrowException, OSError) as wrong:
            raise self._broken(wrong) from wrong

    def _broken(self, wrong: Exception) -> UnreadableFile:
        return UnreadableFile(f"this Parquet file cannot be read ({wrong})", self._path.name, _REMEDY)


def _plain(headings: list[str]) -> tuple[str, ...]:
    return tuple(heading.strip("\ufeff \"'[]").lower() for heading in headings)
