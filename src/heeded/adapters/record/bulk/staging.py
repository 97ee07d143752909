"""Rows on their way into the session's staging tables, as PostgreSQL's COPY takes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import psycopg

Row = tuple[Any, ...]

_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"'})
_AT_ONCE = 1_000


class Staging:
    """The rows of a batch, table by table, kept until they are copied."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Iterable[object]]] = {}

    def add(self, table: str, *values: object) -> None:
        """Add a row: values in the order of the table's columns."""
        self._rows.setdefault(table, []).append(values)

    def holds(self, table: str) -> bool:
        """Whether anything is to be copied into a table."""
        return table in self._rows

    def copy(self, cursor: psycopg.Cursor[Row]) -> None:
        """Copy everything."""
        for table, rows in self._rows.items():
            # the table's name is one of ours, never one that was sent
            with cursor.copy(f"COPY pg_temp.{table} FROM STDIN".encode()) as copy:
                for start in range(0, len(rows), _AT_ONCE):
                    copy.write("".join(map(_line, rows[start : start + _AT_ONCE])))


def _line(values: Iterable[object]) -> str:
    return "\t".join(map(_text, values)) + "\n"


def _text(value: object) -> str:
    """A value as COPY's text format has it."""
    if isinstance(value, str):
        return value.translate(_ESCAPED) if _needs(value) else value
    if value is None:
        return "\\N"
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, bytes):
        return f"\\\\x{value.hex()}"
    if isinstance(value, list):
        return _array(value).translate(_ESCAPED)
    return str(value)


def _needs(value: str) -> bool:
    return "\\" in value or "\n" in value or "\t" in value or "\r" in value


def _array(values: list[object]) -> str:
    """An array's literal, every member in quotes."""
    return "{" + ",".join(f'"{str(value).translate(_QUOTED)}"' for value in values) + "}"
