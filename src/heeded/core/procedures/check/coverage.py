"""Rules that are not tried out by examples, and examples of rules that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.mistake import Mistake, either, nearest
from heeded.core.procedures.rule import Ban, Content, Duty, Gate, Recurring, Rule

NOT_OWED = "not owed"
WANTED: dict[type, tuple[tuple[str, ...], ...]] = {
    Duty: (("kept",), ("kept late",), ("overdue",), (NOT_OWED,)),
    Recurring: (("kept",), ("kept late", "overdue"), (NOT_OWED,)),
    Gate: (("kept",), ("broken",), (NOT_OWED,)),
    Ban: (("kept",), ("broken",), (NOT_OWED,)),
    Content: (("kept",), ("broken",)),
}
"""What the examples of a rule must show between them, by its form; of several verdicts, any one."""


def ruleless(handbook: Handbook) -> Iterator[Mistake]:
    """A warning for a handbook without a rule: perhaps one of its files was given in place of the folder."""
    if not handbook.rules:
        file = handbook.steps[0].file if handbook.steps else ""
        remedy = "Give the folder with all its files, and open the block of each rule with ```rule."
        yield Mistake(file, 0, "This handbook has no rule.", remedy, grave=False)


def untried(handbook: Handbook) -> Iterator[Mistake]:
    """The rules whose examples do not show each way they can come out, and strays."""
    yield from _of_no_rule(handbook)
    shown = _shown(handbook)
    for name, rule in _first_of_each(handbook).items():
        lacking = [
            either(ways) for ways in WANTED[type(rule.form)] if shown.get(name, set()).isdisjoint(ways)
        ]
        if lacking:
            whole = f"ladder “{rule.ladder}”" if rule.ladder else f"rule “{name}”"
            yield Mistake(
                rule.file,
                rule.line,
                f"No example shows the {whole} {_listed(lacking)}.",
                "Add an ```example for each below the rule.",
            )


def _first_of_each(handbook: Handbook) -> dict[str, Rule]:
    """One rule for each name; the steps of a ladder count together, under the ladder's name."""
    found: dict[str, Rule] = {}
    for rule in handbook.rules:
        found.setdefault(rule.ladder or rule.name, rule)
    return found


def _shown(handbook: Handbook) -> dict[str, set[str]]:
    """The verdicts that examples expect, by rule or ladder."""
    whole = {rule.name: rule.ladder or rule.name for rule in handbook.rules}
    shown: dict[str, set[str]] = {}
    for example in handbook.examples:
        for expected in example.expected:
            shown.setdefault(whole.get(expected.rule, expected.rule), set()).add(expected.verdict)
        for expected in example.not_owed:
            shown.setdefault(whole.get(expected.rule, expected.rule), set()).add(NOT_OWED)
    return shown


def _of_no_rule(handbook: Handbook) -> Iterator[Mistake]:
    names = {rule.name for rule in handbook.rules}
    for example in handbook.examples:
        for expected in (*example.expected, *example.not_owed):
            if expected.rule not in names:
                yield Mistake(
                    example.file,
                    expected.line,
                    f"“{example.title}” expects something of “{expected.rule}”, which is no rule."
                    f"{nearest(expected.rule, names)}",
                    "Write a rule's name; a step of a ladder is called “LADDER-step-1”.",
                )


def _listed(ways: list[str]) -> str:
    *most, last = ways
    return f"{', '.join(most)} and {last}" if most else last
