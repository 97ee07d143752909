"""A coded column: what events state in one field, as numbers that stand for the values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from heeded.core.chronology.entry import Fact
from heeded.core.evaluation.columns.arrays import Ints, nones


@dataclass(frozen=True, slots=True)
class Coded:
    """For each row the place of its value in `values`, or -1 where the field is not stated."""

    codes: Ints
    values: tuple[Fact, ...]


class Coding:
    """A coded column in the making, row by row."""

    def __init__(self) -> None:
        self._rows: list[int] = []
        self._codes: list[int] = []
        self._places: dict[tuple[type, Fact], int] = {}

    def add(self, row: int, value: Fact) -> None:
        """State a value on a row. True and 1 stay apart, since a rule tells them apart."""
        places = self._places
        self._rows.append(row)
        self._codes.append(places.setdefault((type(value), value), len(places)))

    def __bool__(self) -> bool:
        """Whether any row states the field."""
        return bool(self._rows)

    def column(self, size: int) -> Coded:
        """The column over that many rows."""
        return Coded(scattered(self._rows, self._codes, size), tuple(value for _, value in self._places))


def scattered(rows: Sequence[int], codes: Sequence[int], size: int) -> Ints:
    """A column of that many rows with these codes on these rows, and -1 elsewhere."""
    column = nones(size)
    column[np.array(rows, np.int64)] = codes
    return column
