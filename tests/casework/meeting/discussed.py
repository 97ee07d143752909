"""A strategy discussion in tests: who is called to it, how it ends, and how the record holds it."""

from __future__ import annotations

from datetime import date

from heeded.casework.acting import Desk
from heeded.casework.meeting import Call, Closing, call_discussion
from heeded.core.chronology.people import Agency
from heeded.core.evidence.discussions import Discussion, discussions
from heeded.core.evidence.seen import Seen
from tests.borough import AGENCIES, NOW
from tests.casework.acts.people import LEAD, by, chronology

EVERYBODY = {each[0]: Agency(*(each[0], each[1], each[2], each[3])) for each in AGENCIES}
WHY = "bruised twice in a week with no account of it"


def call(child: str, *agencies: str) -> Call:
    """A discussion to which some agencies are asked."""
    asked = tuple(EVERYBODY[each] for each in agencies or ("police", "hospital", "school"))
    return Call(
        child=child, reason=WHY, arrangements="At 14:00 by video.", held_as="video meeting", invited=asked
    )


def called(child: str, desk: Desk) -> str:
    """The key of a discussion that social care called."""
    return call_discussion(call(child), by(LEAD, "c1"), desk).keys["meeting"]


def closing(child: str, meeting: str) -> Closing:
    """A discussion that ends as it should."""
    return Closing(
        child=child,
        meeting=meeting,
        attended=frozenset({"social care", "police", "health", "paediatrician"}),
        held_as="video meeting",
        outcome="section 47",
        decision="a section 47 enquiry, and she stays in hospital",
        reason="two sets of bruises and no account of them",
        owner="the team manager",
        date=date(2026, 7, 3),
        contingency="police protection if she is taken from the ward",
    )


def the_one(child: str, now: int = NOW + 600) -> Discussion:
    """The only discussion that the record holds about a child."""
    (found,) = discussions(Seen.of(chronology(child, now), now), child)
    return found
