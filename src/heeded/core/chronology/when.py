"""When something happened: an interval of time, as narrow as its source could say."""

from __future__ import annotations

import calendar as months
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/London")


class Precision(StrEnum):
    """How finely a source could place an event in time."""

    INSTANT = "instant"
    DAY = "day"
    MONTH = "month"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, order=True)
class When:
    """An interval: the event happened at some moment from `earliest` to `latest`.

    Both ends are whole seconds since 1970-01-01 UTC, and both belong to the interval.
    An instant has equal ends; a day runs from local midnight to 23:59:59.
    """

    earliest: int
    latest: int
    precision: Precision

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise ValueError("an event cannot end before it begins: check the two times")

    @classmethod
    def instant(cls, moment: datetime) -> When:
        """An exact moment; one without a time zone is read as local time."""
        second = seconds(moment)
        return cls(second, second, Precision.INSTANT)

    @classmethod
    def day(cls, day: date) -> When:
        """Some moment of a local day."""
        return cls(start_of_day(day), end_of_day(day), Precision.DAY)

    @classmethod
    def month(cls, year: int, month: int) -> When:
        """Some moment of a local calendar month."""
        last = months.monthrange(year, month)[1]
        first, final = date(year, month, 1), date(year, month, last)
        return cls(start_of_day(first), end_of_day(final), Precision.MONTH)

    @classmethod
    def about(cls, moment: datetime, margin: timedelta) -> When:
        """A moment that the source gave as approximate, with the margin either way."""
        second, around = seconds(moment), int(margin.total_seconds())
        return cls(second - around, second + around, Precision.ABOUT)

    @classmethod
    def parse(cls, text: str) -> When:
        """Read `2010-06-18T19:40`, `2010-06-18`, `2010-06` or `about 2010-06-18T19:40, 2 hours`.

        Raises ValueError with what to write instead.
        """
        return _parse(text.strip())

    @property
    def exact(self) -> bool:
        """Whether the moment is known to the second."""
        return self.earliest == self.latest

    def __str__(self) -> str:
        """The time as a person would write it, in local time."""
        first = local(self.earliest)
        if self.precision is Precision.DAY:
            return f"{first:%Y-%m-%d}"
        if self.precision is Precision.MONTH:
            return f"{first:%Y-%m}"
        if self.exact:
            return f"{first:%Y-%m-%d %H:%M}"
        return f"about {local((self.earliest + self.latest) // 2):%Y-%m-%d %H:%M}"


def seconds(moment: datetime) -> int:
    """Whole seconds since 1970-01-01 UTC; a moment without a zone is local time."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=LOCAL)
    return int(aware.timestamp())


def local(second: int) -> datetime:
    """The local date and time of a second since 1970-01-01 UTC."""
    return datetime.fromtimestamp(second, LOCAL)


def start_of_day(day: date) -> int:
    """The first second of a local day."""
    return seconds(datetime.combine(day, time(0)))


def end_of_day(day: date) -> int:
    """The last second of a local day."""
    return start_of_day(day + timedelta(days=1)) - 1


_ABOUT = re.compile(r"about (?P<moment>\S+?),? (?:within )?(?P<number>\d+) (?P<unit>hour|day|minute)s?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_HOW = (
    "write 2010-06-18T19:40 for a moment, 2010-06-18 for a day, 2010-06 for a month, "
    "or 'about 2010-06-18T19:40, 2 hours'"
)


def _parse(text: str) -> When:
    try:
        if text.startswith("about") and (found := _ABOUT.fullmatch(text)):
            margin = timedelta(**{found["unit"] + "s": int(found["number"])})
            return When.about(datetime.fromisoformat(found["moment"]), margin)
        if len(text) == len("2010-06") and (found := _MONTH.fullmatch(text)):
            return When.month(int(found[1]), int(found[2]))
        if len(text) == len("2010-06-18"):
            return When.day(date.fromisoformat(text))
        return When.instant(datetime.fromisoformat(text))
    except (ValueError, OverflowError) as wrong:
        raise ValueError(f"'{text}' is not a time: {_HOW}") from wrong
