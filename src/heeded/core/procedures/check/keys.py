"""Rules whose events cannot be tied together."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.chronology.vocabulary import ALWAYS, EVERY_KIND, KEYS
from heeded.core.procedures.clauses import answers_of, patterns_of
from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.pattern import Pattern, Scope
from heeded.core.procedures.rule import Rule


def untied(rule: Rule) -> Iterator[Mistake]:
    """The events that do not carry what the rule ties them by, so that they never belong together."""
    for word, pattern in patterns_of(rule):
        if rule.per not in EVERY_KIND[pattern.kind].keys:
            yield _without(rule, word, pattern, rule.per, f"per {rule.per}")
    for word, scope in (("while", rule.scope), ("except while", rule.apart)):
        if scope and scope.matching:
            yield from _unmatched(rule, word, scope, scope.matching)
    if rule.for_each and rule.for_each.grown:
        yield from _about_nobody(rule)


def _unmatched(rule: Rule, word: str, scope: Scope, key: str) -> Iterator[Mistake]:
    for pattern in (*scope.begins, *scope.ends):
        if key not in EVERY_KIND[pattern.kind].keys:
            yield _without(rule, word, pattern, key, f"matching {key}")


def _without(rule: Rule, word: str, pattern: Pattern, key: str, clause: str) -> Mistake:
    carried = [other for other in KEYS if other in EVERY_KIND[pattern.kind].keys]
    tied = _shared(rule) if clause.startswith("per") else carried
    return Mistake(
        rule.file,
        pattern.line,
        f"“{pattern.kind}” in “{word}” of “{rule.name}” does not say which {key} it belongs to, "
        f"so that “{clause}” never ties it.",
        f"It carries: {', '.join(carried)}. Every event of the rule can be tied by: {', '.join(tied)}.",
    )


def _shared(rule: Rule) -> list[str]:
    """The keys that every event of the rule carries."""
    kinds = [EVERY_KIND[pattern.kind] for _, pattern in patterns_of(rule)]
    return [key for key in KEYS if all(key in kind.keys for kind in kinds)] or list(ALWAYS)


def _about_nobody(rule: Rule) -> Iterator[Mistake]:
    for word, patterns in answers_of(rule):
        for pattern in patterns:
            if word != "since" and EVERY_KIND[pattern.kind].field("person") is None:
                yield Mistake(
                    rule.file,
                    pattern.line,
                    f"“{pattern.kind}” in “{word}” of “{rule.name}” does not say which person it is about, "
                    "so that it never answers for each adult.",
                    "Name an event with the field “person”, such as “possible source considered”.",
                )
