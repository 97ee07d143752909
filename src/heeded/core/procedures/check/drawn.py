"""Rules that wait for what nobody can do: an event that the record draws, where an answer is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.chronology.vocabulary import DRAWN
from heeded.core.procedures.clauses import patterns_of
from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.rule import Rule

STARTING = ("when", "before", "never", "since")
"""The clauses in which a drawn event may stand: those that say what a rule is about, or looks back to."""


def unanswerable(rule: Rule) -> Iterator[Mistake]:
    """The drawn events that stand where somebody would have to do them, or by which a state would end."""
    for word, pattern in patterns_of(rule):
        if pattern.kind in DRAWN and word not in STARTING:
            yield Mistake(
                rule.file,
                pattern.line,
                f"“{pattern.kind}” in “{word}” of “{rule.name}” is drawn from the record: nobody can do it.",
                "Let it begin the rule, and name here what somebody does.",
            )
