"""Triggers: the events, or the moments of other findings, that start a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source
from heeded.core.chronology.view import Known
from heeded.core.chronology.when import Precision, When
from heeded.core.evaluation.definition.judging import Judging
from heeded.core.evaluation.definition.match import matching
from heeded.core.evaluation.finding import Finding, Verdict
from heeded.core.procedures.calendar import OutOfReach
from heeded.core.procedures.deadline import due
from heeded.core.procedures.pattern import Nth
from heeded.core.procedures.rule import (
    Ban,
    Content,
    Duty,
    Gate,
    Occurrence,
    OfFinding,
    Rule,
    Spoilt,
)

BEFORE_ALL = -(2**62)
"""What a finding's moment was told and known at, so that it precedes every event of its second."""
SPOILT_BY_TIME = (Verdict.OVERDUE, Verdict.MISSED, Verdict.KEPT_LATE)


def triggers(rule: Rule, by_rule: Mapping[str, list[Finding]], judging: Judging) -> list[Known]:
    """The events on which a rule has something to say, in the order of the record.

    `by_rule` holds the findings of the rules that were judged before this one.
    """
    match rule.form:
        case Duty(when=OfFinding() as of):
            spoilt = (_moment(f, of, rule, judging) for f in by_rule.get(of.rule, ()))
            return [moment for moment in spoilt if moment is not None]
        case Duty(when=Occurrence(patterns, nth)):
            events = matching(patterns, judging)
            return events if nth is None else list(_from_nth(rule, nth, events, judging))
        case Gate(before=patterns) | Ban(never=patterns) | Content(when=patterns):
            return matching(patterns, judging)
        case _:
            return []


def _from_nth(rule: Rule, nth: Nth, events: list[Known], judging: Judging) -> Iterator[Known]:
    """The events with at least nth - 1 earlier ones of the same key within the time.

    Earlier means earlier in the order of the record; the time runs from the latest at which
    the earlier event may have happened to the earliest at which this one may have.
    """
    for place, event in enumerate(events):
        key = judging.key(rule.per, event)
        earlier = [e for e in events[:place] if key and judging.key(rule.per, e) == key]
        if len(earlier) < nth.number - 1:
            continue
        start = earlier[1 - nth.number].entry.happened.latest
        try:
            reach = due(judging.calendar, start, nth.within)
        except OutOfReach:
            continue
        if event.entry.happened.earliest <= reach:
            yield event


def _moment(finding: Finding, of: OfFinding, rule: Rule, judging: Judging) -> Known | None:
    """The moment at which a finding became overdue or broken, as an event of its own."""
    second = _spoilt_at(finding, of, judging)
    if second is None:
        return None
    entry = Entry(
        id=f"{finding.rule}/{finding.trigger}/{finding.child}/{finding.about}",
        kind=f"{of.rule} is {of.spoilt}",
        child=finding.child,
        happened=When(second, second, Precision.INSTANT),
        told=BEFORE_ALL,
        source=Source(""),
        keys={rule.per: finding.key} if finding.key else {},
    )
    return Known(entry=entry, root=entry.id, known=BEFORE_ALL, chain=(entry,))


def _spoilt_at(finding: Finding, of: OfFinding, judging: Judging) -> int | None:
    """The deadline that passed, or the second of the act; None where it has not come to that."""
    if of.spoilt is Spoilt.OVERDUE:
        late = finding.verdict in SPOILT_BY_TIME and finding.due is not None
        return finding.due if late and finding.due is not None and finding.due < judging.now else None
    if finding.verdict is not Verdict.BROKEN:
        return None
    acts = (e.entry.happened.latest for e in judging.view if e.root == finding.trigger)
    return next((second for second in acts if second <= judging.now), None)
