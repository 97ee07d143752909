"""Judging: every rule of a handbook on one family, or on a block of many."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.chronology.chronology import Chronology
from heeded.core.evaluation.blocks.block import Block
from heeded.core.evaluation.blocks.plan import Clause, Plan, plan_of, starts_on_finding
from heeded.core.evaluation.columns.columns import Columns
from heeded.core.evaluation.columns.encode import encode
from heeded.core.evaluation.columns.view import Moment
from heeded.core.evaluation.finding import Finding
from heeded.core.evaluation.kernels.act import judge_ban, judge_content
from heeded.core.evaluation.kernels.codes import Judged
from heeded.core.evaluation.kernels.duty import judge_duty
from heeded.core.evaluation.kernels.each import for_each
from heeded.core.evaluation.kernels.findings import Findings, RuleFindings
from heeded.core.evaluation.kernels.gate import judge_gate
from heeded.core.evaluation.kernels.occasions import Occasions, occasions
from heeded.core.evaluation.kernels.recurring import judge_recurring
from heeded.core.evaluation.kernels.triggers import events, moments
from heeded.core.evidence.drawn import with_drawn
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Ban, Content, Duty, Gate, Recurring

BLOCK = 65_536
"""About how many rows are judged at a time: what fits a processor's caches."""


def evaluate(
    chronology: Chronology,
    handbook: Handbook,
    now: int,
    known_to: str | None = None,
    known_at: int | None = None,
) -> tuple[Finding, ...]:
    """Every finding on a family's chronology, as the definition gives them, without what they cite.

    `now` and `known_at` (None: now) are seconds UTC; `known_to` limits what is seen to what
    that agency knew.
    """
    plan = plan_of(handbook)
    drawn = with_drawn(chronology, now, known_to, known_at, plan.drawn)
    columns = encode([drawn], plan.wanted, heard=plan.wanted.heard or known_to is not None)
    moment = Moment(now, now if known_at is None else known_at, known_to)
    return tuple(judge(plan, columns, moment).rows())


def judge_all(plan: Plan, columns: Columns, moment: Moment, block: int = BLOCK) -> Iterator[Findings]:
    """The findings on many families, block by block; `block` is about how many rows each has."""
    for part in columns.in_order().blocks(block):
        yield judge(plan, part, moment)


def judge(plan: Plan, columns: Columns, moment: Moment) -> Findings:
    """Every finding on the families in these columns, all at once."""
    block = Block(plan, columns, moment)
    found: list[RuleFindings] = []
    count = 0
    for clause in plan.say(block.kinds).clauses if len(block.view) else ():
        judged = _judge(block, clause, found)
        if judged is not None:
            found.append(RuleFindings(count, *judged))
            count += len(judged[0])
    return Findings(block, found)


def _judge(block: Block, clause: Clause, earlier: list[RuleFindings]) -> tuple[Occasions, Judged] | None:
    form = clause.rule.form
    if isinstance(form, Recurring):
        return judge_recurring(block, clause, form)
    found = _occasions(block, clause, earlier)
    if found is None or not len(found):
        return None
    match form:
        case Duty():
            return found, judge_duty(found, form)
        case Gate():
            return judge_gate(found, form)
        case Content():
            return found, judge_content(found, clause)
        case Ban():
            return (found, judge_ban(found, clause.scope)) if clause.scope else None


def _occasions(block: Block, clause: Clause, earlier: list[RuleFindings]) -> Occasions | None:
    scope = None if isinstance(clause.rule.form, Ban) else clause.scope
    of = starts_on_finding(clause.rule)
    if of is None:
        rows = events(block, clause)
        return for_each(occasions(block, clause, rows, scope=scope)) if len(rows) else None
    judged = [found for found in earlier if found.name == of.rule]
    started = moments(block, of, judged)
    if started is None:
        return None
    return for_each(occasions(block, clause, started.finding * 0 - 1, started, scope=scope))
