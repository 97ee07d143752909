"""Signs: plain facts about a look for those who review looks. Never a ranking, never a verdict."""

from __future__ import annotations

from enum import StrEnum

from heeded.casework.ports.reading import Ties
from heeded.core.access import Actor, Role, Standing, Stated
from heeded.core.access.bond import is_reason

SOFT = 60
"""Different children in an hour after which a practitioner is asked why (trust.md, D10)."""

HARD = 200
"""Different children in an hour after which somebody else must have agreed, too (trust.md, D10)."""

_WITHOUT = (Standing.NONE, Standing.OWN_AGENCY, Standing.BREAK_GLASS)
_LETTERS = 3


class Sign(StrEnum):
    """A plain fact about a look that a reviewer should know."""

    NO_STANDING = "read without a duty or allocation"
    OWN_WORDS = "nothing but their own entries ties them to the child"
    SURNAME = "the reader bears a surname of the family"
    CONNECTED = "the reader belongs to, or is connected with, the household"
    MANY = f"more than {SOFT} different children within the hour"
    VERY_MANY = f"more than {HARD} different children within the hour"


def signs(actor: Actor, ties: Ties, now: int) -> tuple[Sign, ...]:
    """What stands out about a look by that actor at `now` (seconds UTC)."""
    standing = ties.bond.standing(actor.id, now)
    person = Role.AGENCY_SYSTEM not in actor.roles
    facts = {
        Sign.NO_STANDING: ties.exists and standing in _WITHOUT,
        Sign.OWN_WORDS: person and ties.own_words_only,
        Sign.SURNAME: person and bool(_surname(actor.name) & _surname(*ties.names)),
        Sign.CONNECTED: standing is Standing.CONFLICTED,
        Sign.MANY: person and SOFT <= ties.this_hour < HARD,
        Sign.VERY_MANY: person and ties.this_hour >= HARD,
    }
    return tuple(sign for sign, holds in facts.items() if holds)


def _surname(*names: str) -> set[str]:
    """The last words of names, folded so that two spellings of one compare as one, without initials."""
    words = [name.replace("-", " ").split() for name in names]
    return {each[-1].casefold() for each in words if len(each) > 1 and len(each[-1]) >= _LETTERS}


def too_many(actor: Actor, stated: Stated | None, this_hour: int) -> str:
    """What must be said before yet another child is asked after; empty where nothing must.

    An agency's system is not held up: it asks after whoever comes.
    """
    if Role.AGENCY_SYSTEM in actor.roles or this_hour < SOFT:
        return ""
    if stated is None or not is_reason(stated.reason):
        return (
            f"You have asked after {this_hour} children within the hour. Say why in five words or more: "
            "it stands in the record of looks."
        )
    if this_hour >= HARD and stated.agreed_by in {"", actor.id}:
        return (
            f"You have asked after {this_hour} children within the hour. Your manager must agree first: "
            "give the name of who agreed."
        )
    return ""
