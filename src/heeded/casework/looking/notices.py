"""Notices: what awaits the reader or their agency; delivered, read and acted upon told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from heeded.casework.looking.ask import Ask, Desk, Refused
from heeded.casework.looking.deciding.decided import new_look
from heeded.casework.looking.worklist import AT_WORK
from heeded.casework.ports.lists import NoticeHeld, Place
from heeded.core.access import Actor, Operation, RecordClass, Stated


@dataclass(frozen=True, slots=True)
class Notices:
    """A page of notices, the latest first; where the next page begins, if any."""

    look: str
    notices: tuple[NoticeHeld, ...]
    next_before: Place | None


def notices(
    desk: Desk,
    actor: Actor,
    now: int,
    stated: Stated | None,
    before: Place | None = None,
    limit: int = 50,
    *,
    unread: bool = False,
) -> Notices | Refused:
    """Notices for the reader, and for their whole agency, but of no household that they belong to."""
    ask = Ask(actor=actor, child="", now=now, stated=stated)
    answers = [
        (record, desk.policy.decide(actor, AT_WORK, record, Operation.READ, stated, now))
        for record in (RecordClass.WORKLIST, RecordClass.ACCESS_LOG)
    ]
    record, answer = next((each for each in answers if each[1].permitted), answers[0])
    held: Sequence[NoticeHeld] = ()
    if answer.permitted:
        with desk.record.listing(actor, now) as listing:
            held = listing.notices(before, limit + 1, unread=unread)
    page = held[:limit]
    look = new_look(
        ask,
        operation=Operation.READ,
        records=(str(record),),
        answer=str(answer.effect),
        rule=answer.row,
        people=tuple(dict.fromkeys(each.child for each in page if each.child)),
    )
    desk.recorder.record(look).wait()
    if not answer.permitted:
        return Refused(look.id, answer.said)
    return Notices(look.id, tuple(page), (page[-1].at, page[-1].id) if len(held) > limit else None)


def mark_read(desk: Desk, actor: Actor, read: Sequence[str], now: int) -> int:
    """Put down that notices were read, where they are the reader's to read; how many were not before."""
    with desk.record.listing(actor, now) as listing:
        return listing.mark_read(read)
