"""Acknowledge a line of the worklist: somebody says that they have read it. It is owed as before."""

from __future__ import annotations

from heeded.casework.looking.ask import Ask, Desk, NothingThere, Refused
from heeded.casework.looking.deciding.decided import new_look
from heeded.casework.looking.worklist import AT_WORK
from heeded.casework.ports.lists import Acknowledged
from heeded.core.access import Actor, Effect, Operation, RecordClass, Stated


def acknowledge(
    desk: Desk, actor: Actor, duty: str, now: int, stated: Stated | None
) -> Acknowledged | Refused | NothingThere:
    """Note that the reader has read a line of their agency's list; a second time changes nothing.

    It survives that the line is judged again. A line of a household that the reader belongs to is not
    there, as one of another agency is not.
    """
    ask = Ask(actor=actor, child="", now=now, stated=stated)
    answer = desk.policy.decide(actor, AT_WORK, RecordClass.WORKLIST, Operation.READ, stated, now)
    with desk.record.listing(actor, now) as listing:
        line = listing.line(duty) if answer.permitted else None
        look = new_look(
            ask,
            operation=Operation.READ,
            records=(str(RecordClass.WORKLIST),),
            answer=str(Effect.HIDE if answer.permitted and line is None else answer.effect),
            rule=answer.row,
            people=(line.owed.finding.child,) if line else (),
        )
        recorded = desk.recorder.record(look)
        if line is not None:
            listing.acknowledge(line)
    recorded.wait()
    if not answer.permitted:
        return Refused(look.id, answer.said)
    if line is None:
        return NothingThere(look.id)
    before = next((each for each in line.acknowledged if each.by == actor.id), None)
    return before or Acknowledged(actor.id, now)
