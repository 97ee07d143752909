"""A handbook in outline: its steps in the order of the work, and the rules in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heeded.core.procedures.account.sentences import content, events, kinds, state
from heeded.core.procedures.handbook import Handbook, Step
from heeded.core.procedures.rule import (
    Ban,
    Content,
    Duty,
    Form,
    Gate,
    Occurrence,
    OfFinding,
    Recurring,
    Rule,
    StatedDay,
    Within,
)

FORM_NAMES: dict[type[Form], str] = {
    Duty: "duty",
    Recurring: "recurring duty",
    Gate: "gate",
    Ban: "ban",
    Content: "required content",
}
"""What each form is called."""


@dataclass(frozen=True, slots=True)
class Section:
    """One step of the work and its rules, in the order of the text."""

    number: int
    step: Step
    rules: tuple[Rule, ...]


def sections(handbook: Handbook) -> tuple[Section, ...]:
    """The steps of a handbook that hold rules, numbered in the order of the work."""
    held = [(step, [rule for rule in handbook.rules if rule.file == step.file]) for step in handbook.steps]
    return tuple(
        Section(number, step, tuple(rules))
        for number, (step, rules) in enumerate(((step, rules) for step, rules in held if rules), start=1)
    )


def starts(rule: Rule) -> str:
    """What starts the rule, in the words of its clauses."""
    match rule.form:
        case Duty(when=OfFinding(name, spoilt)):
            return f"when {name} is {spoilt}"
        case Duty(when=Occurrence(patterns, nth)):
            counted = f" (from number {nth.number} within {nth.within} on)" if nth else ""
            return f"when {events(patterns)}{counted}"
        case Gate(before=patterns):
            return f"before {events(patterns)}"
        case Content(when=patterns):
            return f"when {events(patterns)}"
        case _:
            return state(rule.scope) if rule.scope else "always"


def asks(rule: Rule, *, brief: bool = False) -> str:
    """What the rule asks for, in the words of its clauses; in brief, without the conditions on events."""
    said = kinds if brief else events
    match rule.form:
        case Duty(must=must, within=within):
            return f"{said(must)} {_by_when(within)}"
        case Recurring(must=must, every=every):
            return f"{said(must)} every {every[-1].amount}"
        case Gate(need=need):
            return f"need {' and '.join(said(patterns) for patterns in need)}"
        case Ban(never=never):
            return f"never {said(never)}"
        case Content() as form:
            return f"must {content(form)}"


def _by_when(within: Within | StatedDay) -> str:
    if isinstance(within, StatedDay):
        return f"by the day stated as {within.field}"
    return f"within {within.amount}{' of knowing' if within.of_knowing else ''}"


def outline(handbook: Handbook) -> str:
    """The steps in order as plain text: each rule, what starts it and what it asks."""
    return "\n".join(_lines(handbook)) + "\n"


def _lines(handbook: Handbook) -> Iterator[str]:
    yield handbook.title
    for section in sections(handbook):
        yield ""
        yield f"{section.number}. {section.step.title}"
        for rule in section.rules:
            ref = f"{rule.ref} " if rule.ref else ""
            yield f"   {ref}{rule.name} ({FORM_NAMES[type(rule.form)]}, owed by {rule.owed_by})"
            yield f"      {starts(rule)}"
            yield f"      → {asks(rule)}"
