"""Audits written for others: as a folder of files, as one object, or as one table."""

from collections.abc import Iterable
from io import BytesIO, StringIO

from heeded.adapters.exchange.reports.columns import TABLE, table_rows
from heeded.adapters.exchange.reports.folder import ReportFolder
from heeded.adapters.exchange.reports.record import record_of
from heeded.adapters.exchange.reports.rows import CsvRows, ParquetRows
from heeded.casework.ports import Audited

__all__ = ["ReportFolder", "record_of", "table_of"]


def table_of(audits: Iterable[Audited], ending: str) -> bytes:
    """The table of some audits as csv (UTF-8) or parquet."""
    found = [row for audited in audits for row in table_rows(audited)]
    if ending == "parquet":
        out = BytesIO()
        table = ParquetRows(out, TABLE)
        for row in found:
            table.write(row)
        table.finish()
        return out.getvalue()
    text = StringIO()
    rows = CsvRows(text, TABLE)
    for row in found:
        rows.write(row)
    return text.getvalue().encode("utf-8")
