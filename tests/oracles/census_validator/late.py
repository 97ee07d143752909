"""On which rows the rules that count working days must differ: what the validator counts, and what is so."""

from __future__ import annotations

from datetime import date
from functools import cache

import numpy as np

from heeded.adapters.handbooks.calendar_file import shipped_calendar
from tests.oracles.census_validator.agreement import first_day
from tests.oracles.census_validator.place import Place
from tests.oracles.census_validator.reasons import Found, Reason, Side
from tests.oracles.census_validator.tables import ASSESSMENTS, AUTHORISED, ENQUIRIES, EPISODES, STARTS


def unfinished(place: Place) -> Found:
    """8670Q: an assessment that has no end."""
    started, ended = place.record.day(STARTS[ASSESSMENTS]), place.record.day(AUTHORISED)
    return _late(place.tables.reference, started, ended, 45)


def from_last_year(place: Place) -> Found:
    """8569Q: a referral that is marked as no further action, or not marked, from before the year."""
    if place.record.text("ReferralNFA") in {"false", "0"} or place.tables.reference is None:
        return None
    referred, year = place.record.day(STARTS[EPISODES]), first_day(place.tables.reference)
    return _late(year, referred, None, 1)


def without_conference(place: Place) -> Found:
    """8675Q: an enquiry that has no conference."""
    if place.record.text("ICPCnotRequired") not in {"false", "0"}:
        return None
    return _late(
        place.tables.reference, place.record.day(STARTS[ENQUIRIES]), place.record.day("DateOfInitialCPC"), 15
    )


def _late(reference: date | None, started: date | None, ended: date | None, working_days: int) -> Found:
    if started is None or reference is None:
        return None
    over = np.busday_count(started, reference, busdaycal=_worked()) - _is_worked(started) >= working_days
    if ended is not None:
        return (Side.OURS, Reason.ANSWERED_BEFORE) if ended < started and over else None
    if over or not started < _counted_back(reference, working_days, date(2022, 1, 1)):
        return None
    early = started < _counted_back(reference, working_days, date.min)
    return (Side.THEIRS, Reason.COUNTED_SHORT if early else Reason.HOLIDAYS_FROM_2022)


@cache
def _worked(since: date = date.min) -> np.busdaycalendar:
    closures = shipped_calendar("england-and-wales").closures
    return np.busdaycalendar(holidays=[closure.day for closure in closures if closure.day >= since])


def _is_worked(day: date) -> bool:
    return bool(np.is_busday(day, busdaycal=_worked()))


def _counted_back(reference: date, working_days: int, holidays_since: date) -> date:
    """The day from which on the validator finds a step in time, given bank holidays since some day."""
    calendar = _worked(holidays_since)
    back: date = np.busday_offset(reference, 1 - working_days, roll="forward", busdaycal=calendar).astype(
        date
    )
    return back
