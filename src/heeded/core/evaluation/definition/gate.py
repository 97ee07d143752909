"""The meaning of a gate, a ban and required content: acts that are right or not when done."""

from __future__ import annotations

from dataclasses import replace

from heeded.core.chronology.view import Known
from heeded.core.evaluation.definition.judging import Judging
from heeded.core.evaluation.definition.match import matches, meets
from heeded.core.evaluation.definition.occasion import DEPARTURE, Occasion, scope_told
from heeded.core.evaluation.definition.order import (
    may_follow,
    may_precede,
    surely_precedes,
)
from heeded.core.evaluation.definition.state import (
    State,
    openings,
    standing,
    state_before,
)
from heeded.core.evaluation.finding import Cited, Finding, Verdict, Why
from heeded.core.evaluation.reading import Reading
from heeded.core.procedures.calendar import OutOfReach
from heeded.core.procedures.deadline import due
from heeded.core.procedures.pattern import Patterns, Scope
from heeded.core.procedures.rule import Ban, Content, Gate


def judge_gate(form: Gate, occasion: Occasion, judging: Judging) -> Finding | None:
    """Whether what was needed had been done before the act; None where nothing was needed."""
    if occasion.barred:
        return occasion.finding(judging, Verdict.NOT_ASSESSABLE, occasion.barred)
    since = _answering(form.since, occasion, judging)
    looked_back = _looked_back(form, since, occasion)
    if looked_back is State.CLOSED:
        return None
    try:
        strict = all(_met(form, need, since, occasion, Reading.STRICTEST, judging) for need in form.need)
        kind = looked_back is State.UNSURE or all(
            _met(form, need, since, occasion, Reading.KINDEST, judging) for need in form.need
        )
    except OutOfReach:
        return occasion.finding(judging, Verdict.NOT_ASSESSABLE, Why.NO_CALENDAR)
    finding = _passed_or_not(occasion, judging, kind=kind, strict=strict)
    finding = replace(finding, cited=(*finding.cited, *_cite(form, since, occasion, judging)))
    needed = tuple(pattern for need in form.need for pattern in need)
    raised = [event for event in since if surely_precedes(event, occasion.event)]
    start = max((event.entry.happened.earliest for event in raised), default=finding.arose)
    finding = _heed_silence(finding, needed, start, occasion, judging)
    return _override(finding, raised, occasion, judging)


def judge_ban(scope: Scope, occasion: Occasion, judging: Judging) -> Finding:
    """Whether the act was done while the state that forbids it was open."""
    event = occasion.event
    if occasion.barred:
        return occasion.finding(judging, Verdict.NOT_ASSESSABLE, occasion.barred)
    if not scope_told(scope, occasion.child, event.entry.happened.earliest, judging):
        return occasion.finding(judging, Verdict.NOT_ASSESSABLE, Why.NOT_CARRIED)
    among = openings(scope, occasion.rule.per, occasion.key, judging)
    state = state_before(event, among)
    kind, strict = state is not State.OPEN, state is State.CLOSED
    finding = _passed_or_not(occasion, judging, kind=kind, strict=strict)
    cited = tuple(Cited("while", opening.begin.root) for opening in standing(event, among))
    finding = replace(finding, cited=(*finding.cited, *cited))
    raised = [o.begin for o in among if state_before(event, [o]) is State.OPEN]
    return _override(finding, raised, occasion, judging)


def judge_content(form: Content, occasion: Occasion, judging: Judging) -> Finding:
    """Whether the record of the act says what it must."""
    if occasion.barred:
        return occasion.finding(judging, Verdict.NOT_ASSESSABLE, occasion.barred)
    pattern = next(p for p in form.when if matches((p,), occasion.event, judging))
    met = meets(form.conditions, pattern, occasion.event, judging)
    finding = _passed_or_not(occasion, judging, kind=met, strict=met)
    asked = replace(pattern, conditions=(*pattern.conditions, *form.conditions))
    finding = _heed_silence(finding, (asked,), finding.arose, occasion, judging)
    return _override(finding, [], occasion, judging)


def _passed_or_not(occasion: Occasion, judging: Judging, *, kind: bool, strict: bool) -> Finding:
    if kind and strict:
        return occasion.finding(judging, Verdict.KEPT)
    if not kind and not strict:
        return occasion.finding(judging, Verdict.BROKEN)
    return occasion.finding(judging, Verdict.NOT_ASSESSABLE, Why.TOO_COARSE)


