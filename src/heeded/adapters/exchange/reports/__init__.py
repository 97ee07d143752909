"""Audits written for others: as a folder of files, or as one table."""

from collections.abc import Iterable
from io import TextIOWrapper
from typing import BinaryIO

from heeded.adapters.exchange.reports.columns import TABLE, table_rows
from heeded.adapters.exchange.reports.folder import ReportFolder
from heeded.adapters.exchange.reports.record import record_of
from heeded.adapters.exchange.reports.rows import CsvRows, ParquetRows
from heeded.casework.ports import Audited

__all__ = ["ReportFolder", "record_of", "write_table"]


def write_table(audits: Iterable[Audited], out: BinaryIO, ending: str) -> None:
    """Write the table of some audits as csv or parquet; `out` is closed."""
    rows = ParquetRows(out, TABLE) if ending == "parquet" else CsvRows(_text(out), TABLE)
    with rows:
        for audited in audits:
            for row in table_rows(audited):
                rows.write(row)


def _text(out: BinaryIO) -> TextIOWrapper:
    return TextIOWrapper(out, encoding="utf-8", newline="")
