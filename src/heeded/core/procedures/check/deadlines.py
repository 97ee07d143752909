"""Deadlines that cannot be worked out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from heeded.core.chronology.vocabulary.words import SECTORS
from heeded.core.procedures.clauses import times_of
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.mistake import Mistake, nearest
from heeded.core.procedures.rule import Duty, OfFinding, Rule
from heeded.core.procedures.sectors import sector_of


def untimed(handbook: Handbook, *, whole: bool = True) -> Iterator[Mistake]:
    """Deadlines without an amount on the day the rule begins, or without a calendar or a knower.

    With `whole` False an amount that is not there may only be one that could not be read.
    """
    start = min((edition.since for edition in handbook.editions), default=date.max)
    if start < handbook.calendar.reaches_from:
        file = handbook.steps[0].file if handbook.steps else ""
        yield Mistake(
            file,
            0,
            f"The calendar {handbook.calendar.name} begins on {handbook.calendar.reaches_from}, "
            f"after the first edition ({start}).",
            "Add the closures of those years to the calendar, or begin the edition later.",
        )
    for rule in handbook.rules:
        for within in times_of(rule):
            if isinstance(within.amount, str):
                yield from _amount_missing(rule, within.amount, start, handbook, whole=whole)
            if within.of_knowing:
                yield from _nobody_knows(rule)
    if whole:
        yield from _unused(handbook)


def _amount_missing(
    rule: Rule, name: str, start: date, handbook: Handbook, *, whole: bool
) -> Iterator[Mistake]:
    amounts = handbook.amounts.get(name)
    if amounts is None:
        if whole:
            yield Mistake(
                rule.file,
                rule.line,
                f"“{rule.name}” is to be done within “{name}”, but there is no such amount."
                f"{nearest(name, handbook.amounts)}",
                "Give it dated lines in an ```amounts block, or write an amount such as “15 working days”.",
            )
        return
    begins = max(rule.since or start, start)
    if not rule.pending and amounts.on(begins, "") is None:
        yield Mistake(
            amounts.file,
            amounts.lines[0].line,
            f"“{name}” has no line that holds everywhere on {begins}, when “{rule.name}” begins.",
            f"Add a line that begins on {begins} or earlier, without “in”.",
        )


def _nobody_knows(rule: Rule) -> Iterator[Mistake]:
    """A clock that starts when the owing agency knew needs an agency, and something to know."""
    if isinstance(rule.form, Duty) and isinstance(rule.form.when, OfFinding):
        yield Mistake(
            rule.file,
            rule.line,
            f"“{rule.name}” starts when another rule is {rule.form.when.spoilt}, which is no news to anyone.",
            "Leave out “of knowing”.",
        )
    elif sector_of(rule.owed_by) not in SECTORS:
        yield Mistake(
            rule.file,
            rule.line,
            f"“{rule.name}” counts from when “{rule.owed_by}” knew, which names no agency.",
            f"Leave out “of knowing”, or say in “owed by” whose post it is. Sectors: {', '.join(SECTORS)}.",
        )


def _unused(handbook: Handbook) -> Iterator[Mistake]:
    used = {within.amount for rule in handbook.rules for within in times_of(rule)}
    for amounts in handbook.amounts.values():
        if amounts.name not in used:
            yield Mistake(
                amounts.file,
                amounts.lines[0].line,
                f"No rule uses the amount “{amounts.name}”.",
                "Write its name after “within” or “every” of the rule that it is for.",
                grave=False,
            )
