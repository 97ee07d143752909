"""A rule in pieces, for a drawing or a table: what starts it, what it asks, by when, and of whom."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.procedures.account.sentences import content, ordinal
from heeded.core.procedures.pattern import Patterns
from heeded.core.procedures.rule import (
    Ban,
    Content,
    Duty,
    Gate,
    Occurrence,
    OfFinding,
    Recurring,
    Rule,
    StatedDay,
    Within,
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a rule: `opening` says how it is started by any of `starts`.

    `asking` says how it asks for any of `asks`, `when` by when (empty where it sets no time). `after` is
    the name of the rule on whose lapse it starts, if it does on one.
    """

    opening: str
    starts: tuple[str, ...]
    asking: str
    asks: tuple[str, ...]
    when: str = ""
    after: str = ""


def pieces(rule: Rule) -> Pieces:
    """The pieces of a rule, events by their kinds alone: the explanation gives the conditions on them."""
    match rule.form:
        case Duty() as form:
            return _duty(form)
        case Recurring(must=must, every=every):
            begins = _kinds(rule.scope.begins) if rule.scope else ()
            return Pieces("from", begins, "again and again", _kinds(must), f"every {every[-1].amount}")
        case Gate(before=before, need=need, within=within):
            needed = tuple(kind for patterns in need for kind in _kinds(patterns))
            recent = f"not older than {within.amount}" if within else ""
            return Pieces("before", _kinds(before), "there must have been", needed, recent)
        case Ban(never=never):
            begins = _kinds(rule.scope.begins) if rule.scope else ()
            return Pieces("from", begins, "never", _kinds(never))
        case Content(when=when) as form:
            return Pieces("in the record of", _kinds(when), "must", (content(form),))


def _duty(form: Duty) -> Pieces:
    asked = ("then", _kinds(form.must), _by(form.within))
    match form.when:
        case OfFinding(name, spoilt):
            return Pieces(f"when this is {spoilt}", (), *asked, name)
        case Occurrence(patterns, nth):
            often = f", for the {ordinal(nth.number)} time or more," if nth else ""
            return Pieces(f"when there is{often}", _kinds(patterns), *asked)


def _kinds(patterns: Patterns) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pattern.kind for pattern in patterns))


def _by(within: Within | StatedDay) -> str:
    if isinstance(within, StatedDay):
        return f"by the day stated as {within.field}"
    return f"within {within.amount}{' of knowing' if within.of_knowing else ''}"
