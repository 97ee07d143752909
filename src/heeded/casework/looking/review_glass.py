"""Review a broken glass: a named officer, who is not the looker, says whether the reason was a good one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from heeded.casework.looking.ask import Ask, Desk, NothingThere, Refused
from heeded.casework.looking.deciding.decided import new_look
from heeded.casework.ports.glass import Glass, Oversight, Review
from heeded.casework.ports.lists import Place
from heeded.core.access import NO_BOND, Actor, Answer, Operation, RecordClass, Stated
from heeded.core.access.sides import may_review_look, reviewers


class Outcome(StrEnum):
    """What a named officer found."""

    RIGHT = "rightly opened"
    MISTAKEN = "opened by mistake"
    WRONG = "wrongly opened"
    UNSETTLED = "being looked into"


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A glass that awaits review: whether that is overdue, how many seconds are left, and who may review it.

    `left` is negative where it is overdue. `reviewers` are the named officers whose work it is, as they
    stand now; `own` says whether the reader may, who else would be refused.
    """

    glass: Glass
    overdue: bool
    left: int = 0
    own: bool = True
    reviewers: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Awaited:
    """A page of the glasses that await review, the overdue first; where the next page begins, if any."""

    look: str
    glasses: tuple[Awaiting, ...]
    next_after: Place | None


def awaiting_review(
    desk: Desk, actor: Actor, now: int, stated: Stated | None, after: Place | None = None, limit: int = 50
) -> Awaited | Refused:
    """The glasses of the officer's agency, or given to it, that nobody has reviewed, the first due first."""
    ask = Ask(actor=actor, child="", now=now, stated=stated)
    answer = _answer(desk, ask, Operation.READ)
    held: Sequence[Glass] = ()
    waiting: tuple[Awaiting, ...] = ()
    if answer.permitted:
        with desk.record.overseeing(actor) as oversight:
            held = oversight.awaiting(after, limit + 1)
            waiting = tuple(_awaiting(oversight, actor, held[:limit], now))
    look = new_look(
        ask,
        operation=Operation.READ,
        records=(str(RecordClass.ACCESS_LOG),),
        answer=str(answer.effect),
        rule=answer.row,
        people=tuple(dict.fromkeys(glass.child for glass in held[:limit])),
    )
    desk.recorder.record(look).wait()
    if not answer.permitted:
        return Refused(look.id, answer.said)
    page = held[:limit]
    return Awaited(
        look.id,
        waiting,
        (page[-1].review_by, page[-1].id) if len(held) > limit else None,
    )


def review_glass(
    desk: Desk, ask: Ask, glass: str, outcome: Outcome, words: str
) -> Review | Refused | NothingThere:
    """Put down what the officer found. Refused to the looker, to their line, and a second time.

    Where nobody of the looker's agency may, the officers of the agency to which it was given do.

    `ask.child` is not needed: the glass says which child it was.
    """
    with desk.record.overseeing(ask.actor) as oversight:
        found = oversight.glass(glass)
        looker = oversight.who_broke(found[0]) if found else None
        officer = oversight.with_line(ask.actor)
    answer = _answer(desk, ask, Operation.REVIEW_LOOKS)
    own = looker is not None and not may_review_look(officer, looker)
    look = new_look(
        ask if found is None else Ask(actor=ask.actor, child=found[0].child, now=ask.now, stated=ask.stated),
        operation=Operation.REVIEW_LOOKS,
        records=(str(RecordClass.ACCESS_LOG),),
        answer="deny" if own else str(answer.effect),
        rule="not their own look" if own else answer.row,
    )
    desk.recorder.record(look).wait()
    if not answer.permitted:
        return Refused(look.id, answer.said)
    if found is None:
        return NothingThere(look.id)
    if own:
        return Refused(
            look.id, "A named officer who is not the looker, nor in the looker's line, reviews it."
        )
    if found[1] is not None and found[1].outcome != Outcome.UNSETTLED:
        return Refused(look.id, f"It was reviewed already: {found[1].outcome}.")
    if not words.strip():
        return Refused(look.id, "Say in a sentence what you found.")
    review = Review(glass=glass, by=ask.actor.id, at=ask.now, outcome=str(outcome), words=words.strip())
    with desk.record.overseeing(ask.actor) as oversight:
        oversight.review(review)
    return review


def _awaiting(oversight: Oversight, actor: Actor, glasses: Iterable[Glass], now: int) -> Iterator[Awaiting]:
    """Each glass with who may review it."""
    officers, hubs = oversight.officers()
    by_looker: dict[str, tuple[Actor, ...]] = {}
    for glass in glasses:
        if glass.actor not in by_looker:
            by_looker[glass.actor] = reviewers(oversight.who_broke(glass), officers, hubs)
        able = by_looker[glass.actor]
        yield Awaiting(
            glass,
            overdue=glass.review_by < now,
            left=glass.review_by - now,
            own=actor.id in {each.id for each in able},
            reviewers=able,
        )


def _answer(desk: Desk, ask: Ask, operation: Operation) -> Answer:
    return desk.policy.decide(ask.actor, NO_BOND, RecordClass.ACCESS_LOG, operation, ask.stated, ask.now)
