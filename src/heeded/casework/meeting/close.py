"""Close a strategy discussion: decide, past every gate in the way, and write down how it was held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from heeded.casework.acting import By, Desk, Done, NotYours, Unfit
from heeded.casework.acting.fit import fit, require
from heeded.casework.acts import (
    Assumed,
    Decision,
    Meeting,
    Override,
    Shown,
    decide,
    gates_before,
    hold_meeting,
    meeting_lacks,
)
from heeded.casework.judging.judge import Judged
from heeded.casework.meeting.call import may_convene
from heeded.core.chronology.entry import Fact
from heeded.core.evidence.discussions import HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """How a discussion (its key) ended.

    Who took part, by role; what was decided, why, who does it, by when, and what happens if it does not go
    as planned; what of it may be missing is a finding of its own. `lives` is the decision on where the child
    lives, where one was taken, on the `assumptions`; the gates before it are passed or taken on by
    `overrides`, on the mark `shown`.
    """

    child: str
    meeting: str
    attended: frozenset[str]
    absent_but_heard: frozenset[str] = frozenset()
    held_as: str = ""
    outcome: str = ""
    decision: str = ""
    reason: str = ""
    owner: str = ""
    date: date | None = None
    contingency: str = ""
    lives: str = ""
    assumptions: tuple[Assumed, ...] = ()
    overrides: tuple[Override, ...] = ()
    shown: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)

    @property
    def written(self) -> Meeting:
        """The discussion as it is written down."""
        return Meeting(
            kind=HELD,
            child=self.child,
            attended_by=self.attended,
            absent_but_heard=self.absent_but_heard,
            decision=self.decision.strip(),
            reason=self.reason.strip(),
            owner=self.owner.strip(),
            date=self.date,
            contingency=self.contingency.strip(),
            held_as=self.held_as,
            keys={**self.keys, "meeting": self.meeting},
            more={"outcome": self.outcome} if self.outcome else {},
        )

    @property
    def decided(self) -> Decision | None:
        """The decision on where the child lives; None where none was taken."""
        if not self.lives:
            return None
        said = {"outcome": self.lives, "reason": self.reason.strip(), "owner": self.owner.strip()}
        facts: dict[str, Fact] = {field: words for field, words in said.items() if words}
        if self.date is not None:
            facts["date"] = self.date
        return Decision(
            kind="decision",
            child=self.child,
            facts=facts,
            keys={**self.keys, "meeting": self.meeting},
            shown=self.shown,
            overrides=self.overrides,
            assumptions=self.assumptions,
        )


@dataclass(frozen=True, slots=True)
class Before:
    """What whoever closes is shown first: what the discussion lacks, and the gates before the decision."""

    lacks: tuple[Judged, ...]
    gates: Shown | None


def stands_before(closing: Closing, by: By, desk: Desk) -> Before:
    """What a discussion would lack if closed so, and what stands before its decision; nothing is done."""
    _ours(closing, by)
    lacks = meeting_lacks(closing.written, _named(by, closing, "held"), desk)
    decided = closing.decided
    return Before(lacks, gates_before(decided, _named(by, closing, "decided"), desk) if decided else None)


def close_discussion(closing: Closing, by: By, desk: Desk) -> tuple[Done, ...]:
    """Decide, then write the discussion down: each once for a discussion, however often it is sent.

    GateStands or ShownTooLittle, and nothing written, where a gate before the decision is neither passed nor
    taken on. NotNow where it was closed already and said something else.
    """
    _ours(closing, by)
    told = closing.written.told(by.actor.agency, by.request)
    fit(told, by.now)
    require(told, "attended by")
    decided = closing.decided
    done = [decide(decided, _named(by, closing, "decided"), desk)] if decided else []
    return (*done, hold_meeting(closing.written, _named(by, closing, "held"), desk))


def _ours(closing: Closing, by: By) -> None:
    if not may_convene(by) or not closing.meeting.startswith(f"{by.actor.agency}:"):
        raise NotYours(
            "the strategy discussion",
            "whoever called it closes it",
            "Ask them to; if you do not agree with what is decided, say so: it is written beside it",
        )
    if closing.assumptions and not closing.lives:
        raise Unfit(
            "the strategy discussion",
            "it takes something to be so, and does not say for which decision",
            "Say where the child will be, or take what is assumed away",
        )


def _named(by: By, closing: Closing, part: str) -> By:
    """The same person, under a name that is the discussion's own: two who close it at once close it once."""
    return replace(by, request=f"{closing.meeting} {part}")
