"""What keeping needs, who acts, and the policy's answer, recorded before anything is said or done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from heeded.casework.looking import Ask
from heeded.casework.looking.deciding.decided import new_look
from heeded.casework.ports import Record
from heeded.casework.ports.keeping import Holding, Keeping
from heeded.casework.ports.looks import Recorder
from heeded.casework.ports.notices import Notice
from heeded.casework.ports.reading import Readings, Ties
from heeded.casework.ports.walls import Walls
from heeded.core.access import NOTHING_FOUND, Actor, Answer, Effect, Operation, Policy, RecordClass, Stated
from heeded.core.access.retention import RetentionRule
from heeded.core.procedures.handbook import Handbook

SECOND = "a second person, to come"
"""Who stands for the second person while the first is asked whether they may begin."""


class NotDone(Exception):  # noqa: N818 - named for what is the case
    """It was not done: `why`, and what to `do`; the words are for whoever asked."""

    def __init__(self, why: str, do: str = "") -> None:
        super().__init__(f"{why}." + (f" {do}." if do else ""))
        self.why, self.do = why, do


class NothingThere(NotDone):
    """The record holds nothing of that name, or nothing that may be known of: the two are told alike."""

    def __init__(self) -> None:
        super().__init__(NOTHING_FOUND.rstrip("."))


class NotPermitted(NotDone):
    """The policy does not permit it, or not yet: `why` says what it asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What it takes to ask whether somebody may: the record to read, the recorder of looks, the policy."""

    readings: Readings
    recorder: Recorder
    policy: Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Walled(Asking):
    """What it takes to put walls up, and to send what passes them."""

    walls: Walls


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Asking):
    """What keeping needs beside: the record as retention sees it, holds, the rules and the handbook."""

    keeping: Keeping
    holding: Holding
    record: Record
    rules: Sequence[RetentionRule]
    handbook: Handbook


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who acts, when (seconds UTC), and for which stated purpose and reason."""

    actor: Actor
    now: int
    stated: Stated

    def with_second(self, second: str) -> By:
        """The same, with the second person who stands behind it named."""
        return replace(self, stated=replace(self.stated, agreed_by=second))


def ties_of(desk: Asking, by: By, child: str) -> Ties:
    """How whoever acts stands to a child."""
    with desk.readings.reading(by.actor, by.now) as reading:
        return reading.ties(child)


def permitted(
    desk: Asking,
    by: By,
    ties: Ties,
    operation: Operation,
    records: Sequence[RecordClass],
    notices: Sequence[Notice] = (),
) -> frozenset[RecordClass]:
    """For which of some kinds of record the policy permits it; recorded as a look, whatever the answer.

    Where it is permitted, `notices` go to those who must be told. NotDone where it permits none; of what is
    hidden it says what is said of nobody.
    """
    answers = {
        record: desk.policy.decide(by.actor, ties.bond, record, operation, by.stated, by.now)
        for record in records
    }
    may = frozenset(record for record, answer in answers.items() if answer.permitted)
    told = _telling([answers[record] for record in records], ties)
    look = new_look(
        Ask(actor=by.actor, child=ties.child, now=by.now, stated=by.stated),
        operation=operation,
        records=tuple(map(str, sorted(may or records))),
        answer=str(Effect.PERMIT if may else told.effect),
        rule=", ".join(
            sorted({answer.row for record, answer in answers.items() if not may or record in may})
        ),
        ties=ties,
    )
    desk.recorder.record(look, notices if may and ties.exists else ()).wait()
    if not may or not ties.exists:
        hidden = told.effect is Effect.HIDE or not ties.exists
        raise NothingThere if hidden else NotPermitted(told.said.rstrip("."))
    return may


def _telling(answers: Sequence[Answer], ties: Ties) -> Answer:
    """The answer that is told of several that refuse: a hidden one first."""
    hidden = [answer for answer in answers if answer.effect is Effect.HIDE]
    return (hidden or list(answers))[0] if ties.exists else answers[0]