def _answering(patterns: Patterns, occasion: Occasion, judging: Judging) -> list[Known]:
    """The events that a gate looks back to and that belong to the occasion, whoever they are about."""
    anybody = replace(occasion, about="") if occasion.about else occasion
    return [event for event in judging.of_kinds(patterns) if anybody.answers(patterns, event, judging)]


def _looked_back(form: Gate, since: list[Known], occasion: Occasion) -> State:
    """Whether the gate stands at all: it does where there is something to look back to."""
    if not form.since or any(surely_precedes(event, occasion.event) for event in since):
        return State.OPEN
    maybe = any(may_precede(event, occasion.event) for event in since)
    return State.UNSURE if maybe else State.CLOSED


def _met(
    form: Gate,
    need: Patterns,
    since: list[Known],
    occasion: Occasion,
    reading: Reading,
    judging: Judging,
) -> bool:
    """Whether one thing that is needed was done in time, on one reading."""
    return any(
        occasion.answers(need, event, judging)
        and _done_before(event, since, occasion.event, reading)
        and _recent(form, event, occasion, reading, judging)
        for event in judging.of_kinds(need)
    )


def _done_before(event: Known, since: list[Known], act: Known, reading: Reading) -> bool:
    if reading is Reading.KINDEST:
        return may_precede(event, act) and all(
            may_follow(event, other) for other in since if surely_precedes(other, act)
        )
    return surely_precedes(event, act) and all(
        surely_precedes(other, event) for other in since if may_precede(other, act)
    )


def _recent(form: Gate, event: Known, occasion: Occasion, reading: Reading, judging: Judging) -> bool:
    if form.within is None:
        return True
    area = judging.chronology.area_of(occasion.event.entry.child)
    amount = judging.handbook.how_long(form.within, judging.day_of(occasion.event), area)
    if amount is None:
        return reading is Reading.KINDEST
    act, done = occasion.event.entry.happened, event.entry.happened
    if reading is Reading.KINDEST:
        return act.earliest <= due(judging.calendar, done.latest, amount)
    return act.latest <= due(judging.calendar, done.earliest, amount)


def _cite(form: Gate, since: list[Known], occasion: Occasion, judging: Judging) -> tuple[Cited, ...]:
    act = occasion.event
    looked = tuple(Cited("since", event.root) for event in since if may_precede(event, act))
    done = tuple(
        Cited("need", event.root)
        for need in form.need
        for event in judging.of_kinds(need)
        if occasion.answers(need, event, judging) and _done_before(event, since, act, Reading.KINDEST)
    )
    return (*looked[-1:], *done)


def _heed_silence(
    finding: Finding, needed: Patterns, start: int, occasion: Occasion, judging: Judging
) -> Finding:
    """A broken gate or content stands only where a source would have told us otherwise."""
    at = occasion.event.entry.happened.earliest
    if finding.verdict is Verdict.KEPT or judging.told(needed, finding.child, min(start, at), at):
        return finding
    return replace(finding, verdict=Verdict.NOT_ASSESSABLE, why=Why.NOT_CARRIED)


def _override(finding: Finding, raised: list[Known], occasion: Occasion, judging: Judging) -> Finding:
    """The finding, passed by override where a departure was recorded for this very act.

    A departure covers the first act of the rule with the same key that may come after it. It
    answers what stood in the way: one that surely came before that was raised covers nothing.
    """
    if finding.verdict is Verdict.KEPT:
        return finding
    for event in judging.by_kind.get(DEPARTURE, ()):
        if (
            occasion.departs(event, judging)
            and may_precede(event, occasion.event)
            and all(may_follow(event, other) for other in raised)
            and not _earlier_act(event, occasion, judging)
        ):
            return replace(
                finding,
                verdict=Verdict.OVERRIDE,
                why=None,
                departure=event.root,
                cited=(*finding.cited, Cited("departure", event.root)),
            )
    return finding


def _earlier_act(departure: Known, occasion: Occasion, judging: Judging) -> bool:
    """Whether another act of the rule stands between the departure and this one."""
    acts = _acts(occasion)
    return any(
        occasion.answers(acts, other, judging)
        and may_precede(departure, other)
        and other.order < occasion.event.order
        for other in judging.of_kinds(acts)
    )


def _acts(occasion: Occasion) -> Patterns:
    match occasion.rule.form:
        case Gate(before=patterns) | Ban(never=patterns) | Content(when=patterns):
            return patterns
        case _:
            return ()
