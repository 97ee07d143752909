"""Ladders: steps that climb while something stays unresolved, read into one duty for each step."""

from __future__ import annotations

from dataclasses import replace

from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.pattern import Patterns
from heeded.core.procedures.rule import Duty, Occurrence, OfFinding, Rule, Spoilt, Within
from heeded.core.procedures.text.clause import Clause, attempt, gather
from heeded.core.procedures.text.clauses import Clauses
from heeded.core.procedures.text.form import read_occurrence
from heeded.core.procedures.text.line import Line
from heeded.core.procedures.text.pattern import read_all_patterns
from heeded.core.procedures.text.rule import ABOUT, read_about, read_name
from heeded.core.procedures.text.span import read_within

_NEEDED = ("when", "until", "step")
_MAY = ("unless", "while", "except while")
_HOW = "Write such as “step their managers within 2 working days”."


def read_ladder(heading: Clause, lines: tuple[Line, ...]) -> tuple[tuple[Rule, ...], list[Mistake]]:
    """The duties of a ladder, lowest step first, and every mistake in it.

    Each step is owed from the moment the step below is overdue; the first, from the `when`.
    """
    about = tuple(word for word in ABOUT if word not in ("until", "owed by"))
    clauses = Clauses.read(heading, gather(lines), (*about, *_NEEDED, *_MAY), several=("step",))
    for word in _NEEDED:
        if not clauses.has(word):
            clauses.missing(f"The ladder has no “{word}”.", f"Add a line “{word} …”.")
    name = attempt(clauses.mistakes, read_name, heading)
    when = clauses.read_one("when", read_occurrence)
    until = clauses.read_one("until", _events)
    unless = clauses.read_one("unless", _events) or ()
    steps = [attempt(clauses.mistakes, _step, clause) for clause in clauses.all("step")]
    whole = read_about(clauses, ending=("in force until",))
    if name is None or when is None or until is None or clauses.mistakes:
        return (), clauses.mistakes
    below: Occurrence | OfFinding = when
    rules = []
    for number, (clause, owed_by, within) in enumerate((step for step in steps if step), start=1):
        form = Duty(below, until, within, unless)
        step_name = f"{name}-step-{number}"
        rules.append(
            replace(whole, name=step_name, form=form, owed_by=owed_by, ladder=name, line=clause.line.number)
        )
        below = OfFinding(step_name, Spoilt.OVERDUE)
    return tuple(rules), clauses.mistakes


def _events(clause: Clause) -> Patterns:
    return read_all_patterns(clause.phrases)


def _step(clause: Clause) -> tuple[Clause, str, Within]:
    """Who is owed by at a step, and how long they have."""
    owed_by, within, span = clause.said("who, and within what time").rpartition(" within ")
    if not within or not owed_by.strip():
        raise clause.wrong("The step does not say both who acts and within what time.", _HOW)
    return clause, owed_by.strip(), read_within(span, clause.lines[-1])
