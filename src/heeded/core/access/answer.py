"""The answer to whether someone may: what it is, why, what it obliges to, and what may be said of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NOTHING_FOUND = "Nothing was found."
"""What is said of a child who does not exist, and so of everything hidden."""


class Effect(StrEnum):
    """What the policy says to an ask."""

    PERMIT = "permit"
    EXISTENCE_ONLY = "existence only"
    DENY = "deny"
    HIDE = "hide"


class Obligation(StrEnum):
    """What an answer asks for: the first two before anything is shown, the others after."""

    REASON = "record reason"
    SECOND_PERSON = "second person"
    TELL_LEAD = "tell the child's lead"
    REVIEW = "review by named officer"
    TELL_OUTSIDE = "tell someone outside their agency"
    RECEIPT_ONLY = "receipt only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the policy said, by which row, and why.

    `why` is for the access log and for those who review it; `said` is all that the actor may be told.
    `expires_at` (seconds UTC) ends a permission given by a broken glass. A review by the named
    officer is due by the end of the next working day, which the caller reckons.
    """

    effect: Effect
    row: str
    why: str
    obligations: frozenset[Obligation] = frozenset()
    expires_at: int | None = None
    unverified: str = ""

    @property
    def permitted(self) -> bool:
        """Whether it may be done, with the obligations met."""
        return self.effect is Effect.PERMIT

    @property
    def said(self) -> str:
        """What the actor may be told: of the hidden, what is said of a child who does not exist."""
        if self.effect is Effect.HIDE:
            return NOTHING_FOUND
        if self.effect is Effect.EXISTENCE_ONLY:
            return f"There may be a record; ring the agency that holds it. {self.why}"
        return self.why
