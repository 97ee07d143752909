"""Which events each clause of a rule speaks of, whatever the rule's form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heeded.core.chronology.vocabulary import DRAWN
from heeded.core.procedures.pattern import Pattern, Patterns
from heeded.core.procedures.rule import (
    Ban,
    Content,
    Duty,
    ForEach,
    Gate,
    Occurrence,
    Recurring,
    Rule,
    StatedDay,
    Within,
)

SOURCE = "possible source"
"""The kind of event, drawn from the record, that each possible source comes from."""


def occasions_of(rule: Rule) -> Patterns:
    """The events on which the rule is judged; none where it starts on a finding or on a state."""
    match rule.form:
        case Duty(when=Occurrence(patterns, _)) | Gate(before=patterns) | Content(when=patterns):
            return patterns
        case Ban(never):
            return never
        case _:
            return ()


def answers_of(rule: Rule) -> tuple[tuple[str, Patterns], ...]:
    """The clauses whose events decide what becomes of an occasion, each with its word."""
    match rule.form:
        case Duty(must=must, unless=unless):
            return (("must", must), ("unless", unless))
        case Recurring(must=must):
            return (("must", must),)
        case Gate(need=need, since=since):
            return (*(("need", patterns) for patterns in need), ("since", since))
        case _:
            return ()


def limits_of(rule: Rule) -> tuple[tuple[str, Patterns], ...]:
    """The clauses whose events open and close the states that limit the rule."""
    scopes = (("while", rule.scope), ("except while", rule.apart))
    return tuple((word, (*scope.begins, *scope.ends)) for word, scope in scopes if scope)


def patterns_of(rule: Rule) -> Iterator[tuple[str, Pattern]]:
    """Every event that the rule speaks of, with the word of its clause."""
    opening = {Gate: "before", Ban: "never"}.get(type(rule.form), "when")
    for word, patterns in ((opening, occasions_of(rule)), *answers_of(rule), *limits_of(rule)):
        yield from ((word, pattern) for pattern in patterns)


def drawn_by(rules: Sequence[Rule]) -> frozenset[str]:
    """The kinds that the record must draw for these rules to be judged."""
    named = {pattern.kind for rule in rules for _, pattern in patterns_of(rule) if pattern.kind in DRAWN}
    sources = any(rule.for_each is ForEach.POSSIBLE_SOURCE for rule in rules)
    return frozenset({*named, SOURCE} if sources else named)


def times_of(rule: Rule) -> tuple[Within, ...]:
    """The amounts of time that the rule sets."""
    match rule.form:
        case Duty(within=Within() as within):
            return (within,)
        case Recurring(every=every):
            return every
        case Gate(within=Within() as within):
            return (within,)
        case _:
            return ()


def day_stated(rule: Rule) -> tuple[str, Patterns]:
    """The field in which the rule's own events state by which day, with those events; empty: in none."""
    match rule.form:
        case Duty(when=Occurrence(patterns, _), within=StatedDay(field)):
            return field, patterns
        case _:
            return "", ()
