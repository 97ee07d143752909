"""An area's calendar: which days are worked, as far as was known at a moment."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from heeded.core.procedures.closure import Closure, closures_from_rows

__all__ = ["LONDON", "Calendar", "Closure", "OutOfReach"]

LONDON = ZoneInfo("Europe/London")
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


class OutOfReach(ValueError):  # noqa: N818 - named for what is the case, as the message reads
    """A day that the calendar says nothing about, so that no deadline can be given."""


@dataclass(frozen=True)
class Calendar:
    """Working days of one area: Monday to Friday, less its closures, in local time.

    Working days are answered only between `reaches_from` and `reaches_to` (both included):
    beyond them an unlisted closure would make a deadline silently wrong.
    """

    name: str
    zone: ZoneInfo
    closures: tuple[Closure, ...]
    reaches_from: date
    reaches_to: date

    def __post_init__(self) -> None:
        """Refuse, with ValueError, a reach that is back to front or does not hold a closure."""
        if self.reaches_from > self.reaches_to:
            raise ValueError(
                f"The calendar {self.name} reaches from {self.reaches_from} to {self.reaches_to}: "
                "give the earlier day first."
            )
        for closure in self.closures:
            if not self.reaches_from <= closure.day <= self.reaches_to:
                raise ValueError(
                    f"{closure.name}, {closure.day}, lies outside the reach of the calendar "
                    f"{self.name}: widen the reach or take the day out."
                )

    def __hash__(self) -> int:
        """A hash that does not walk the closures, so that calendars are cheap keys."""
        return hash((self.name, self.reaches_from, self.reaches_to, len(self.closures)))

    @classmethod
    def from_rows(cls, name: str, rows: Iterable[Sequence[str]], zone: ZoneInfo = LONDON) -> "Calendar":
        """Build a calendar from rows of (day, name, day announced or ""), days as 2011-04-29.

        It reaches over the whole years from the first closure to the last.
        ValueError names the closure at fault, counted from 1, and the remedy.
        """
        closures = closures_from_rows(name, rows)
        first, last = closures[0].day, closures[-1].day
        return cls(name, zone, closures, date(first.year, 1, 1), date(last.year, 12, 31))

    def known_at(self, moment: datetime | None) -> "Calendar":
        """The calendar as it was known by the end of the local day of `moment`.

        Closures announced later are left out; None keeps all of them. The same knowledge
        gives the same object each time. ValueError if `moment` does not say its zone.
        """
        if moment is None:
            return self
        if moment.utcoffset() is None:
            raise ValueError(f"{moment} does not say its time zone: give it one, such as UTC.")
        announced_by_then = bisect_right(self._announcements, moment.astimezone(self.zone).date())
        return self._as_announced[announced_by_then]

    def is_working_day(self, day: date) -> bool:
        """Whether the area works on `day`; OutOfReach if the calendar does not say."""
        self._refuse_beyond_reach(day)
        return day.weekday() < _SATURDAY and day not in self._closed

    def nth_working_day_after(self, day: date, n: int) -> date:
        """The n-th working day after `day`, which is itself never counted; n is at least 1."""
        if n < 1:
            raise ValueError(f"Working days are counted from 1 after the day, but got {n}.")
        self._refuse_beyond_reach(day)
        place = bisect_right(self.working_days, day) + n - 1
        if place >= len(self.working_days):
            raise OutOfReach(
                f"{n} working days after {day} is later than {self.reaches_to}, the last day of "
                f"the calendar {self.name}: add the closures of the years that follow."
            )
        return self.working_days[place]

    def local_day(self, utc_seconds: int) -> date:
        """The day on the area's wall calendar at an instant in UTC seconds since 1970."""
        try:
            return datetime.fromtimestamp(utc_seconds, UTC).astimezone(self.zone).date()
        except (OverflowError, OSError, ValueError) as wrong:
            raise OutOfReach(
                f"{utc_seconds} seconds since 1970 is not in a year from 1 to 9999: "
                "check the units of the time."
            ) from wrong

    def start_of_day(self, day: date) -> int:
        """UTC seconds of the first second of the local day, 00:00:00."""
        try:
            return int(datetime.combine(day, time.min, self.zone).timestamp())
        except (OverflowError, ValueError) as wrong:
            raise OutOfReach(f"{day} is too near the edge of the years 1 to 9999.") from wrong

    def end_of_day(self, day: date) -> int:
        """UTC seconds of the last second of the local day, 23:59:59."""
        if day == date.max:
            raise OutOfReach(f"{day} is the last day that can be written; no day follows it.")
        return self.start_of_day(day + _ONE_DAY) - 1

    @cached_property
    def working_days(self) -> tuple[date, ...]:
        """Every working day within reach, in order."""
        length = (self.reaches_to - self.reaches_from).days + 1
        days = (self.reaches_from + timedelta(days=n) for n in range(length))
        return tuple(day for day in days if self.is_working_day(day))

    @cached_property
    def _closed(self) -> frozenset[date]:
        return frozenset(closure.day for closure in self.closures)

    @cached_property
    def _announcements(self) -> tuple[date, ...]:
        return tuple(sorted({c.announced for c in self.closures if c.announced is not None}))

    @cached_property
    def _as_announced(self) -> tuple["Calendar", ...]:
        """This calendar as known before the first announcement, after it, after the second..."""
        earlier = tuple(self._without_after(day) for day in (date.min, *self._announcements[:-1]))
        return (*earlier, self) if self._announcements else (self,)

    def _without_after(self, last: date) -> "Calendar":
        known = tuple(c for c in self.closures if c.announced is None or c.announced <= last)
        return Calendar(self.name, self.zone, known, self.reaches_from, self.reaches_to)

    def _refuse_beyond_reach(self, day: date) -> None:
        if not self.reaches_from <= day <= self.reaches_to:
            raise OutOfReach(
                f"{day} is beyond the calendar {self.name}, which reaches from "
                f"{self.reaches_from} to {self.reaches_to}: add the closures of that year."
            )
