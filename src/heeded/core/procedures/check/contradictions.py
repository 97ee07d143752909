"""Rules that nobody can meet: conditions that no event satisfies, times that leave none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from heeded.core.chronology.vocabulary import EVERY_KIND, FieldType
from heeded.core.chronology.vocabulary.field import Field
from heeded.core.procedures.amount import Amount, Unit
from heeded.core.procedures.clauses import day_stated, occasions_of, patterns_of
from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.pattern import AGE, REST_DAY, Comparison, Condition, Pattern, Patterns
from heeded.core.procedures.rule import Duty, Recurring, Rule

Value = str | float | bool
_ANYTHING_ELSE = "\0"
_OLDEST = 12 * 130
"""Months: older than anyone."""


def impossible(rule: Rule) -> Iterator[Mistake]:
    """The events of a rule that can never be, and the answers that can only come before the occasion."""
    for word, pattern in patterns_of(rule):
        if field := contradicted(pattern.kind, pattern.conditions):
            yield Mistake(
                rule.file,
                pattern.line,
                f"Nobody can meet “{rule.name}”: no “{pattern.kind}” is as “{word}” says of “{field}”.",
                f"Take out or change one of the conditions on “{field}”.",
            )
    yield from _never_stated(rule)
    yield from _too_young(rule)
    if isinstance(rule.form, Recurring) and any(
        _on_the_same_day(within.amount) for within in rule.form.every
    ):
        yield Mistake(
            rule.file,
            rule.line,
            f"“{rule.name}” is owed again on the very day on which it was done, so nobody can meet it.",
            "Write at least “every 1 day”.",
        )


def contradicted(kind: str, conditions: Iterable[Condition]) -> str:
    """A field of which the conditions ask what no value can be; empty where there is none."""
    by_field: dict[str, list[Condition]] = {}
    for condition in conditions:
        by_field.setdefault(condition.field, []).append(condition)
    for name, asked in by_field.items():
        if not any(
            all(_holds(kind, condition, value) for condition in asked) for value in _values(kind, asked)
        ):
            return name
    return ""


def overlap(one: Pattern, other: Pattern) -> bool:
    """Whether a single event can match both patterns."""
    return one.kind == other.kind and not contradicted(one.kind, (*one.conditions, *other.conditions))


def _on_the_same_day(amount: Amount | str) -> bool:
    return isinstance(amount, Amount) and amount.unit is Unit.SAME_DAY


def _never_stated(rule: Rule) -> Iterator[Mistake]:
    """An event that states no day by which a duty is owed, although the duty is owed by that day."""
    field, patterns = day_stated(rule)
    for pattern in patterns:
        stated = (*pattern.conditions, Condition(field, Comparison.STATED))
        if contradicted(pattern.kind, stated) == field:
            yield Mistake(
                rule.file,
                pattern.line,
                f"“{rule.name}” is owed by the day that “{field}” states, but starts where it states none.",
                f"Take out the condition on “{field}”, or write “within …” in place of “by {field}”.",
            )


def _too_young(rule: Rule) -> Iterator[Mistake]:
    """An answer that asks for a younger child than the occasion does can only come before it."""
    if not isinstance(rule.form, Duty) or rule.for_each or rule.per == "household":
        return
    occasions = occasions_of(rule)
    youngest = min((_ages(pattern)[0] for pattern in occasions), default=0)
    oldest = max(_ages(pattern)[1] for pattern in rule.form.must)
    if occasions and oldest < youngest:
        yield Mistake(
            rule.file,
            _age_line(rule.form.must),
            f"Nobody can meet “{rule.name}”: what must follow asks for a younger child than what starts it.",
            "Take the age out of “must”, or raise it.",
        )


def _ages(pattern: Pattern) -> tuple[int, int]:
    """The youngest and the oldest age, in completed months, that a pattern allows."""
    asked = [condition for condition in pattern.conditions if condition.field == AGE]
    fitting = [age for age in _around(asked) if all(_holds(pattern.kind, each, age) for each in asked)]
    return (int(min(fitting)), int(max(fitting))) if asked and fitting else (0, _OLDEST)


def _age_line(patterns: Patterns) -> int:
    lines = [each.line for pattern in patterns for each in pattern.conditions if each.field == AGE]
    return lines[0] if lines else patterns[0].line


def _field(kind: str, name: str) -> Field | None:
    return EVERY_KIND[kind].field(name)


def _values(kind: str, asked: list[Condition]) -> Iterable[Value | None]:
    """Enough values of a field to tell whether any at all meets the conditions; None is unfilled."""
    field = _field(kind, asked[0].field)
    mentioned = [value for condition in asked for value in condition.values]
    if asked[0].field == AGE:
        return _around(asked)
    if asked[0].field == REST_DAY or (field and field.type is FieldType.YES_NO):
        return (None, True, False)
    if field and field.type in (FieldType.CHOICE, FieldType.LEVEL):
        return (None, *field.choices)
    if field and field.type is FieldType.NUMBER:
        return (None, *(float(value) + step for value in mentioned or [0] for step in (-0.5, 0, 0.5)))
    return (None, *mentioned, _ANYTHING_ELSE)


def _around(asked: list[Condition]) -> list[float]:
    ages = [float(value) + step for condition in asked for value in condition.values for step in (-1, 0, 1)]
    return [age for age in (0.0, *ages, float(_OLDEST)) if 0 <= age <= _OLDEST]


def _holds(kind: str, condition: Condition, value: Value | None) -> bool:
    """Whether a value meets one condition; of names, any set may be there, so only filling is asked."""
    match condition.comparison:
        case Comparison.NOT_STATED:
            return value is None
        case Comparison.STATED | Comparison.ALL_OF | Comparison.SOME_OF:
            return value is not None
        case _ if value is None:
            return False
        case Comparison.IS | Comparison.ANY_OF:
            return value in condition.values
        case Comparison.IS_NOT:
            return value not in condition.values
        case comparison:
            return _sized(
                comparison, _size(kind, condition, value), _size(kind, condition, condition.values[0])
            )


def _sized(comparison: Comparison, size: float, limit: float) -> bool:
    return {
        Comparison.AT_LEAST: size >= limit,
        Comparison.AT_MOST: size <= limit,
        Comparison.UNDER: size < limit,
        Comparison.OVER: size > limit,
    }[comparison]


def _size(kind: str, condition: Condition, value: Value) -> float:
    field = _field(kind, condition.field)
    if field and isinstance(value, str):
        return float(field.choices.index(value))
    return float(value)
