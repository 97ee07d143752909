"""How someone stands to a child: the ties that the record shows, and a glass broken for want of one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

HOURS_OF_BROKEN_GLASS = 3
LEAST_REASON_WORDS = 5
_SECONDS_AN_HOUR = 3600


class Standing(StrEnum):
    """The one tie by which the policy judges, the weightiest that holds."""

    ALLOCATED = "allocated"
    INVOLVED = "involved"
    OWN_AGENCY = "own agency"
    BREAK_GLASS = "under break-glass"
    NONE = "none"
    CONFLICTED = "conflicted"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class BreakGlass:
    """A glass broken by one person for one child: since when (seconds UTC), and why."""

    by: str
    since: int
    reason: str

    @property
    def until(self) -> int:
        """When it closes again (seconds UTC), three hours after it was broken."""
        return self.since + HOURS_OF_BROKEN_GLASS * _SECONDS_AN_HOUR

    def open_to(self, actor: str, now: int) -> bool:
        """Whether it is open at `now` (seconds UTC) to the one who broke it, and had a reason."""
        return self.by == actor and self.since <= now < self.until and is_reason(self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """What ties an actor to a child, as the caller reads it from the record.

    `allocated`: the child is this person's to work with. `involved`: the actor's agency has an open
    duty, told an entry or holds a role for the child. `own_agency`: the child is known to the agency
    and nothing is open. `conflicted`: the actor belongs to, or is connected with, the household.
    `family`: the actor reads as the child's family. The last two outweigh every other tie.
    """

    allocated: bool = False
    involved: bool = False
    own_agency: bool = False
    conflicted: bool = False
    family: bool = False
    glass: BreakGlass | None = None

    def standing(self, actor: str, now: int) -> Standing:
        """The tie that counts for the actor of that id at `now` (seconds UTC)."""
        opened = self.glass is not None and self.glass.open_to(actor, now)
        ties = (
            (self.conflicted, Standing.CONFLICTED),
            (self.family, Standing.FAMILY),
            (self.allocated, Standing.ALLOCATED),
            (self.involved, Standing.INVOLVED),
            (opened, Standing.BREAK_GLASS),
            (self.own_agency, Standing.OWN_AGENCY),
        )
        return next((standing for holds, standing in ties if holds), Standing.NONE)


NO_BOND = Bond()
"""No tie at all: also what anybody has with a child who does not exist."""


def is_reason(text: str) -> bool:
    """Whether a text says why: five different words at least, so that a row of dots is none."""
    words = {"".join(filter(str.isalpha, word)).casefold() for word in text.split()}
    return len(words - {""}) >= LEAST_REASON_WORDS
