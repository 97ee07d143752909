"""The definition: what every rule means, read straight off the manual.

It is naive on purpose. It scans a family's whole history for each occasion, so that it can
be held against docs/language.md line by line. Production uses the column kernels, which must
give the same findings; this stands behind every *because*.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace

from heeded.core.chronology.chronology import Chronology
from heeded.core.evaluation.definition.duty import judge_duty
from heeded.core.evaluation.definition.gate import judge_ban, judge_content, judge_gate
from heeded.core.evaluation.definition.judging import Judging
from heeded.core.evaluation.definition.occasion import Occasion, occasions
from heeded.core.evaluation.definition.recurring import judge_recurring
from heeded.core.evaluation.definition.trigger import triggers
from heeded.core.evaluation.finding import Finding
from heeded.core.evaluation.sequence import in_turn
from heeded.core.evidence.drawn import with_drawn
from heeded.core.procedures.clauses import drawn_by
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Ban, Content, Duty, Gate, Recurring, Rule


def evaluate(
    chronology: Chronology,
    handbook: Handbook,
    now: int,
    known_to: str | None = None,
    known_at: int | None = None,
    only: Container[str] | None = None,
) -> tuple[Finding, ...]:
    """Every finding on a family's chronology, judged at `now` (seconds UTC).

    `known_to` limits what is seen to what that agency knew; `known_at` to what was known by
    then (None: by `now`). `only` limits what is told, never what is seen: to findings of these
    triggers (None: all) and those of recurring duties. Findings come in the order of the
    handbook's rules, each in the order of the record.
    """
    chronology = with_drawn(chronology, now, known_to, known_at, drawn_by(handbook.rules))
    judging = Judging.of(chronology, handbook, now, known_to, known_at)
    by_rule: dict[str, list[Finding]] = {}
    for rule in in_turn(handbook.rules):
        found = _judge(rule, by_rule, judging, only)
        by_rule.setdefault(rule.name, []).extend(found)
    names = dict.fromkeys(rule.name for rule in handbook.rules)
    return tuple(finding for name in names for finding in by_rule.get(name, []))


def _judge(
    rule: Rule, by_rule: Mapping[str, list[Finding]], judging: Judging, only: Container[str] | None
) -> list[Finding]:
    form = rule.form
    if isinstance(form, Recurring):
        return judge_recurring(rule, form, rule.scope, judging) if rule.scope else []
    limited = replace(rule, scope=None) if isinstance(form, Ban) else rule
    events = [event for event in triggers(rule, by_rule, judging) if only is None or event.root in only]
    found = (_judge_one(rule, o, judging) for o in occasions(limited, events, judging))
    return [finding for finding in found if finding is not None]


def _judge_one(rule: Rule, occasion: Occasion, judging: Judging) -> Finding | None:
    match rule.form:
        case Duty() as form:
            return judge_duty(form, occasion, judging)
        case Gate() as form:
            return judge_gate(form, occasion, judging)
        case Content() as form:
            return judge_content(form, occasion, judging)
        case Ban() if rule.scope:
            return judge_ban(rule.scope, occasion, judging)
        case _:
            return None
