"""Judge a family's record against a handbook: the verdicts, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from heeded.core.chronology.chronology import Chronology
from heeded.core.evaluation import definition, kernels
from heeded.core.evaluation.because import Because, rule_of
from heeded.core.evaluation.blocks.plan import plan_of
from heeded.core.evaluation.columns.encode import encode
from heeded.core.evaluation.columns.view import Moment
from heeded.core.evaluation.finding import Finding
from heeded.core.evaluation.sequence import began_by, with_those_that_start
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Rule


@dataclass(frozen=True, slots=True)
class AsKnown:
    """From where a record is judged: at which moment (seconds UTC), and if wanted as known to whom, when."""

    now: int
    to: str | None = None
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding with the rule that governed it, and why.

    `ground` is what happened, `claim` what the rule asked for it and what became of that;
    `entries` the ids of the entries that it rests on.
    """

    finding: Finding
    rule: Rule
    ground: str
    claim: str
    entries: tuple[str, ...]

    @property
    def because(self) -> str:
        """Why, in one plain sentence."""
        return f"Because {self.ground}, {self.claim}."


def judge(chronology: Chronology, handbook: Handbook, known: AsKnown) -> tuple[Judged, ...]:
    """Every finding on a family's record, each with its because, in the order of the handbook."""
    return explain(verdicts(chronology, handbook, known), chronology, handbook, known)


def verdicts(chronology: Chronology, handbook: Handbook, known: AsKnown) -> tuple[Finding, ...]:
    """Every finding on a family's record, in the order of the handbook, without what they cite."""
    found = kernels.evaluate(chronology, handbook, known.now, known.to, known.at)
    places = {rule.name: place for place, rule in reversed([*enumerate(handbook.rules)])}
    return tuple(sorted(found, key=lambda finding: (places[finding.rule], finding.arose)))


def verdicts_on_all(
    chronologies: Iterable[Chronology], handbook: Handbook, known: AsKnown
) -> Iterator[Finding]:
    """Every finding on many families' records at once, in no order, without what they cite."""
    plan = plan_of(handbook)
    columns = encode(chronologies, plan.wanted, heard=plan.wanted.heard or known.to is not None)
    moment = Moment(known.now, known.now if known.at is None else known.at, known.to)
    for findings in kernels.judge_all(plan, columns, moment):
        yield from findings.rows()


def explain(
    findings: Iterable[Finding], chronology: Chronology, handbook: Handbook, known: AsKnown
) -> tuple[Judged, ...]:
    """These findings with their because, which the definition gives by judging their rules again."""
    wanted = tuple(findings)
    if not wanted:
        return ()
    rules = with_those_that_start({finding.rule for finding in wanted}, handbook.rules)
    only = {trigger for finding in wanted for trigger in began_by(finding.trigger)}
    told = definition.evaluate(
        chronology, replace(handbook, rules=rules), known.now, known.to, known.at, only
    )
    cited = {finding.identity: finding for finding in told}
    why = Because(chronology, handbook, known.to, known.now if known.at is None else known.at)
    return tuple(_judged(cited[finding.identity], handbook, why) for finding in wanted)


def _judged(finding: Finding, handbook: Handbook, why: Because) -> Judged:
    return Judged(finding, rule_of(handbook, finding), *why.parts(finding), why.entries(finding))
