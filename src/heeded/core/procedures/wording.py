"""Conditions and values put back into the words of the language, as a handbook would write them."""

from __future__ import annotations

from collections.abc import Sequence

from heeded.core.chronology.vocabulary import EVERY_KIND
from heeded.core.procedures.pattern import AGE, REST_DAY, Comparison, Condition

_MONTHS_IN_A_YEAR = 12
_SIZES = (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.UNDER, Comparison.OVER)


def condition_words(condition: Condition) -> str:
    """One condition in the words of the language."""
    name, comparison = condition.field, condition.comparison
    if comparison is Comparison.IS and isinstance(condition.values[0], bool):
        return _yes_or_no(name, said=condition.values[0])
    if comparison in (Comparison.STATED, Comparison.NOT_STATED):
        return f"{name} {comparison}"
    if comparison in _SIZES:
        return f"{name} {comparison.removeprefix('is ')} {_values(condition)}"
    if comparison is Comparison.ALL_OF and name.endswith(" by"):
        return f"{name} {_values(condition)}"
    return f"{name} {comparison} {_values(condition)}"


def _yes_or_no(name: str, *, said: bool) -> str:
    if name == REST_DAY:
        return name if said else "on a working day"
    return name if said else f"not {name}"


def value_words(kind: str, name: str, value: object) -> str:
    """What an event states in a field, in words; several names in the order of the vocabulary."""
    if isinstance(value, frozenset):
        found = EVERY_KIND[kind].field(name) if kind in EVERY_KIND else None
        order = found.choices if found else ()
        return listed(
            sorted(value, key=lambda each: (order.index(each) if each in order else -1, each)), "and"
        )
    return f"{value:g}" if isinstance(value, float) else str(value)


def listed(words: Sequence[str], last: str) -> str:
    """Words in a row: one, two and three."""
    if len(words) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def _values(condition: Condition) -> str:
    if condition.field == AGE and isinstance(condition.values[0], int | float):
        return _age(int(condition.values[0]))
    joint = "and" if condition.comparison is Comparison.ALL_OF else "or"
    written = [f"{value:g}" if isinstance(value, float) else str(value) for value in condition.values]
    return listed(written, joint)


def _age(months: int) -> str:
    years, over = divmod(months, _MONTHS_IN_A_YEAR)
    number, unit = (months, "month") if over or not years else (years, "year")
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
