"""What an account for a family needs, and the policy's answer before any of it is read, agreed or given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from heeded.casework.keeping.desk import Asking, By, NotDone, permitted, ties_of
from heeded.casework.looking import Desk as LookingDesk
from heeded.casework.ports.family_accounts import FamilyAccounts, Held
from heeded.casework.ports.reading import Ties
from heeded.casework.ports.walls import Walls
from heeded.core.access import Operation, RecordClass
from heeded.core.chronology.people import Agency

STANDS_FOR = 28 * 24 * 3600
"""For how long, in seconds, an account may be agreed and given: after that it is drawn up anew."""

_KINDS = (
    RecordClass.IDENTITY,
    RecordClass.OWN_ENTRY,
    RecordClass.OTHER_ENTRY,
    RecordClass.ACCESS_LOG,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Asking):
    """What it takes: the record opened and looked at, walls that words must not pass, the accounts kept."""

    looking: LookingDesk
    walls: Walls
    accounts: FamilyAccounts
    agencies: Callable[[], Mapping[str, Agency]]


def may(desk: Desk, by: By, child: str) -> Ties:
    """How whoever acts stands to a child of whom they may give an account, recorded as a look.

    NotPermitted, or NothingThere, where the policy does not let them: all that an account is made of must be
    theirs to let out, looks at the record among it.
    """
    ties = ties_of(desk, by, child)
    allowed = permitted(desk, by, ties, Operation.EXPORT, _KINDS)
    if RecordClass.ACCESS_LOG not in allowed:
        raise NotDone(
            "You may not tell a family who looked", "Ask a designated lead, or your records officer"
        )
    return ties


def still_stands(held: Held, ties: Ties, now: int) -> None:
    """NotDone where an account is too old, or somebody of the family was shielded since it was drawn up."""
    if now - held.account.at > STANDS_FOR:
        raise NotDone("This was drawn up more than four weeks ago", "Draw it up again")
    if any(shield.since >= held.account.at for shield in ties.shields):
        raise NotDone("Somebody of the family was shielded since this was drawn up", "Draw it up again")
