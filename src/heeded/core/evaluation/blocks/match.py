"""Conditions: which of the values that occur in a column meet what a rule says."""

from __future__ import annotations

import numpy as np

from heeded.core.chronology.entry import Fact
from heeded.core.chronology.vocabulary import EVERY_KIND
from heeded.core.chronology.vocabulary.field import FieldType
from heeded.core.evaluation.columns.arrays import Flags
from heeded.core.evaluation.columns.coded import Coded
from heeded.core.procedures.pattern import Comparison, Condition


def met(condition: Condition, kind: str, column: Coded | None, size: int) -> Flags:
    """Which rows of a column meet a condition on events of a kind.

    No column at all: that many rows, none of which states the field.
    """
    unstated = condition.comparison is Comparison.NOT_STATED
    if column is None:
        return np.full(size, unstated)
    table = [meets(condition, kind, value) for value in column.values]
    return np.array([*table, unstated])[column.codes]


def meets(condition: Condition, kind: str, value: Fact) -> bool:
    """Whether a value that an event gives meets a condition; an empty value counts as not given."""
    given = value not in ("", frozenset())
    if condition.comparison is Comparison.NOT_STATED:
        return not given
    return given and (condition.comparison is Comparison.STATED or _agrees(condition, kind, value))


def _agrees(condition: Condition, kind: str, value: Fact) -> bool:
    wanted = condition.values
    match condition.comparison:
        case Comparison.IS:
            return value == wanted[0]
        case Comparison.IS_NOT:
            return value != wanted[0]
        case Comparison.ANY_OF:
            return value in wanted
        case Comparison.ALL_OF:
            return set(wanted) <= _with_wider(value, kind, condition.field)
        case Comparison.SOME_OF:
            return not _with_wider(value, kind, condition.field).isdisjoint(wanted)
        case _:
            return _measures(condition, kind, value)


def _with_wider(value: Fact, kind: str, name: str) -> frozenset[str]:
    """The names that an event gives, with the wider ones that take them in; none where it gives no names."""
    if not isinstance(value, frozenset):
        return frozenset()
    field = EVERY_KIND[kind].field(name)
    above = field.wider if field else {}
    return frozenset(value).union(*(above[each] for each in value if each in above))


def _measures(condition: Condition, kind: str, value: Fact) -> bool:
    size = _height(value, kind, condition.field)
    limit = _height(condition.values[0], kind, condition.field)
    if size is None or limit is None:
        return False
    match condition.comparison:
        case Comparison.AT_LEAST:
            return size >= limit
        case Comparison.AT_MOST:
            return size <= limit
        case Comparison.UNDER:
            return size < limit
        case _:
            return size > limit


def _height(value: Fact, kind: str, name: str) -> float | None:
    """How high a number, or a word on a rising scale, stands; None for whatever has no height."""
    if isinstance(value, str):
        known = EVERY_KIND.get(kind)
        field = known.field(name) if known else None
        rising = field is not None and field.type is FieldType.LEVEL and value in field.choices
        return float(field.choices.index(value)) if field is not None and rising else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)
