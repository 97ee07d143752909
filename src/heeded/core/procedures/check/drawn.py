"""Rules that wait for what nobody can do: an event that the record draws, where an answer is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.chronology.vocabulary import DRAWN
from heeded.core.procedures.clauses import patterns_of
from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.rule import Rule

STARTING = ("when", "before", "never", "since")
"""The clauses in which a drawn event may stand; besides, a state may begin with one."""


def unanswerable(rule: Rule) -> Iterator[Mistake]:
    """The drawn events that stand where somebody would have to do them, or by which a state would end."""
    begins = [pattern for scope in (rule.scope, rule.apart) if scope for pattern in scope.begins]
    for word, pattern in patterns_of(rule):
        begun = word in STARTING or any(pattern is each for each in begins)
        if pattern.kind in DRAWN and not begun:
            yield Mistake(
                rule.file,
                pattern.line,
                f"“{pattern.kind}” in “{word}” of “{rule.name}” is drawn from the record: nobody can do it.",
                "Let it begin the rule, and name here what somebody does.",
            )
