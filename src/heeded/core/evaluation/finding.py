"""A finding: what became of one rule on one occasion, judged at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What became of an occasion on which a rule applied."""

    DUE = "due"
    KEPT = "kept"
    KEPT_LATE = "kept late"
    OVERDUE = "overdue"
    MISSED = "missed"
    DEPARTED = "departed"
    VOID = "void"
    OVERRIDE = "passed by override"
    BROKEN = "broken"
    NOT_ASSESSABLE = "not assessable"


class Why(StrEnum):
    """Why an occasion cannot be judged."""

    TOO_COARSE = "the times are too coarse to say"
    NOT_CARRIED = "no source that we were sent could have told us"
    NOT_KNOWN = "nothing says when the owing agency came to know"
    NO_AMOUNT = "no deadline had been agreed for that day"
    NO_CALENDAR = "the calendar does not reach that far"
    NO_DAY = "no day is stated by which it is owed"
    DAY_PASSED = "the day stated for it had already passed"


@dataclass(frozen=True, slots=True)
class Cited:
    """One event behind a finding: the clause of the rule that it answers, and its root entry."""

    clause: str
    root: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The verdict on one occasion.

    Its identity is the edition, the rule, the key and the root entry of the trigger, with the
    child and the person that it is about, so that an acknowledgement survives a correction.
    `arose` and `due` are seconds UTC (`arose` at the earliest, `due` at the latest that the
    times allow; None where the form has no deadline or none can be computed). `ended` is the
    root of the event that kept, voided or ended it; `departure` that of a recorded departure.
    `cited` lists every event that it rests on, clause by clause: only the definition fills it.
    """

    edition: str
    rule: str
    ref: str
    family: str
    child: str
    key: str
    about: str
    trigger: str
    owed_by: str
    verdict: Verdict
    why: Why | None = None
    arose: int = 0
    due: int | None = None
    ended: str | None = None
    departure: str | None = None
    cited: tuple[Cited, ...] = ()

    @property
    def identity(self) -> tuple[str, str, str, str, str, str, str]:
        """What stays the same when the finding is judged again."""
        return (
            self.edition,
            self.rule,
            self.family,
            self.child,
            self.key,
            self.about,
            self.trigger,
        )

    @property
    def judged(self) -> tuple[object, ...]:
        """What every evaluator must agree on, beside the identity."""
        return (self.verdict, self.why, self.arose, self.due, self.ended, self.departure)


IN_TIME_OR_NOT = (Verdict.KEPT, Verdict.KEPT_LATE, Verdict.OVERDUE, Verdict.MISSED, Verdict.BROKEN)
"""The verdicts that count in a rate; the others stand beside it."""
