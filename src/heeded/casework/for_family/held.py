"""Held: the accounts of a child that one's agency drew up, and one of them, each read recorded as a look."""

from __future__ import annotations

from collections.abc import Sequence

from heeded.casework.for_family.desk import Desk, may
from heeded.casework.keeping.desk import SECOND, By, NothingThere
from heeded.casework.ports.family_accounts import Held
from heeded.casework.ports.reading import Ties


def held(desk: Desk, by: By, child: str) -> Sequence[Held]:
    """The accounts of a child that the agency drew up, the latest first; NotDone where they may give none."""
    return desk.accounts.held(by.actor, may(desk, by.with_second(SECOND), child).child)


def one(desk: Desk, by: By, child: str, account: str) -> Held:
    """One of them; NothingThere where the agency drew up none of that name of that child."""
    return found(desk, by, child, account, SECOND)[1]


def found(desk: Desk, by: By, child: str, account: str, second: str) -> tuple[Ties, Held]:
    """How whoever acts stands to the child, and the account: with the second person who stands behind it."""
    ties = may(desk, by.with_second(second), child)
    for each in desk.accounts.held(by.actor, ties.child):
        if each.account.id == account:
            return ties, each
    raise NothingThere
