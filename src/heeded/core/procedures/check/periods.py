"""Editions and wordings that leave days ungoverned, or govern them twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise

from heeded.core.procedures.handbook import Edition, Handbook
from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.rule import Rule


def ill_dated(handbook: Handbook) -> Iterator[Mistake]:
    """Gaps and overlaps between editions, rules outside them, and two wordings of a rule at one time."""
    file = handbook.steps[0].file if handbook.steps else ""
    yield from _editions(handbook, file)
    yield from _outside(handbook)
    yield from _twice(handbook)


def _editions(handbook: Handbook, file: str) -> Iterator[Mistake]:
    ordered = sorted(handbook.editions, key=lambda edition: edition.since)
    for edition in ordered:
        if edition.until and edition.until < edition.since:
            what = f"The edition “{edition.name}” ends before it begins."
            yield Mistake(file, edition.line, what, "Give the earlier day as “in force from”.")
    for one, other in combinations(ordered, 2):
        if one.name == other.name:
            what = f"Two editions are called “{one.name}”."
            yield Mistake(file, other.line, what, "Give each a name of its own.")
    for earlier, later in pairwise(ordered):
        yield from _seam(earlier, later, file)


def _seam(earlier: Edition, later: Edition, file: str) -> Iterator[Mistake]:
    eve = later.since - timedelta(days=1)
    if earlier.until is None or earlier.until > eve:
        until = earlier.until or "further notice"
        yield Mistake(
            file,
            later.line,
            f"The editions “{earlier.name}” (until {until}) and “{later.name}” (from {later.since}) overlap.",
            f"End “{earlier.name}” with “in force until: {eve}”.",
        )
    elif earlier.until < eve:
        yield Mistake(
            file,
            later.line,
            f"No edition is in force from {earlier.until + timedelta(days=1)} to {eve}.",
            f"End “{earlier.name}” with “in force until: {eve}”, or begin “{later.name}” earlier.",
        )


def _outside(handbook: Handbook) -> Iterator[Mistake]:
    """Rules that no edition ever holds."""
    if not handbook.editions:
        return
    first = min(edition.since for edition in handbook.editions)
    last = max(edition.until or date.max for edition in handbook.editions)
    for rule in handbook.rules:
        if (rule.until and rule.until < first) or (rule.since and rule.since > last):
            yield Mistake(
                rule.file,
                rule.line,
                f"“{rule.name}” is in force only when no edition is.",
                f"Its dates must meet the editions, {first} to {'now' if last == date.max else last}.",
            )


def _twice(handbook: Handbook) -> Iterator[Mistake]:
    wordings: dict[str, list[Rule]] = {}
    for rule in handbook.rules:
        wordings.setdefault(rule.name, []).append(rule)
    for same in wordings.values():
        for one, other in combinations(same, 2):
            if _both_in_force(one, other):
                yield Mistake(
                    other.file,
                    other.line,
                    f"“{other.name}” has two wordings in force on the same days, "
                    f"the other in {one.file}, line {one.line}.",
                    "Part them by “in force from” and “in force until”, or give one another name.",
                )


def _both_in_force(one: Rule, other: Rule) -> bool:
    if one.pending or other.pending:
        return bool(one.pending and other.pending)
    return (one.since or date.min) <= (other.until or date.max) and (other.since or date.min) <= (
        one.until or date.max
    )
