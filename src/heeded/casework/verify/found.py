"""What a verification found: faults, each with where and how, and how far the log is covered."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from heeded.core.log.erasure import Erasure
from heeded.core.log.tree import Head


class How(StrEnum):
    """In what way the log is not as it was sealed."""

    CONTENT = "its content is not what was sealed"
    MISSING = "leaves are missing"
    ORDER = "it stands twice, or out of order"
    ENTRY_GONE = "its entry is gone, and nothing says that it was erased"
    NOT_SEALED = "it was never sealed"
    ERASURE_UNTOLD = "it is marked as erased, but no erasure in the log names it"
    NOT_ERASED = "it was to be erased, but is still held"
    ROOT = "the log is not the one that was signed"
    FORK = "the log was signed in two versions"
    ROLLED_BACK = "entries at the end are missing"
    RECEIPT = "a sender's receipt says otherwise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong: how, where, and a sentence that says what and what to do.

    `place` is the leaf (from 0) at which it shows. A root that differs, or an end that is missing,
    tells only that a change lies from `place` on and before `before`; others are at their place.
    """

    how: How
    place: int
    says: str
    entry: str = ""
    before: int = 0

    @property
    def certain_by(self) -> tuple[int, int]:
        """By which leaf something is certainly wrong: faults in this order name the first change first."""
        return max(self.before, self.place + 1), self.place


@dataclass(slots=True)
class Verified:
    """What was looked at and what was found.

    `head` is the size and root computed from the leaves; None where leaves are missing. `signed_to`
    and `witnessed_to` are the greatest sizes at which it equals a checkpoint, and one with a quorum
    of witnesses: everything below stands as it was then. `unchecked` checkpoints could not be
    compared because leaves before their size are missing. `erasures` are for a person to look at:
    whether each was rightful is not for a hash to say.
    """

    faults: list[Fault] = field(default_factory=list)
    more: int = 0
    leaves: int = 0
    erased: int = 0
    erasures: list[Erasure] = field(default_factory=list)
    head: Head | None = None
    signed_to: int = 0
    witnessed_to: int = 0
    receipts: int = 0
    unchecked: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    @property
    def first(self) -> Fault | None:
        """The first thing that is wrong, in the order of the log, as exactly as can be told."""
        return min(self.faults, key=lambda fault: fault.certain_by, default=None)

    def vouched_to(self, *, quorum: bool) -> int:
        """Up to where nothing was changed, on the word of witnesses or else of the log's own key.

        Where witnesses say that something changed, only their word counts for what did not: whoever
        has the log's key can sign anything.
        """
        return self.witnessed_to if quorum else self.signed_to

    @property
    def unwitnessed(self) -> int:
        """How many leaves no quorum of witnesses vouches for yet."""
        return self.leaves - self.witnessed_to
