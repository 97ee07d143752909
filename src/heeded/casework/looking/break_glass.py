"""Break the glass: open for three hours, for a reason, what one has no part in, and have it reviewed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import uuid4

from heeded.casework.looking.ask import Ask, Desk, NothingThere, Refused
from heeded.casework.looking.deciding.decided import Decided, decide, look_at, new_look
from heeded.casework.looking.deciding.told import to_lead, to_tell
from heeded.casework.ports.glass import Glass
from heeded.casework.ports.notices import Notice, Why
from heeded.core.access import Actor, Answer, Obligation, Operation, RecordClass
from heeded.core.access.sides import reviewers
from heeded.core.procedures.amount import Amount, Unit
from heeded.core.procedures.deadline import due

REVIEWED_WITHIN = Amount(1, Unit.WORKING_DAY)
"""By when a named officer looks at why a glass was broken (trust.md, A6)."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The glass is open: until when, and by when a named officer reviews why (seconds UTC)."""

    look: str
    glass: Glass


def break_glass(desk: Desk, ask: Ask) -> Broken | Refused | NothingThere:
    """Open a child's record to the one who asks, for three hours and the reason stated.

    The child's lead is told, and the named officers who review why. Somebody connected with the household is
    answered as of a child whom the record does not hold, and someone outside their agency is told.
    """
    with desk.record.reading(ask.actor, ask.now) as reading:
        ties = reading.ties(ask.child)
        decided = decide(desk.policy, ask, ties, ())
        answer = desk.policy.decide(
            ask.actor, ties.bond, RecordClass.OTHER_ENTRY, Operation.BREAK_GLASS, ask.stated, ask.now
        )
        notices = to_tell(decided, reading) if decided.hidden else _notices(decided, answer)
    if not decided.hidden and answer.permitted:
        return _broken(desk, decided, answer, notices)
    look = look_at(decided, Operation.BREAK_GLASS, "" if decided.hidden else answer.row)
    desk.recorder.record(look, notices).wait()
    return NothingThere(look.id) if decided.hidden else Refused(look.id, answer.why)


def _broken(desk: Desk, decided: Decided, answer: Answer, notices: tuple[Notice, ...]) -> Broken:
    ask, ties = decided.ask, decided.ties
    look = new_look(
        ask,
        operation=Operation.BREAK_GLASS,
        records=(str(RecordClass.OTHER_ENTRY),),
        answer=str(answer.effect),
        rule=answer.row,
        ties=ties,
    )
    glass = Glass(
        id=str(uuid4()),
        actor=ask.actor.id,
        agency=ask.actor.agency,
        child=ties.child,
        since=ask.now,
        until=ask.now if answer.expires_at is None else answer.expires_at,
        reason=ask.stated.reason if ask.stated else "",
        review_by=due(desk.calendar, ask.now, REVIEWED_WITHIN),
    )
    with desk.record.overseeing(ask.actor) as oversight:
        officers = reviewers(oversight.with_line(ask.actor), *oversight.officers())
        told = (*notices, *_to_reviewers(answer, officers, glass, ties.family))
        oversight.break_glass(glass, look, told, {each.agency for each in officers} - {ask.actor.agency})
    return Broken(look.id, glass)


def _notices(decided: Decided, answer: Answer) -> tuple[Notice, ...]:
    """Whom besides its reviewers to tell of a glass that is broken; nobody of one that is not."""
    ties = decided.ties
    notices: list[Notice] = []
    if Obligation.TELL_LEAD in answer.obligations and ties.lead[0]:
        notices.append(to_lead(decided, Why.LOOKED))
    return tuple(notices)


def _to_reviewers(answer: Answer, officers: Sequence[Actor], glass: Glass, family: str) -> Iterator[Notice]:
    """A notice for each who may review it; for the whole agency where the partnership has nobody."""
    if Obligation.REVIEW not in answer.obligations:
        return
    for agency, officer in [(each.agency, each.id) for each in officers] or [(glass.agency, "")]:
        yield Notice(
            agency=agency,
            practitioner=officer,
            why=Why.GLASS,
            at=glass.since,
            family=family,
            child=glass.child,
        )
