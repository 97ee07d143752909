"""Give: an agreed account is printed and handed over, and it is kept to whom, when, how and by whom."""

from __future__ import annotations

from enum import StrEnum

from heeded.casework.for_family.desk import Desk, may, still_stands
from heeded.casework.for_family.held import found
from heeded.casework.keeping.desk import SECOND, By, NotDone
from heeded.casework.ports.family_accounts import Held, Stage, Step


class How(StrEnum):
    """How an account was given."""

    IN_PERSON = "handed over in person, and talked through"
    READ_OUT = "read out, with an interpreter or without"
    BY_POST = "sent as a letter by the address resolver"


def to_print(desk: Desk, by: By, child: str, account: str) -> Held:
    """An account that two people agreed on, to be printed; NotDone where it may not go, or not any more."""
    return _let_go(desk, by, child, account)


def give(desk: Desk, by: By, child: str, account: str, how: How, words: str = "") -> None:
    """Keep that an account was given now, how, and what the family said to it if anything."""
    held = _let_go(desk, by, child, account)
    step = Step(stage=Stage.GIVEN, by=by.actor.id, at=by.now, words=words.strip(), how=str(how))
    if not desk.accounts.add(by.actor, held.account.child, account, step):
        raise NotDone("This account was sent back")


def _let_go(desk: Desk, by: By, child: str, account: str) -> Held:
    """The account, where its two people are named and it still stands; the look says who agreed."""
    ties, held = found(desk, by, child, account, SECOND)
    agreed = held.agreed
    if agreed is None:
        raise NotDone("Nobody has agreed to this account yet", "Ask a second person to read it")
    still_stands(held, ties, by.now)
    other = held.account.by if agreed.by == by.actor.id else agreed.by
    may(desk, by.with_second(other), child)
    if desk.walls.gives_away(held.account.words, held.account.child, by.now):
        raise NotDone("Its words give away an address that is shielded", "Draw it up again")
    return held
