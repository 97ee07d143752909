"""FHIR's times: a year, a month, a day or an instant, each as narrow as it was written."""

import re
from datetime import date, datetime

from heeded.adapters.exchange.incoming.times import bounded
from heeded.core.chronology.when import Precision, When, end_of_day, start_of_day

_FORM = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?P<clock>T[0-9:.]{5,20}"
    r"(?:Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)


def read_time(text: str) -> When:
    """The time that a FHIR `date`, `dateTime` or `instant` gives; ValueError says what is wrong."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"“{text[:40]}” is no time of FHIR: write such as 2010-06-18T19:40:00+01:00")
    try:
        return bounded(_read(found))
    except (ValueError, OverflowError) as wrong:
        raise ValueError(f"“{text[:40]}” is no time that can be kept: {wrong}") from wrong


def _read(found: re.Match[str]) -> When:
    year, month, day = (int(found[part] or 1) for part in ("year", "month", "day"))
    if found["month"] is None:
        first, last = date(year, 1, 1), date(year, 12, 31)
        return When(start_of_day(first), end_of_day(last), Precision.ABOUT)
    if found["day"] is None:
        return When.month(year, month)
    if found["clock"] is None:
        return When.day(date(year, month, day))
    return When.instant(datetime.fromisoformat(found.string.strip()))
