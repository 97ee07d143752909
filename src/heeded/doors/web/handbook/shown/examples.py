"""A worked example as a table: what happened, the day of judgement, and what is found of each rule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from heeded.core.chronology.when import local
from heeded.core.evaluation.finding import Verdict
from heeded.core.procedures.handbook import Example, Expected
from heeded.doors.web.handbook.shown.rules import title_of
from heeded.doors.web.shown.moments import moment

_BAR = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"[\s|:-]*-[\s|:-]*")
SIGNS = {
    Verdict.KEPT: "✓",
    Verdict.KEPT_LATE: "◷",
    Verdict.OVERDUE: "!",
    Verdict.MISSED: "✕",
    Verdict.BROKEN: "✕",
    Verdict.DEPARTED: "↷",
    Verdict.OVERRIDE: "↷",
    Verdict.DUE: "…",
    Verdict.VOID: "–",
    Verdict.NOT_ASSESSABLE: "?",
}
"""A sign for each verdict; its word always stands beside it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an example finds of one rule: for whom, with a sign and a word, and by when it was due."""

    rule: str
    title: str
    whom: str
    sign: str
    word: str
    due: str


@dataclass(frozen=True, slots=True)
class ExampleShown:
    """An example: which of its page, its table with the heading apart, what else is said, what is found."""

    number: int
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    said: tuple[str, ...]
    judged: str
    known_to: str
    outcomes: tuple[Outcome, ...]


def example_shown(example: Example, text: str, number: int = 1) -> ExampleShown:
    """An example, with its table and its cast as they are written in its block (`text`)."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    drawn = [_cells(line) for line in lines if line.startswith("|") and not _RULER.fullmatch(line)]
    said = tuple(" ".join(line.split()) for line in lines if not line.startswith(("|", "judged", "expect")))
    agency = example.chronology.agencies.get(example.known_to or "")
    return ExampleShown(
        number=number,
        title=_sentence(example.title),
        columns=tuple(_sentence(each) for each in drawn[0]) if drawn else (),
        rows=tuple(drawn[1:]),
        said=said,
        judged=_moment(example.now),
        known_to=agency.name if agency else example.known_to or "",
        outcomes=tuple(outcomes(example)),
    )


def outcomes(example: Example, only: str = "") -> Iterable[Outcome]:
    """What an example finds, rule by rule; with `only`, of that rule alone."""
    for one in example.expected:
        if not only or one.rule == only:
            sign = SIGNS[Verdict(one.verdict)]
            yield Outcome(one.rule, title_of(one.rule), _whom(one), sign, one.verdict, one.due)
    for one in example.not_owed:
        if not only or one.rule == only:
            yield Outcome(one.rule, title_of(one.rule), _whom(one), "–", _("not owed"), "")


def _whom(one: Expected) -> str:
    if one.child and one.about:
        return _("%(child)s, about %(adult)s") % {"child": one.child, "adult": one.about}
    return one.child or one.about


def _moment(second: int) -> str:
    told = moment(second)
    return told.removesuffix(", 23:59") if local(second).hour == 23 else told  # noqa: PLR2004 - a day's end


def _cells(line: str) -> tuple[str, ...]:
    inner = line.removeprefix("|").removesuffix("|")
    return tuple(cell.replace("\\|", "|").strip() for cell in _BAR.split(inner))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
