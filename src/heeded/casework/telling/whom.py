"""Whom a change is told: a notice for each agency and reason, however many lines are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from heeded.casework.invariants import offer_of
from heeded.casework.judging.judge import Judged
from heeded.casework.ports import Notice, Owed
from heeded.casework.ports.notices import Why
from heeded.casework.telling.address import REACHING
from heeded.core.chronology.answering import addressed
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.evaluation.because import as_it_stands, began, whose
from heeded.core.evaluation.finding import Verdict
from heeded.core.procedures.rule import Duty, Rule

Telling = tuple[str, Why, str]
"""An agency, why it is told, and the child."""

_LOOK_AGAIN = "decision reviewed"
_SETTLING = ("disagreement answered", "disagreement taken up", "disagreement resolved")


def owing_lines(lines: Sequence[Owed], rules: Iterable[Rule]) -> Iterator[Telling]:
    """Those who owe what is new or turned overdue."""
    named = {line.finding.rule for line in lines}
    asked = {rule.name: _asked(rule) for rule in rules if rule.name in named}
    for line in lines:
        if line.agency:
            yield line.agency, _why(line, asked.get(line.finding.rule, frozenset())), line.finding.child


def handed_back(
    judged: Iterable[Judged], fresh: Iterable[Entry], chronology: Chronology
) -> Iterator[Telling]:
    """Those whose hand-over was refused, or not accepted in time: it is still theirs."""
    for entry in fresh:
        if entry.kind == "hand-over refused" and (offer := offer_of(entry, chronology)) is not None:
            yield offer.source.agency, Why.HANDED_BACK, entry.child
    for each in judged:
        if each.finding.verdict is Verdict.OVERDUE and "hand-over accepted" in _asked(each.rule):
            for agency in _still_theirs(each, chronology):
                yield agency, Why.HANDED_BACK, each.finding.child


def unanswered(judged: Iterable[Judged], chronology: Chronology) -> Iterator[Telling]:
    """Those to whom something was sent that its sender should have heard of by now, and has not."""
    for each in judged:
        begun = began(each.finding, chronology)
        if each.finding.verdict is not Verdict.OVERDUE or begun is None or begun.id != each.finding.trigger:
            continue
        if begun.kind in REACHING and begun.source.agency in whose(each.finding, chronology):
            for agency in addressed(as_it_stands(begun, chronology), chronology):
                yield agency, Why.UNANSWERED, each.finding.child


def broken(judged: Iterable[Judged], chronology: Chronology) -> Iterator[Telling]:
    """Those who answer for it that something was done before what had to come first."""
    for each in judged:
        begun = began(each.finding, chronology)
        for agency in whose(each.finding, chronology) or (begun.source.agency if begun else "",):
            yield agency, Why.BROKEN, each.finding.child


def overridden(judged: Iterable[Judged], chronology: Chronology) -> Iterator[Telling]:
    """Those whose words a gate stood on that somebody took on themselves: all but who did."""
    sources = {entry.id: entry.source.agency for entry in chronology.entries}
    for each in judged:
        decider = sources.get(each.grounds[-1], "") if each.grounds else ""
        for agency in dict.fromkeys(sources[entry] for entry in each.entries if entry in sources):
            if agency != decider:
                yield agency, Why.OVERRIDDEN, each.finding.child


def notices(tellings: Iterable[Telling], family: str, now: int) -> Iterator[Notice]:
    """One notice for each agency and reason: nobody is flooded."""
    seen: set[tuple[str, Why]] = set()
    for agency, why, child in tellings:
        if agency and (agency, why) not in seen:
            seen.add((agency, why))
            yield Notice(agency=agency, why=why, at=now, family=family, child=child)


def _why(line: Owed, asked: frozenset[str]) -> Why:
    if line.finding.verdict is Verdict.OVERDUE:
        return Why.OVERDUE
    if _LOOK_AGAIN in asked:
        return Why.REOPENED
    return Why.DISAGREEMENT if asked.intersection(_SETTLING) else Why.DUTY


def _asked(rule: Rule) -> frozenset[str]:
    """The kinds of event by which a duty is met."""
    return (
        frozenset(pattern.kind for pattern in rule.form.must) if isinstance(rule.form, Duty) else frozenset()
    )


def _still_theirs(each: Judged, chronology: Chronology) -> Sequence[str]:
    """Whose it stays: who offered it or, where it only came to the wrong place, who sent it there."""
    begun = began(each.finding, chronology)
    if begun is not None and begun.kind == "hand-over offered":
        return (begun.source.agency,)
    return tuple(
        dict.fromkeys(
            event.entry.source.agency
            for event in chronology.as_known()
            if event.entry.kind in ("referral made", "hand-over offered")
            and event.entry.child == each.finding.child
            and each.finding.key in event.entry.keys.values()
        )
    )
