"""Whether an event is one that a rule speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from heeded.core.chronology.entry import Fact
from heeded.core.chronology.view import Known
from heeded.core.chronology.vocabulary import kind
from heeded.core.chronology.vocabulary.field import FieldType
from heeded.core.evaluation.definition.judging import Judging
from heeded.core.procedures.calendar import OutOfReach
from heeded.core.procedures.pattern import (
    AGE,
    REST_DAY,
    Comparison,
    Condition,
    Pattern,
    Patterns,
)


def matching(patterns: Patterns, judging: Judging) -> list[Known]:
    """The events of the view that match any of the patterns, in the order of the record."""
    return [event for event in judging.of_kinds(patterns) if matches(patterns, event, judging)]


def matches(patterns: Patterns, event: Known, judging: Judging) -> bool:
    """Whether the event matches any of the patterns."""
    for pattern in patterns:
        if pattern.kind == event.entry.kind and meets(pattern.conditions, pattern, event, judging):
            return True
    return False


def meets(conditions: Iterable[Condition], pattern: Pattern, event: Known, judging: Judging) -> bool:
    """Whether the event meets all of these conditions."""
    return all(_holds(condition, pattern.kind, event, judging) for condition in conditions)


def completed_months(born: date, day: date) -> int:
    """The age in completed months on a day; negative before birth."""
    return (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)


def _holds(condition: Condition, kind_name: str, event: Known, judging: Judging) -> bool:
    fact = _fact(condition.field, event, judging)
    if condition.comparison is Comparison.STATED:
        return _stated(fact)
    if condition.comparison is Comparison.NOT_STATED:
        return not _stated(fact)
    return _stated(fact) and _agrees(condition, fact, kind_name)


def _agrees(condition: Condition, fact: Fact | None, kind_name: str) -> bool:
    values = condition.values
    if isinstance(fact, frozenset) and (field := kind(kind_name).field(condition.field)):
        fact = field.widened(fact)
    match condition.comparison:
        case Comparison.IS:
            return fact == values[0]
        case Comparison.IS_NOT:
            return fact != values[0]
        case Comparison.ANY_OF:
            return fact in values
        case Comparison.ALL_OF:
            return isinstance(fact, frozenset) and fact.issuperset(values)
        case Comparison.SOME_OF:
            return isinstance(fact, frozenset) and not fact.isdisjoint(values)
        case comparison:
            size = _size(fact, kind_name, condition.field)
            limit = _size(values[0], kind_name, condition.field)
            return size is not None and limit is not None and _compare(comparison, size, limit)


def _stated(fact: Fact | None) -> bool:
    return fact is not None and fact not in ("", frozenset())


def _compare(comparison: Comparison, size: float, limit: float) -> bool:
    match comparison:
        case Comparison.AT_LEAST:
            return size >= limit
        case Comparison.AT_MOST:
            return size <= limit
        case Comparison.UNDER:
            return size < limit
        case _:
            return size > limit


def _size(value: Fact | float | None, kind_name: str, field_name: str) -> float | None:
    """A number as it is; a level as its place in the rising order; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if not isinstance(value, str):
        return float(value)
    field = kind(kind_name).field(field_name)
    if field is None or field.type is not FieldType.LEVEL or value not in field.choices:
        return None
    return float(field.choices.index(value))


def _fact(name: str, event: Known, judging: Judging) -> Fact | None:
    """What the event states in a field; the computed fields are worked out here."""
    entry = event.entry
    if name == AGE:
        return _age(event, judging)
    if name == REST_DAY:
        return _rest_day(event, judging)
    if name == "agency":
        agency = judging.chronology.agencies.get(entry.source.agency)
        return agency.sector if agency else None
    if name == "role":
        return frozenset({entry.source.role}) if entry.source.role else None
    return entry.facts.get(name)


def _age(event: Known, judging: Judging) -> int | None:
    person = judging.chronology.people.get(event.entry.child)
    born = person.born if person else None
    return None if born is None else completed_months(born, judging.day_of(event))


def _rest_day(event: Known, judging: Judging) -> bool | None:
    happened, calendar = event.entry.happened, judging.calendar
    day = calendar.local_day(happened.earliest)
    if day != calendar.local_day(happened.latest):
        return None
    try:
        return not calendar.is_working_day(day)
    except OutOfReach:
        return None
