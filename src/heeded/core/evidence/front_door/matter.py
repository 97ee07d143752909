"""A matter: what somebody brought to the front door about one child, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from heeded.core.chronology.entry import Entry


class Stage(StrEnum):
    """How far a matter has come. Nobody sets it: it is read off what was told.

    In the order in which matters go, though any of them may be passed over.
    """

    CONTACT = "contact"
    SCREENING = "screening"
    STRATEGY = "strategy"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One matter in one agency's hands.

    `key` is that of its referral; where it has none, the id of the entry that began it. `began` is that
    entry, `sender` the agency that referred (empty where it told the record nothing), `source` who got in
    touch, in the receiver's words. `since` is when it came to stand where it stands (seconds UTC), by
    `reached`. `of` are the roots of all that was told in it.
    """

    child: str
    agency: str
    key: str
    stage: Stage
    since: int
    began: Entry
    reached: Entry
    sender: str
    source: str
    of: frozenset[str]
