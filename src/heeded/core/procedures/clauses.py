"""Which events each clause of a rule speaks of, whatever the rule's form."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.procedures.pattern import Pattern, Patterns
from heeded.core.procedures.rule import Ban, Content, Duty, Gate, Occurrence, Recurring, Rule, Within


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


def times_of(rule: Rule) -> tuple[Within, ...]:
    """The times that the rule sets."""
    match rule.form:
        case Duty(within=within):
            return (within,)
        case Recurring(every=every):
            return every
        case Gate(within=Within() as within):
            return (within,)
        case _:
            return ()
