"""Rows on their way into the session's staging tables, as PostgreSQL's COPY takes them."""

from __future__ import annotations

from typing import Any

import psycopg

from heeded.adapters.record.bulk.lines import line_of

Row = tuple[Any, ...]

_AT_ONCE = 1_000


class Staging:
    """The rows of a batch, table by table, kept as lines until they are copied."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}

    def add(self, table: str, *values: object) -> None:
        """Add a row: values in the order of the table's columns."""
        self.add_line(table, line_of(*values))

    def add_line(self, table: str, row: str) -> None:
        """Add a row that is written as a line already, a tab after every value."""
        self._lines.setdefault(table, []).append(row[:-1])

    def holds(self, table: str) -> bool:
        """Whether anything is to be copied into a table."""
        return table in self._lines

    def copy(self, cursor: psycopg.Cursor[Row]) -> None:
        """Copy everything."""
        for table, lines in self._lines.items():
            # the table's name is one of ours, never one that was sent
            with cursor.copy(f"COPY pg_temp.{table} FROM STDIN".encode()) as copy:
                for start in range(0, len(lines), _AT_ONCE):
                    copy.write("\n".join(lines[start : start + _AT_ONCE]) + "\n")
