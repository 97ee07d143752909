"""Propose an act that nobody has done, as an entry that can be judged and is never kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.vocabulary import FieldType, kind
from heeded.core.chronology.vocabulary.field import Field
from heeded.core.chronology.when import Precision, When
from heeded.core.procedures.pattern import AGE, REST_DAY, Comparison, Condition, Pattern

PROPOSED = "proposed"
"""The id of a proposed entry."""


def propose(pattern: Pattern, child: str, agency: str, keys: Mapping[str, str], now: int) -> Entry:
    """An act of the sort that a pattern speaks of, done now (seconds UTC) by an agency.

    A condition on the child's age or on the day is left to be judged.
    """
    return Entry(
        id=PROPOSED,
        kind=pattern.kind,
        child=child,
        happened=When(now, now, Precision.INSTANT),
        told=now,
        source=Source(agency),
        keys=keys,
        facts=_facts(pattern),
    )


def _facts(pattern: Pattern) -> dict[str, Fact]:
    """What an entry would have to state to be one that the pattern speaks of, as far as one can say."""
    facts: dict[str, Fact] = {}
    for condition in pattern.conditions:
        field = kind(pattern.kind).field(condition.field)
        if field is None or condition.field in (AGE, REST_DAY):
            continue
        fact = _meeting(condition, field)
        if fact is not None:
            facts[condition.field] = fact
    return facts


def _meeting(condition: Condition, field: Field) -> Fact | None:
    first = condition.values[0] if condition.values else None
    match condition.comparison:
        case Comparison.IS | Comparison.ANY_OF | Comparison.AT_LEAST | Comparison.AT_MOST:
            return first
        case Comparison.ALL_OF:
            return frozenset(str(value) for value in condition.values)
        case Comparison.SOME_OF:
            return frozenset({str(first)})
        case Comparison.STATED:
            return _anything(field)
        case Comparison.IS_NOT | Comparison.UNDER | Comparison.OVER if field.choices:
            others = [choice for choice in field.choices if _differs(choice, str(first), condition, field)]
            return others[0] if others else None
        case _:
            return None


def _differs(choice: str, first: str, condition: Condition, field: Field) -> bool:
    places = field.choices.index
    match condition.comparison:
        case Comparison.UNDER:
            return places(choice) < places(first)
        case Comparison.OVER:
            return places(choice) > places(first)
        case _:
            return choice != first


def _anything(field: Field) -> Fact:
    match field.type:
        case FieldType.YES_NO:
            return True
        case FieldType.NUMBER:
            return 1
        case FieldType.DATE:
            return date.max
        case FieldType.NAMES:
            return frozenset(field.choices[:1] or ("anything",))
        case _:
            return field.choices[0] if field.choices else "anything"
