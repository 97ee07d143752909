"""On which rows the rules about closing must differ (8867, 8868): what was open then, by days alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.oracles.census_validator.place import Place, places
from tests.oracles.census_validator.reasons import Found, Reason, Side
from tests.oracles.census_validator.tables import (
    ASSESSMENTS,
    AUTHORISED,
    ENQUIRIES,
    PLANS,
    PROTECTION,
    REASON,
    STARTS,
)

MODULES = (ENQUIRIES, PROTECTION, PLANS)
"""What may not be in an episode that closed after its assessment."""


def closed_over(place: Place) -> Found:
    """A closing over an assessment or an enquiry that was open."""
    theirs, ours = _named_at_closing(place), _surely_open(place)
    if theirs == ours:
        return None
    if theirs:
        return Side.THEIRS, Reason.NOT_YET_BEGUN if _waits(place) else Reason.BOTH_SAID
    return Side.OURS, Reason.ANSWERED_BEFORE if _ended_after(place) is None else Reason.ENDED_LATER


def closed_after_assessment(place: Place) -> Found:
    """2990: an enquiry or a plan of an episode that closed after its assessment alone."""
    began, closed = _began(place), place.closed
    if not after_assessment(place) or began is None or closed is None:
        return None
    return None if began < closed else (Side.THEIRS, Reason.NOT_YET_BEGUN)


def episode_closed_after_assessment(place: Place) -> Found:
    """2990: the episode itself, where all of that was on the day of its closing or after it."""
    moved_in = place.record.day("DateOfInitialCPC")
    if not after_assessment(place) or place.closed is None:
        return None
    there = moved_in is not None or any(any(_of(table, place)) for table in MODULES)
    before = moved_in is not None and moved_in < place.closed
    if before or not there or any(_any_before(table, place) for table in MODULES):
        return None
    return Side.THEIRS, Reason.NOT_YET_BEGUN


def after_assessment(place: Place) -> bool:
    """Whether the episode closed with no further action, or early help, after its assessment."""
    return place.episode.text(REASON) in {"RC8", "RC9"}


def _any_before(table: str, place: Place) -> bool:
    """Whether anything of a kind began in the episode before its closing."""
    return any(
        (began := _began(other)) and place.closed and began < place.closed for other in _of(table, place)
    )


def _of(table: str, place: Place) -> Iterator[Place]:
    """Everything of a kind in the episode."""
    return (other for other in places(table, place.tables) if other.record.episode == place.episode.episode)


def _began(place: Place) -> date | None:
    return place.record.day(STARTS[place.table])


def _ended(place: Place) -> date | None:
    return place.record.day(AUTHORISED if place.table == ASSESSMENTS else "DateOfInitialCPC")


def _waits(place: Place) -> bool:
    """Whether it must end before the closing: an enquiry that needs no conference need not."""
    return place.record.text("ICPCnotRequired") not in {"true", "1"}


def _named_at_closing(place: Place) -> bool:
    """Whether the validator names it: not ended, or with a conference that it says it does not need."""
    return place.closed is not None and (_ended(place) is None) == _waits(place)


def _surely_open(place: Place) -> bool:
    """Whether it was open on every reading of the days when the case closed."""
    began, ended, closed = _began(place), _ended_after(place), place.closed
    if began is None or closed is None or not _waits(place):
        return False
    return began < closed and (ended is None or ended > closed)


def _ended_after(place: Place) -> date | None:
    """When it ended, where that is not before its beginning: on the same day, it began and ended."""
    began, ended = _began(place), _ended(place)
    return None if began is None or ended is None or ended < began else ended
