"""Local days and working days for the peers, worked out here from the list of closures alone.

It shares no code with `heeded.core`, so that a day miscounted there shows as a disagreement.
"""

import csv
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

import numpy as np

from bench.draws import Ints

LONDON = ZoneInfo("Europe/London")
EPOCH = date(1970, 1, 1)
SATURDAY = 5
CLOSURES = Path(__file__).resolve().parent.parent / "src/heeded/handbooks/calendars/england-and-wales.csv"


@dataclass(frozen=True)
class LocalDays:
    """Consecutive London days.

    `starts[i]` is the first second (UTC) of day `first + i`; `starts` has one more element, the
    end of the last day.
    """

    first: date
    starts: Ints

    @classmethod
    def spanning(cls, from_seconds: int, to_seconds: int) -> Self:
        """The days from one moment to another, both included (UTC seconds)."""
        first = datetime.fromtimestamp(from_seconds, LONDON).date()
        last = datetime.fromtimestamp(to_seconds, LONDON).date()
        midnights = [first + timedelta(n) for n in range((last - first).days + 2)]
        starts = [int(datetime.combine(day, time(), LONDON).timestamp()) for day in midnights]
        return cls(first, np.array(starts, dtype=np.int64))

    def index(self, moments: Ints) -> Ints:
        """Which day each moment falls on, counted from `first`."""
        return np.searchsorted(self.starts, moments, side="right").astype(np.int64) - 1

    def working(self) -> Ints:
        """The days (counted from `first`) that are neither weekend nor closed."""
        shut = closures()
        every = range(len(self.starts) - 1)
        dates = [(n, self.first + timedelta(n)) for n in every]
        return np.array([n for n, day in dates if day.weekday() < SATURDAY and day not in shut])

    def due_by_working_days(self, amount: int) -> Ints:
        """For each day, the last second of the `amount`th working day after it.

        Days too near the end of the span for an answer get the end of the span.
        """
        working = self.working()
        after = np.searchsorted(working, np.arange(len(self.starts) - 1), side="right")
        place = np.minimum(after + amount - 1, len(working) - 1)
        ends: Ints = self.starts[working[place] + 1] - 1
        return ends

    def due_by_days(self, amount: int) -> Ints:
        """For each day, the last second of the day `amount` days after it."""
        place = np.minimum(np.arange(len(self.starts) - 1) + amount, len(self.starts) - 2)
        ends: Ints = self.starts[place + 1] - 1
        return ends


def closures() -> set[date]:
    """The days on which England and Wales are closed, from the product's own list."""
    with CLOSURES.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(line for line in lines if not line.startswith("#"))
        cells = [row[0] for row in rows if row]
    return {date.fromisoformat(cell) for cell in cells if cell[:1].isdigit()}


def clock_changes(from_seconds: int, to_seconds: int) -> list[tuple[int, int]]:
    """Each stretch of London's clock: (first second UTC, seconds ahead of UTC)."""
    stretches: list[tuple[int, int]] = []
    for hour in range(from_seconds - from_seconds % 3600, to_seconds, 3600):
        moment = datetime.fromtimestamp(hour, UTC).astimezone(LONDON)
        ahead = int((moment.replace(tzinfo=UTC) - moment).total_seconds())
        if not stretches or stretches[-1][1] != ahead:
            stretches.append((hour, ahead))
    return stretches
