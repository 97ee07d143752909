"""How often a rule was kept: its findings counted, with shares, and what stands beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from heeded.core.effectiveness.share import Share, share
from heeded.core.evaluation.finding import Finding, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The findings of one rule, verdict by verdict; each counts one duty, gate, ban or content.

    `missed` holds what ended unkept, and gates, bans and contents that were broken; `departed` holds
    departures with a reason, and gates and bans passed by override. `early` are those of `kept` whose
    time had not run out by the moment of judgement. `outside` are findings that arose before the time
    of which the source tells in full, by verdict. `why` says of each not assessable one what kept it
    from being judged. Where the source lacks what the rule needs, `lacking` names it and
    `not_assessable` counts the children, since no duty could even be seen.
    """

    kept: int = 0
    kept_late: int = 0
    overdue: int = 0
    missed: int = 0
    departed: int = 0
    void: int = 0
    due: int = 0
    not_assessable: int = 0
    early: int = 0
    outside: Mapping[str, int] = field(default_factory=dict)
    why: Mapping[str, int] = field(default_factory=dict)
    lacking: tuple[str, ...] = ()

    @property
    def assessable(self) -> int:
        """How many were kept or not: what the shares are of."""
        return self.kept + self.kept_late + self.overdue + self.missed

    @property
    def share_kept(self) -> Share | None:
        """The share kept in time of all assessable, with its interval."""
        return share(self.kept, self.assessable)

    @property
    def share_kept_ripe(self) -> Share | None:
        """The share kept in time of those whose time had run out by the moment of judgement.

        Near the end of a period a duty can already have been kept but cannot yet be overdue, so that
        the share of all assessable is a little too kind; this one is not.
        """
        return share(self.kept - self.early, self.assessable - self.early)

    @classmethod
    def of_lacking(cls, lacking: tuple[str, ...], children: int) -> Counts:
        """The counts of a rule that cannot be judged from the source at all."""
        return cls(not_assessable=children, lacking=lacking)


_COUNTED_AS = {
    Verdict.KEPT: "kept",
    Verdict.KEPT_LATE: "kept_late",
    Verdict.OVERDUE: "overdue",
    Verdict.MISSED: "missed",
    Verdict.BROKEN: "missed",
    Verdict.DEPARTED: "departed",
    Verdict.OVERRIDE: "departed",
    Verdict.VOID: "void",
    Verdict.DUE: "due",
    Verdict.NOT_ASSESSABLE: "not_assessable",
}


class Tally:
    """Counts the findings of one rule, judged at `now` (seconds UTC)."""

    def __init__(self, now: int) -> None:
        self._now = now
        self._counts: Counter[str] = Counter()
        self._why: Counter[str] = Counter()
        self._outside: Counter[str] = Counter()

    def add(self, finding: Finding, *, outside: bool = False) -> None:
        """Count one finding; apart from the rest where it lies outside the time told of in full."""
        if outside:
            self._outside[finding.verdict.value] += 1
            return
        self._counts[_COUNTED_AS[finding.verdict]] += 1
        if finding.verdict is Verdict.NOT_ASSESSABLE and finding.why:
            self._why[finding.why.value] += 1
        if finding.verdict is Verdict.KEPT and finding.due is not None and finding.due > self._now:
            self._counts["early"] += 1

    def counts(self) -> Counts:
        """What has been counted so far."""
        count = self._counts
        return Counts(
            kept=count["kept"],
            kept_late=count["kept_late"],
            overdue=count["overdue"],
            missed=count["missed"],
            departed=count["departed"],
            void=count["void"],
            due=count["due"],
            not_assessable=count["not_assessable"],
            early=count["early"],
            outside=dict(self._outside.most_common()),
            why=dict(self._why.most_common()),
        )
