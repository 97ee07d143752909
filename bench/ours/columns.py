"""The log as the kernels' columns, straight from Arrow: no event becomes a Python object."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from bench.days import LocalDays
from bench.draws import DAY, Ints
from bench.log import of_days
from bench.ours.words import WORDS, Fact
from bench.schema import FIRST, KEYS, KINDS, NOW
from heeded.core.evaluation.columns.arrays import NONE
from heeded.core.evaluation.columns.coded import Coded
from heeded.core.evaluation.columns.columns import Columns
from heeded.core.evaluation.columns.people import Persons


def columns(log: pa.Table) -> Columns:
    """The log in columns, in its own order, which is that of arrival: not yet family by family."""
    number = {name: _numbers(log[name]) for name in ("entry", "family", "child", "kind")}
    happened = _numbers(log["happened"])
    told = _numbers(log["recorded"])
    return Columns(
        kinds=tuple(WORDS[name].kind for name in KINDS),
        family=number["family"],
        child=number["child"],
        kind=number["kind"],
        earliest=happened,
        latest=_ends_of_days(happened) if of_days(log) else happened,
        told=told,
        known=told,
        entry=number["entry"],
        persons=Persons.children_of(_family_of_each_child(number["child"], number["family"])),
        keys={name: _numbers(log[name]) for name in KEYS},
        facts=dict(_facts(log, number["kind"])),
    )


def _numbers(column: pa.ChunkedArray) -> Ints:
    """A column of whole numbers; -1 where there is none."""
    filled = column.fill_null(NONE) if column.null_count else column
    return np.asarray(filled.to_numpy(), np.int64)


def _family_of_each_child(child: Ints, family: Ints) -> Ints:
    found = np.full(int(child.max(initial=-1)) + 1, NONE, np.int64)
    found[child] = family
    return found


def _ends_of_days(starts: Ints) -> Ints:
    days = LocalDays.spanning(FIRST - DAY, NOW + DAY)
    ends: Ints = days.starts[days.index(starts) + 1] - 1
    return ends


def _facts(log: pa.Table, kind: Ints) -> Iterator[tuple[str, Coded]]:
    """One column a field; kinds that share a field, such as `outcome`, share the column."""
    stating = [(number, WORDS[name]) for number, name in enumerate(KINDS) if WORDS[name].column]
    for field in dict.fromkeys(word.field for _, word in stating):
        codes = np.full(len(kind), NONE, np.int64)
        values: list[Fact] = []
        for number, word in stating:
            if word.field == field:
                rows = np.flatnonzero(kind == number)
                codes[rows] = _said(log[word.column])[rows]
                places = np.array([_place(word.no, values), _place(word.yes, values), NONE])
                codes[rows] = places[codes[rows]]
        yield field, Coded(codes, tuple(values))


def _said(column: pa.ChunkedArray) -> Ints:
    """A yes-or-no column as 1, 0, and -1 where it is not said."""
    return _numbers(column.cast(pa.int8()))


def _place(value: Fact, values: list[Fact]) -> int:
    if value not in values:
        values.append(value)
    return values.index(value)
