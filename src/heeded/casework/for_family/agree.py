"""Agree: a second person reads what is told and what is left out, and lets it go or sends it back."""

from __future__ import annotations

from heeded.casework.for_family.desk import Desk, may, still_stands
from heeded.casework.for_family.held import found
from heeded.casework.keeping.desk import SECOND, By, NotDone
from heeded.casework.ports.family_accounts import Held, Stage, Step

_DECIDED = "Somebody decided on this account already"


def agree(desk: Desk, by: By, child: str, account: str) -> None:
    """Let an account go to the family as it stands; NotDone where it is one's own or may not go any more."""
    ties, held = found(desk, by, child, account, SECOND)
    _undecided(held, by)
    still_stands(held, ties, by.now)
    may(desk, by.with_second(held.account.by), child)
    if desk.walls.gives_away(held.account.words, held.account.child, by.now):
        raise NotDone("Its words give away an address that is shielded", "Send it back")
    step = Step(stage=Stage.AGREED, by=by.actor.id, at=by.now)
    if not desk.accounts.add(by.actor, held.account.child, account, step):
        raise NotDone(_DECIDED)


def send_back(desk: Desk, by: By, child: str, account: str, words: str) -> None:
    """Say why an account should not go as it stands: it is drawn up anew, and this one never goes."""
    _, held = found(desk, by, child, account, SECOND)
    _undecided(held, by)
    if not words.strip():
        raise NotDone("Say what should be different, in a sentence")
    step = Step(stage=Stage.SENT_BACK, by=by.actor.id, at=by.now, words=words.strip())
    if not desk.accounts.add(by.actor, held.account.child, account, step):
        raise NotDone(_DECIDED)


def _undecided(held: Held, by: By) -> None:
    if held.account.by == by.actor.id:
        raise NotDone("Two people stand behind an account, and you drew this one up", "Ask a second person")
    if not held.awaits_second:
        raise NotDone(_DECIDED)
