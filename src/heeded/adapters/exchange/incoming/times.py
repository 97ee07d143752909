"""Times as reports write them, within the years that a record can hold."""

from datetime import date

from heeded.core.chronology.when import Precision, When, end_of_day, local, start_of_day

FIRST, LAST = date(1900, 1, 1), date(2099, 12, 31)
"""The years that are read: what lies outside is a slip of the hand."""
_LONGEST = 60
_WIDEST = 2 * 366 * 24 * 3600
_EARLIEST, _LATEST = start_of_day(FIRST), end_of_day(LAST)


def read_when(text: object) -> When:
    """A time as narrow as it was written: 2010-06-18T19:40, 2010-06-18, 2010-06 or "about …".

    Two of them with a stroke between say that it was from the one to the other. ValueError says what
    is wrong and what to write instead.
    """
    if not isinstance(text, str) or not text.strip():
        raise ValueError("a time is written as a text, such as 2010-06-18T19:40 or 2010-06-18")
    if len(text) > _LONGEST:
        raise ValueError("this is too long for a time: write such as 2010-06-18T19:40 or 2010-06-18")
    first, stroke, last = text.partition("/")
    if not stroke:
        return bounded(When.parse(text))
    return bounded(When(When.parse(first).earliest, When.parse(last).latest, Precision.ABOUT))


def bounded(when: When) -> When:
    """The time itself; ValueError where it lies outside the years that are read, or is too wide."""
    if when.earliest < _EARLIEST or when.latest > _LATEST:
        raise ValueError(f"the time lies outside the years {FIRST.year} to {LAST.year}: correct it")
    if when.latest - when.earliest > _WIDEST:
        raise ValueError("the time is wider than two years: write it more narrowly")
    return when


def read_moment(text: object) -> int:
    """A moment in seconds UTC; of a day or a month its last second. ValueError as for `read_when`."""
    return read_when(text).latest


def read_day(text: object) -> date:
    """A calendar day; ValueError says what to write."""
    try:
        day = date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        day = None
    if day is None or not FIRST <= day <= LAST:
        raise ValueError(f"a day is written 2010-06-18, from {FIRST.year} to {LAST.year}")
    return day


def written(when: When) -> str:
    """A time as `read_when` reads it, to the second."""
    first = _moment(when.earliest)
    match when.precision:
        case Precision.DAY:
            return first[: len("2010-06-18")]
        case Precision.MONTH:
            return first[: len("2010-06")]
        case Precision.INSTANT if when.exact:
            return first
    margin, odd = divmod(when.latest - when.earliest, 120)
    if odd:
        return f"{first}/{_moment(when.latest)}"
    return f"about {_moment((when.earliest + when.latest) // 2)}, {margin} minutes"


def written_moment(second: int) -> str:
    """A moment (seconds UTC) as `read_moment` reads it."""
    return _moment(second)


def _moment(second: int) -> str:
    return local(second).isoformat()
