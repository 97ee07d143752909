"""Rules that start on another rule's finding, and where that leads."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.mistake import Mistake, nearest
from heeded.core.procedures.rule import Ban, Content, Duty, Gate, OfFinding, Recurring, Rule, Spoilt

_CAN_BE = {
    Duty: Spoilt.OVERDUE,
    Recurring: Spoilt.OVERDUE,
    Gate: Spoilt.BROKEN,
    Ban: Spoilt.BROKEN,
    Content: Spoilt.BROKEN,
}


def ill_started(handbook: Handbook) -> Iterator[Mistake]:
    """Starts on unknown rules, on rules tied otherwise, on what cannot befall them, and circles."""
    starts = {rule.name: start for rule in handbook.rules if (start := _start(rule))}
    for rule in handbook.rules:
        if (start := _start(rule)) is not None:
            yield from _ill_fitting(rule, start, handbook)
    named: set[str] = set()
    for rule in handbook.rules:
        circle = _circle(rule.name, starts)
        if circle and named.isdisjoint(circle):
            named.update(circle)
            yield Mistake(
                rule.file,
                rule.line,
                f"These rules start one another in a circle: {' → '.join((*circle, circle[0]))}.",
                "Let one of them start on an event.",
            )


def _start(rule: Rule) -> OfFinding | None:
    match rule.form:
        case Duty(when=OfFinding() as start):
            return start
        case _:
            return None


def _ill_fitting(rule: Rule, start: OfFinding, handbook: Handbook) -> Iterator[Mistake]:
    others = [other for other in handbook.rules if other.name == start.rule]
    what = f"“{rule.name}” starts when “{start.rule}” is {start.spoilt}"
    if not others:
        near = nearest(start.rule, {other.name for other in handbook.rules})
        yield Mistake(
            rule.file,
            rule.line,
            f"{what}, but there is no such rule.{near}",
            "Write a rule's name, or an event.",
        )
    for other in others:
        if other.per != rule.per:
            yield Mistake(
                rule.file,
                rule.line,
                f"{what}, but the one is per {rule.per} and the other per {other.per}.",
                f"Write “per {other.per}” in “{rule.name}”.",
            )
        if _CAN_BE[type(other.form)] is not start.spoilt:
            yield Mistake(
                rule.file,
                rule.line,
                f"{what}, which cannot befall it.",
                f"Write “{start.rule} is {_CAN_BE[type(other.form)]}”.",
            )


def _circle(name: str, starts: dict[str, OfFinding]) -> list[str]:
    """The rules in a circle that leads from this one back to it; empty where none does."""
    path = [name]
    while (start := starts.get(path[-1])) is not None:
        if start.rule == name:
            return path
        if start.rule in path:
            return []
        path.append(start.rule)
    return []
