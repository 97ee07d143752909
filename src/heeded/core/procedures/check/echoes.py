"""Rules in which one event would answer itself."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.procedures.check.contradictions import overlap
from heeded.core.procedures.clauses import answers_of, limits_of, occasions_of
from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.pattern import Pattern, Patterns
from heeded.core.procedures.rule import Ban, Gate, Recurring, Rule


def echoing(rule: Rule) -> Iterator[Mistake]:
    """The events that stand both where the rule is judged and where its answer is looked for."""
    if isinstance(rule.form, Recurring):
        begins_and_ends = limits_of(rule)
        for word, patterns in begins_and_ends:
            yield from _both(rule, ("must", rule.form.must), (word, patterns))
        return
    opening = {Gate: "before", Ban: "never"}.get(type(rule.form), "when")
    for clause in (*answers_of(rule), *limits_of(rule)):
        yield from _both(rule, (opening, occasions_of(rule)), clause)


def _both(rule: Rule, one: tuple[str, Patterns], other: tuple[str, Patterns]) -> Iterator[Mistake]:
    """The events of one clause that could be an event of the other."""
    for pattern in other[1]:
        twin = next((each for each in one[1] if overlap(each, pattern)), None)
        if twin is not None:
            yield _echo(rule, one[0], other[0], pattern)


def _echo(rule: Rule, opening: str, word: str, pattern: Pattern) -> Mistake:
    return Mistake(
        rule.file,
        pattern.line,
        f"“{pattern.kind}” stands both in “{opening}” and in “{word}” of “{rule.name}”, "
        "so that one event would answer itself.",
        f"Name another event in “{word}”, or give both conditions that no one event can meet, "
        "such as a field that is yes in one and no in the other.",
    )
