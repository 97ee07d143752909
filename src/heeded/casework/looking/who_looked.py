"""Who looked at a child's record: for those who review looks, and as a plain account for the family."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from heeded.casework.looking.ask import Ask, Desk, NothingThere, Refused
from heeded.casework.looking.deciding.decided import NOBODY, decide, new_look
from heeded.casework.looking.deciding.told import to_tell
from heeded.casework.ports.glass import EVERY, Narrowed
from heeded.casework.ports.lists import Place
from heeded.casework.ports.looks import Look
from heeded.core.access import Effect, Operation, RecordClass


@dataclass(frozen=True, slots=True)
class Lookers:
    """A page of the looks at a child's record, the latest first; where the next page begins, if any."""

    look: str
    looks: tuple[Look, ...]
    next_before: Place | None


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One look as a family is told of it: when (seconds UTC), which agency, in what role, and for what.

    `look` is the look's own name, by which it can be held back; it says nothing to a family.
    """

    look: str
    at: int
    agency: str
    role: str
    purpose: str
    basis: str
    without_standing: bool


@dataclass(frozen=True, slots=True)
class Account:
    """A plain account of the looks at a child's record, the latest first, and how many are held back."""

    look: str
    lines: tuple[AccountLine, ...]
    held_back: int
    next_before: Place | None


def who_looked(
    desk: Desk, ask: Ask, before: Place | None = None, limit: int = 100, only: Narrowed = EVERY
) -> Lookers | Refused | NothingThere:
    """Every look at one child's record, those refused among them, with the signs of each.

    `only` narrows them to those of an agency, of some days, shown or refused, or without standing.

    Reading who looked is itself a look, told at the next reading. Somebody connected with the household
    is answered as of a child whom the record does not hold.
    """
    found = _looks(desk, ask, before, limit, only)
    if isinstance(found, Refused | NothingThere):
        return found
    look, looks = found
    page = looks[:limit]
    return Lookers(look, tuple(page), _next(page, more=len(looks) > limit))


def account_for_family(
    desk: Desk, ask: Ask, held_back: frozenset[str], before: Place | None = None, limit: int = 100
) -> Account | Refused | NothingThere:
    """The looks at a child's record by which something was shown, without the name of anybody.

    `held_back` are the looks, by id, that two named people agreed to leave out because telling of them
    would put somebody in danger; the purpose states who agreed.
    """
    found = _looks(desk, ask, before, limit)
    if isinstance(found, Refused | NothingThere):
        return found
    look, looks = found
    page = looks[:limit]
    told = [each for each in page if each.answer == Effect.PERMIT]
    lines = tuple(_line(each) for each in told if each.id not in held_back)
    return Account(look, lines, len(told) - len(lines), _next(page, more=len(looks) > limit))


def _looks(
    desk: Desk, ask: Ask, before: Place | None, limit: int, only: Narrowed = EVERY
) -> tuple[str, Sequence[Look]] | Refused | NothingThere:
    with desk.record.reading(ask.actor, ask.now) as reading:
        ties = reading.ties(ask.child)
        answer = desk.policy.decide(
            ask.actor, ties.bond, RecordClass.ACCESS_LOG, Operation.READ, ask.stated, ask.now
        )
        hidden = answer.effect is Effect.HIDE or not ties.exists
        look = new_look(
            ask,
            operation=Operation.READ,
            records=(str(RecordClass.ACCESS_LOG),),
            answer=str(Effect.HIDE if hidden else answer.effect),
            rule=answer.row if ties.exists else NOBODY,
            ties=ties,
        )
        recorded = desk.recorder.record(look, to_tell(decide(desk.policy, ask, ties, ()), reading))
    looks: Sequence[Look] = ()
    if answer.permitted and not hidden:
        with desk.record.overseeing(ask.actor) as oversight:
            held = oversight.looks(ties.child, before, limit + 2, only)
            looks = [each for each in held if each.id != look.id][: limit + 1]
    recorded.wait()
    if hidden:
        return NothingThere(look.id)
    return (look.id, looks) if answer.permitted else Refused(look.id, answer.said)


def _line(look: Look) -> AccountLine:
    return AccountLine(
        look=look.id,
        at=look.at,
        agency=look.agency,
        role=look.role,
        purpose=look.purpose,
        basis=look.basis,
        without_standing=look.standing in {"none", "under break-glass"},
    )


def _next(page: Sequence[Look], *, more: bool) -> Place | None:
    return (page[-1].at, page[-1].id) if more else None
