"""The meaning of a recurring duty: while this lasts, that again and again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from heeded.core.chronology.view import Known
from heeded.core.evaluation.definition.deadline import Deadline, deadline
from heeded.core.evaluation.definition.duty import (
    answer,
    depart,
    heed_silence,
    in_time,
    settle,
    undated,
)
from heeded.core.evaluation.definition.judging import Judging
from heeded.core.evaluation.definition.match import matches, matching
from heeded.core.evaluation.definition.occasion import DEPARTURE, Occasion, occasions
from heeded.core.evaluation.definition.order import may_follow, may_precede
from heeded.core.evaluation.definition.state import Opening, openings
from heeded.core.evaluation.finding import Finding, Verdict, Why
from heeded.core.evaluation.reading import Reading
from heeded.core.procedures.pattern import Scope
from heeded.core.procedures.rule import Recurring, Rule, Within


def judge_recurring(rule: Rule, form: Recurring, scope: Scope, judging: Judging) -> list[Finding]:
    """What became of every turn of a recurring duty.

    Each opening, and each time that it was done while open, begins a turn that ends with the
    next time. The end of the opening voids a turn that is not yet due.
    """
    found: list[Finding] = []
    for key in _keys(rule, scope, judging):
        taken: set[str] = set()
        for opening in openings(scope, rule.per, key, judging):
            anchors = [opening.begin, *_done(form, rule, key, opening, taken, judging)]
            found.extend(_turns(rule, form, scope, opening, anchors, judging))
    return found


def _keys(rule: Rule, scope: Scope, judging: Judging) -> list[tuple[str, str]]:
    keys = (judging.key(rule.per, event) for event in matching(scope.begins, judging))
    return list(dict.fromkeys(key for key in keys if key is not None))


def _done(
    form: Recurring,
    rule: Rule,
    key: tuple[str, str],
    opening: Opening,
    taken: set[str],
    judging: Judging,
) -> list[Known]:
    """The times that it was done in an opening; each counts in the first opening it fits."""
    done = [
        event
        for event in judging.of_kinds(form.must)
        if event.root not in taken
        and matches(form.must, event, judging)
        and judging.key(rule.per, event) == key
        and may_follow(event, opening.begin)
        and (opening.end is None or may_precede(event, opening.end))
    ]
    taken.update(event.root for event in done)
    return done


def _turns(
    rule: Rule,
    form: Recurring,
    scope: Scope,
    opening: Opening,
    anchors: list[Known],
    judging: Judging,
) -> Iterator[Finding]:
    for turn, anchor in enumerate(anchors):
        following = anchors[turn + 1] if turn + 1 < len(anchors) else None
        within = form.every[min(turn, len(form.every) - 1)]
        for occasion in occasions(replace(rule, scope=None), [anchor], judging):
            yield _judge_turn(form, scope, opening, occasion, following, within, judging)


def _judge_turn(
    form: Recurring,
    scope: Scope,
    opening: Opening,
    occasion: Occasion,
    following: Known | None,
    within: Within,
    judging: Judging,
) -> Finding:
    limit = deadline(occasion, within, judging)
    if occasion.barred:
        return occasion.finding(judging, Verdict.NOT_ASSESSABLE, occasion.barred)
    ender = following or opening.end
    kind, strict = (
        answer(ender, reading, keeps=following is not None) if ender else None for reading in Reading
    )
    if isinstance(limit, Why):
        finding = undated(occasion, within, limit, (kind, strict), judging)
        return depart(finding, _departures(occasion, following, None, judging))
    finding = settle(occasion, limit, (kind, strict), judging)
    owed = (*form.must, *scope.ends)
    finding = heed_silence(finding, finding.arose, limit.kindest, owed, judging)
    return depart(finding, _departures(occasion, following, limit, judging))


def _departures(
    occasion: Occasion, following: Known | None, limit: Deadline | None, judging: Judging
) -> Iterator[Known]:
    for event in judging.by_kind.get(DEPARTURE, ()):
        if (
            occasion.departs(event, judging)
            and may_follow(event, occasion.event)
            and (following is None or may_precede(event, following))
            and in_time(event, limit)
        ):
            yield event
