"""Judge a family's record against a handbook: the verdicts, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from heeded.core.chronology.chronology import Chronology
from heeded.core.evaluation import definition, kernels
from heeded.core.evaluation.because import Because, rule_of
from heeded.core.evaluation.blocks.plan import plan_of
from heeded.core.evaluation.columns.encode import encode
from heeded.core.evaluation.columns.view import Moment
from heeded.core.evaluation.finding import Finding
from heeded.core.evaluation.one_family import judge_family
from heeded.core.evaluation.sequence import began_by, with_those_that_start
from heeded.core.evidence.drawn import with_drawn
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
    `entries` the ids of the entries that it rests on; `grounds` of those its occasion is or was drawn from.
    """

    finding: Finding
    rule: Rule
    ground: str
    claim: str
    entries: tuple[str, ...]
    grounds: tuple[str, ...] = ()

    @property
    def because(self) -> str:
        """Why, in one plain sentence."""
        return f"Because {self.ground}, {self.claim}."


def judge(chronology: Chronology, handbook: Handbook, known: AsKnown) -> tuple[Judged, ...]:
    """Every finding on a family's record, each with its because, in the order of the handbook."""
    return explain(verdicts(chronology, handbook, known), chronology, handbook, known)


def verdicts(chronology: Chronology, handbook: Handbook, known: AsKnown) -> tuple[Finding, ...]:
    """Every finding on a family's record, in the order of the handbook; what they cite may be left out."""
    found = judge_family(chronology, handbook, known.now, known.to, known.at)
    places = {rule.name: place for place, rule in reversed([*enumerate(handbook.rules)])}
    return tuple(sorted(found, key=lambda finding: (places[finding.rule], finding.arose)))


def verdicts_on_all(
    chronologies: Iterable[Chronology], handbook: Handbook, known: AsKnown
) -> Iterator[Finding]:
    """Every finding on many families' records at once, in no order, without what they cite."""
    plan = plan_of(handbook)
    drawn = (with_drawn(each, known.now, known.to, known.at, plan.drawn) for each in chronologies)
    columns = encode(drawn, plan.wanted, heard=plan.wanted.heard or known.to is not None)
    moment = Moment(known.now, known.now if known.at is None else known.at, known.to)
    for findings in kernels.judge_all(plan, columns, moment):
        yield from findings.rows()


def explain(
    findings: Iterable[Finding], chronology: Chronology, handbook: Handbook, known: AsKnown
) -> tuple[Judged, ...]:
    """These findings with their because; the definition judges the rules of those again that cite nothing."""
    wanted = tuple(findings)
    if not wanted:
        return ()
    bare = [finding for finding in wanted if not finding.cited]
    cited = {finding.identity: finding for finding in _cited(bare, chronology, handbook, known)}
    why = Because(chronology, handbook, known.to, known.now if known.at is None else known.at)
    return tuple(_judged(cited.get(finding.identity, finding), handbook, why) for finding in wanted)


def _cited(
    findings: Sequence[Finding], chronology: Chronology, handbook: Handbook, known: AsKnown
) -> tuple[Finding, ...]:
    """What the definition finds on the rules of some findings, with what it cites."""
    if not findings:
        return ()
    rules = with_those_that_start({finding.rule for finding in findings}, handbook.rules)
    only = {trigger for finding in findings for trigger in began_by(finding.trigger)}
    asked = replace(handbook, rules=rules)
    return definition.evaluate(chronology, asked, known.now, known.to, known.at, only)


def _judged(finding: Finding, handbook: Handbook, why: Because) -> Judged:
    return Judged(
        finding, rule_of(handbook, finding), *why.parts(finding), why.entries(finding), why.grounds(finding)
    )
