"""A closure: one day on which an area does not work, and the reading of a list of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_COLUMNS = 3


@dataclass(frozen=True, slots=True, order=True)
class Closure:
    """A day on which the area does not work, and when that was announced.

    `announced` is None for a day that follows from a standing rule and was always known.
    """

    day: date
    name: str
    announced: date | None = None


def closures_from_rows(calendar: str, rows: Iterable[Sequence[str]]) -> tuple[Closure, ...]:
    """Read rows of (day, name, day announced or ""), days as 2011-04-29, into order of day.

    ValueError names the closure at fault, counted from 1, and the remedy. A day listed twice
    is refused, and so is a year without any closure: deadlines in it would be wrong.
    """
    closures = tuple(sorted(_closure(row, place) for place, row in enumerate(rows, start=1)))
    if not closures:
        raise ValueError(f"The calendar {calendar} lists no closures: give at least one for each year.")
    for earlier, later in pairwise(closures):
        if earlier.day == later.day:
            raise ValueError(f"The calendar {calendar} lists {later.day} twice: keep one of the two.")
        if later.day.year - earlier.day.year > 1:
            raise ValueError(
                f"The calendar {calendar} has no closure in {earlier.day.year + 1}: add that year, "
                "since without it deadlines there would be wrong."
            )
    return closures


def _closure(row: Sequence[str], place: int) -> Closure:
    if len(row) != _COLUMNS:
        raise ValueError(
            f"Closure {place}: expected a day, a name and a day announced (which may be empty), "
            f"but got {len(row)} columns."
        )
    written_day, name, written_announced = (cell.strip() for cell in row)
    if not name:
        raise ValueError(f'Closure {place}: {written_day} has no name; say what it is, e.g. "Good Friday".')
    if not name.isprintable():
        raise ValueError(f"Closure {place}: the name of {written_day} holds {name!r}: use plain text.")
    day = _day(written_day, "day", place)
    announced = _day(written_announced, "day announced", place) if written_announced else None
    if announced is not None and announced > day:
        raise ValueError(
            f"Closure {place}: {name}, {day}, cannot be announced after it happened ({announced})."
        )
    return Closure(day, name, announced)


def _day(text: str, column: str, place: int) -> date:
    """Only year-month-day: the standard's week dates and undashed forms are slips here."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise ValueError(
            f'Closure {place}: the {column} "{text}" is not a date; write year-month-day, such as 2011-04-29.'
        )
    return day
