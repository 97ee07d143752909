"""How sure a match is, in two drafts' words: the national draft's grades, and the department's statuses.

Unverified: both were read in drafts of 2026. The grades are those of the draft matching standard (PUB03), the
bands those of the department's matcher for the single unique identifier. Neither says how often it is right;
here they say what agreed, and nothing is linked by them.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from heeded.core.chronology.identifiers import SYSTEMS
from heeded.core.chronology.report import LOCAL_ID
from heeded.core.identity.weighing import Weight

SAME, SAME_DAY = "the same", "the same day"
BY_NUMBER, WITH_ADDRESS, WITH_POSTCODE, BY_NAME = 0.99, 0.8, 0.7, 0.6
MATCH, POTENTIAL = 0.95, 0.85
"""From which grade on the department's matcher says so."""

TWO_NAMES = 2


class Status(StrEnum):
    """The statuses of the department's matcher, but for its error."""

    MATCH = "Match"
    POTENTIAL = "PotentialMatch"
    LOW = "LowConfidenceMatch"
    MANY = "ManyMatch"
    NONE = "NoMatch"


def grade(terms: Sequence[Weight]) -> float:
    """The draft's grade of what agreed, from 0 to 1; 0 where it has none for that.

    A number alone is graded highest in the draft; whether anything else speaks for it, `supported` says.
    """
    if any(term.what in SYSTEMS and term.what != LOCAL_ID and term.level == SAME for term in terms):
        return BY_NUMBER
    if not (_named(terms) and _born(terms)):
        return 0.0
    if not any(term.what == "postcode" and term.level == SAME for term in terms):
        return BY_NAME
    return WITH_ADDRESS if any(term.what == "address" for term in terms) else WITH_POSTCODE


def supported(terms: Sequence[Weight]) -> bool:
    """Whether the name or the birth date agrees, and neither speaks against: a number alone is no support."""
    against = any(term.what in ("name", "birth", "sex") and term.weight < 0 for term in terms)
    return not against and (_named(terms) or _born(terms))


def status(reached: float) -> Status:
    """The department's status of one match, by its bands."""
    if reached >= MATCH:
        return Status.MATCH
    return Status.POTENTIAL if reached >= POTENTIAL else Status.LOW


def _named(terms: Sequence[Weight]) -> bool:
    """Whether a forename and a surname are the same, and no other word of the names differs."""
    named = [term for term in terms if term.what == "name"]
    return sum(term.level == SAME for term in named) >= TWO_NAMES and all(term.weight > 0 for term in named)


def _born(terms: Sequence[Weight]) -> bool:
    return any(term.what == "birth" and term.level == SAME_DAY for term in terms)
