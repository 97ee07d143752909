"""Running a handbook's worked examples: the definition must find what each of them expects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from graphlib import CycleError

from heeded.core.evaluation.definition import evaluate
from heeded.core.evaluation.finding import Finding
from heeded.core.evaluation.sequence import in_turn, starts_on
from heeded.core.procedures.clauses import times_of
from heeded.core.procedures.handbook import Example, Expected, Handbook
from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.rule import Rule

_ALWAYS = ("child", "household")


def ready_to_run(example: Example, handbook: Handbook) -> bool:
    """Whether the handbook has every rule and amount that the example needs, and no circle on the way."""
    rules = _commenced({expected.rule for expected in _named(example)}, handbook)
    names = {rule.name for rule in rules}
    wanted = {start for rule in rules for start in starts_on(rule)} | {one.rule for one in _named(example)}
    amounts = {within.amount for rule in rules for within in times_of(rule) if isinstance(within.amount, str)}
    try:
        in_turn(rules)
    except CycleError:
        return False
    return wanted <= names and amounts <= handbook.amounts.keys()


def run_example(example: Example, handbook: Handbook) -> tuple[Mistake, ...]:
    """Where an example's findings differ from those it expects; empty where they agree.

    Every rule that it names must be in the handbook. A rule that is pending is judged as if it
    had commenced, so that it is tried out before it binds.
    """
    named = {expected.rule for expected in _named(example)}
    judged = replace(handbook, rules=_commenced(named, handbook))
    found = evaluate(example.chronology, judged, example.now, example.known_to, example.known_at)
    return tuple(_differences(example, judged, [finding for finding in found if finding.rule in named]))


def _named(example: Example) -> tuple[Expected, ...]:
    return (*example.expected, *example.not_owed)


def _commenced(named: set[str], handbook: Handbook) -> tuple[Rule, ...]:
    """The rules of these names, and those on whose findings they start.

    One that is pending is taken as commenced, unless another wording of it is in force already.
    """
    needed: set[str] = set()
    more = set(named)
    while more - needed:
        needed |= more
        more = {start for rule in handbook.rules if rule.name in needed for start in starts_on(rule)}
    in_force = {rule.name for rule in handbook.rules if not rule.pending}
    return tuple(
        rule if rule.name in in_force else replace(rule, pending="")
        for rule in handbook.rules
        if rule.name in needed
    )


def _differences(example: Example, handbook: Handbook, found: list[Finding]) -> Iterator[Mistake]:
    left = list(found)
    missed = []
    for expected in example.expected:
        met = next((finding for finding in left if _meets(expected, finding, handbook)), None)
        if met is None:
            missed.append(expected)
        else:
            left.remove(met)
    for expected in missed:
        near = next((finding for finding in left if finding.rule == expected.rule), None)
        if near is not None:
            left.remove(near)
        yield _missed(expected, near, example, handbook)
    for finding in left:
        named = next(one for one in _named(example) if one.rule == finding.rule)
        yield Mistake(
            example.file,
            named.line,
            f"“{example.title}”: {finding.rule} is found {_told(finding, handbook)}, which is not expected.",
            "Mend the rule, or add the finding to what the example expects.",
        )


def _missed(expected: Expected, near: Finding | None, example: Example, handbook: Handbook) -> Mistake:
    wanted = " ".join(
        part
        for part in (
            expected.verdict,
            f"for {expected.child}" if expected.child else "",
            f"about {expected.about}" if expected.about else "",
            f"due {expected.due}" if expected.due else "",
        )
        if part
    )
    got = (
        f"is found {_told(near, handbook)}" if near else f"is not owed{_reason(expected, example, handbook)}"
    )
    return Mistake(
        example.file,
        expected.line,
        f"“{example.title}” expects {expected.rule} {wanted}, but it {got}.",
        "Mend the rule, its amounts or the example, whichever is wrong.",
    )


def _meets(expected: Expected, finding: Finding, handbook: Handbook) -> bool:
    return (
        expected.rule == finding.rule
        and expected.verdict == finding.verdict
        and expected.child in ("", finding.child)
        and expected.about in ("", finding.about)
        and (not expected.due or _due(finding, handbook).startswith(expected.due))
    )


def _due(finding: Finding, handbook: Handbook) -> str:
    """When a finding is due, in local time, as an example writes it."""
    if finding.due is None:
        return "never"
    moment = datetime.fromtimestamp(finding.due, UTC).astimezone(handbook.calendar.zone)
    return f"{moment:%Y-%m-%d %H:%M}"


def _told(finding: Finding, handbook: Handbook) -> str:
    """A finding in a few words: its verdict, why, about whom and when due."""
    due = _due(finding, handbook).removesuffix(" 23:59")
    return " ".join(
        part
        for part in (
            str(finding.verdict),
            f"({finding.why})" if finding.why else "",
            f"for {finding.child}",
            f"about {finding.about}" if finding.about else "",
            f"due {due}" if finding.due is not None else "",
        )
        if part
    )


def _reason(expected: Expected, example: Example, handbook: Handbook) -> str:
    """A likely reason why nothing is found, to put the author on the way."""
    rules = [rule for rule in handbook.rules if rule.name == expected.rule]
    entries = example.chronology.entries
    days = [handbook.calendar.local_day(entry.happened.earliest) for entry in entries]
    if days and not any(handbook.edition_on(day) for day in days):
        return ": no edition was in force on the days of its events"
    if days and not any(rule.in_force(day) for rule in rules for day in days):
        return ": the rule was not in force on the days of its events"
    untied = [rule.per for rule in rules if rule.per not in _ALWAYS]
    if untied and not any(key in entry.keys for key in untied for entry in entries):
        return (
            f": no event says which {untied[0]} it belongs to (write “{untied[0]} 1” in the column “which”)"
        )
    return ""
