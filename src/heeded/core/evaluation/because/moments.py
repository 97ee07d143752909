"""Moments and lengths of time in the words of a sentence."""

from __future__ import annotations

from datetime import time

from heeded.core.chronology.when import Precision, When, end_of_day, local

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def day_words(second: int) -> str:
    """A day, such as Friday 18 June 2010."""
    moment = local(second)
    return f"{moment:%A} {moment.day} {moment:%B %Y}"


def moment_words(second: int) -> str:
    """A moment, such as Friday 18 June 2010 at 19:40; only the day where it is the end of one."""
    if second == end_of_day(local(second).date()):
        return day_words(second)
    return f"{day_words(second)} at {local(second):%H:%M}"


def when_words(when: When) -> str:
    """When something happened, with "on", "in" or "about", as narrow as it was told."""
    match when.precision:
        case Precision.DAY:
            return f"on {day_words(when.earliest)}"
        case Precision.MONTH:
            return f"in {local(when.earliest):%B %Y}"
        case Precision.ABOUT:
            middle = local((when.earliest + when.latest) // 2)
            coarse = when.latest - when.earliest > 2 * _DAY
            return (
                f"about {middle.day} {middle:%B %Y}"
                if coarse
                else f"about {moment_words(int(middle.timestamp()))}"
            )
        case Precision.INSTANT:
            at_midnight = local(when.earliest).time() == time(0)
            return f"on {day_words(when.earliest)}" + (
                "" if at_midnight else f" at {local(when.earliest):%H:%M}"
            )


def late_words(due: int, done: int) -> str:
    """How late something was: whole days by the calendar, or hours or minutes within a day."""
    days = (local(done).date() - local(due).date()).days
    if days > 0:
        return _counted(days, "day")
    seconds = done - due
    if seconds >= _HOUR:
        return _counted(seconds // _HOUR, "hour")
    return _counted(max(1, seconds // _MINUTE), "minute")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
