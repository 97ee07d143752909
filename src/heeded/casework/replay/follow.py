"""Follow findings through time: when each arose, and when its verdict changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from heeded.casework.judging.judge import AsKnown, Judged, explain
from heeded.core.chronology.chronology import Chronology
from heeded.core.evaluation.finding import Finding, Verdict
from heeded.core.procedures.handbook import Handbook

OPEN = (Verdict.DUE, Verdict.OVERDUE)
"""The verdicts of what is still to be done."""
ASKING = (*OPEN, Verdict.BROKEN)
"""The verdicts that ask something of somebody: to do it, or not to go on without it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A verdict, and the moment (seconds UTC) at which it was first given."""

    second: int
    verdict: Verdict


@dataclass(slots=True)
class Followed:
    """A finding as it last stood, and every verdict that it had, oldest first.

    `gone` is the moment at which a later entry took away its ground, if one did.
    """

    judged: Judged
    steps: list[Step]
    gone: int | None = None

    @property
    def asked(self) -> int | None:
        """When somebody was first asked for it; None where that never was.

        What was kept by the time that it could be judged was asked of nobody.
        """
        return next((step.second for step in self.steps if step.verdict in ASKING), None)

    @property
    def changed(self) -> int:
        """When it got the verdict that it has."""
        return self.steps[-1].second

    def spoilt(self) -> int | None:
        """When it was first found overdue, missed or broken, if it was."""
        wrong = (Verdict.OVERDUE, Verdict.MISSED, Verdict.BROKEN)
        return next((step.second for step in self.steps if step.verdict in wrong), None)


@dataclass(frozen=True, slots=True)
class Change:
    """What changed for one finding at a moment; `before` is None where it is new, `gone` as for Followed."""

    judged: Judged
    before: Verdict | None
    gone: bool = False


@dataclass(slots=True)
class Following:
    """Every finding of a replay so far, by its identity."""

    chronology: Chronology
    handbook: Handbook
    known_to: str | None
    followed: dict[tuple[str, ...], Followed] = field(default_factory=dict)

    def take(self, findings: Iterable[Finding], now: int) -> tuple[Change, ...]:
        """Take in the findings of a moment; say what is new, what changed, and what is no longer found."""
        found = {finding.identity: finding for finding in findings}
        fresh = [finding for identity, finding in found.items() if self._is_news(identity, finding)]
        told = explain(fresh, self.chronology, self.handbook, AsKnown(now, self.known_to))
        changes = [self._changed(judged, now) for judged in told]
        for identity, followed in self.followed.items():
            if identity not in found and followed.gone is None:
                followed.gone = now
                changes.append(Change(followed.judged, followed.judged.finding.verdict, gone=True))
        return tuple(changes)

    def open(self) -> tuple[Judged, ...]:
        """What is still to be done, oldest first."""
        standing = [each for each in self.followed.values() if each.gone is None]
        return tuple(each.judged for each in standing if each.judged.finding.verdict in OPEN)

    def next_deadline(self, now: int) -> int | None:
        """The first second after `now` at which something that is due will be overdue."""
        due = (judged.finding.due for judged in self.open() if judged.finding.verdict is Verdict.DUE)
        return min((each + 1 for each in due if each is not None and each >= now), default=None)

    def _is_news(self, identity: tuple[str, ...], finding: Finding) -> bool:
        known = self.followed.get(identity)
        return known is None or known.gone is not None or known.judged.finding.verdict is not finding.verdict

    def _changed(self, judged: Judged, now: int) -> Change:
        identity, verdict = judged.finding.identity, judged.finding.verdict
        known = self.followed.get(identity)
        if known is None:
            self.followed[identity] = Followed(judged, [Step(now, verdict)])
            return Change(judged, None)
        before = known.judged.finding.verdict if known.gone is None else None
        known.judged, known.gone = judged, None
        known.steps.append(Step(now, verdict))
        return Change(judged, before)
