"""A notice: that something awaits an agency or one of its practitioners, and no more than that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """What awaits, in words that name nobody."""

    DUTY = "something is owed"
    OVERDUE = "something is overdue"
    HANDED_BACK = "a hand-over was not accepted and is still yours"
    UNREACHED = "what you sent has reached nobody here and is still yours"
    UNANSWERED = "what was sent to you has not been answered"
    BROKEN = "something was done before what had to come first"
    OVERRIDDEN = "a gate was passed on somebody's authority"
    REOPENED = "a decision must be looked at again"
    CONTRADICTED = "something speaks against what a decision rests on"
    DISAGREEMENT = "a disagreement awaits an answer"
    GLASS = "a look taken without standing awaits review"
    LOOKED = "a record that you carry was opened by somebody who has no part in it"
    CONNECTION = "somebody connected with a household tried to look"
    SPLIT = "a record that you read, or wrote to, held two people as one"
    UNWITNESSED = "too few witnesses have signed for what the record took in of late"
    REWRITTEN = "a witness says that the record is not the one that it saw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """For whom, since when (seconds UTC) and why; what it is about stays in the record.

    `practitioner` is empty where it is for the whole agency. `duty` names a line of the worklist.
    """

    agency: str
    why: Why
    at: int
    family: str = ""
    child: str = ""
    duty: str = ""
    practitioner: str = ""
