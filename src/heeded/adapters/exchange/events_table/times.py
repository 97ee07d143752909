"""Times as spreadsheets and people write them, read as narrowly as they are written."""

import re
from datetime import date, datetime, time
from functools import lru_cache

from heeded.core.chronology.when import LOCAL, When

HOW = "write 2024-03-08, 08/03/2024, 8 March 2024, or either with 16:00; or 2024-03"
EARLIEST, LATEST = date(1900, 1, 1), date(2099, 12, 31)

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_CLOCK = r"(?:[T ]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d{1,9})?)?)?"
_ZONE = r"(?P<zone> ?(?:Z|[+-]\d{2}:?\d{2}))?"
_ISO = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}}){_CLOCK}{_ZONE}")
_BRITISH = re.compile(rf"(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-](?P<year>\d{{4}}){_CLOCK}")
_WORDS = re.compile(rf"(?P<day>\d{{1,2}})[ -](?P<name>[A-Za-z]{{3,9}})[ -](?P<year>\d{{4}}){_CLOCK}")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})")


@lru_cache(maxsize=20_000)
def read_time(text: str) -> tuple[When, bool]:
    """A time, and whether a clock time of exactly midnight was dropped; ValueError says what to write.

    Day comes before month, as in Britain. A time of 00:00 stands for the day alone, since databases
    write a day so; a time without a zone is local.
    """
    written = " ".join(text.split())
    try:
        return _read(written)
    except (ValueError, OverflowError) as wrong:
        raise ValueError(f"{_why(written)}: {HOW}") from wrong


def read_day(text: str) -> date:
    """A day, a clock time after it left out; ValueError says what to write."""
    written = " ".join(text.split())
    try:
        found = _found(written)
        return _day(found)
    except (ValueError, OverflowError) as wrong:
        raise ValueError(f"{_why(written)}: write 2024-03-08 or 08/03/2024") from wrong


def _read(written: str) -> tuple[When, bool]:
    if written.startswith("about "):
        when = When.parse(re.sub(r"(?<=\d) (?=\d\d:\d\d)", "T", written))
        if when.latest - when.earliest > _LONGEST_ABOUT:
            raise ValueError("too wide")
        return when, False
    if month := _MONTH.fullmatch(written):
        day = _checked(date(int(month["year"]), int(month["month"]), 1))
        return When.month(day.year, day.month), False
    found = _found(written)
    day = _day(found)
    if found["hour"] is None:
        return When.day(day), False
    clock = time(int(found["hour"]), int(found["minute"]), int(found["second"] or 0))
    zone = found.groupdict().get("zone")
    if clock == time(0) and not zone:
        return When.day(day), True
    return When.instant(_moment(day, clock, zone)), False


_LONGEST_ABOUT = 2 * 366 * 24 * 3600


def _found(written: str) -> re.Match[str]:
    found = _ISO.fullmatch(written) or _BRITISH.fullmatch(written) or _WORDS.fullmatch(written)
    if found is None:
        raise ValueError("no known form")
    return found


def _day(found: re.Match[str]) -> date:
    parts = found.groupdict()
    month = _MONTHS.index(parts["name"][:3].lower()) + 1 if parts.get("name") else int(parts["month"])
    return _checked(date(int(parts["year"]), month, int(parts["day"])))


def _checked(day: date) -> date:
    if not EARLIEST <= day <= LATEST:
        raise ValueError("outside the years 1900 to 2099")
    return day


def _moment(day: date, clock: time, zone: str | None) -> datetime:
    if not zone:
        return datetime.combine(day, clock, LOCAL)
    offset = zone.strip().replace("Z", "+00:00")
    return datetime.fromisoformat(f"{day}T{clock}{offset}")


def _why(written: str) -> str:
    """What is wrong with a text that is no time."""
    if written.isdecimal() and len(written) == len("45359"):
        return "a number, as Excel keeps days (format the column as a date before saving)"
    if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}( .*)?", written):
        return "a year of two digits, which could be read in two ways"
    if _ISO.fullmatch(written) or _BRITISH.fullmatch(written):
        return "a day or time that does not exist (the day is read before the month)"
    return "not a time"
