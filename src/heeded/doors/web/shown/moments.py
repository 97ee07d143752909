"""Moments and stretches of time in words, in local time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from heeded.core.chronology.when import Precision, When, local

MINUTE, HOUR, DAY = 60, 3600, 24 * 3600
_DAYS_FROM = 2 * DAY
_SOON = DAY
_DAYS_AT_HAND = 8192
"""How many days a process remembers in words: those of some twenty years."""


@dataclass(frozen=True, slots=True)
class Left:
    """How much time is left, as an icon's name and words: never by colour alone."""

    state: str
    words: str


def moment(second: int) -> str:
    """A moment (seconds UTC), such as 1 July 2026, 11:00."""
    there = local(second)
    return f"{day(there.date())}, {there:%H:%M}"


def day(when: date) -> str:
    """A day, such as 1 July 2026."""
    return _day(when, get_language() or "")


@lru_cache(_DAYS_AT_HAND)
def _day(when: date, language: str) -> str:  # noqa: ARG001 - what the words depend on beside the day
    """A day as one language writes it: a page of a long record names some days a hundred times."""
    return date_format(when, pgettext("how a day is written", "j F Y"))


def short_day(when: date) -> str:
    """A day as short as a drawing has room for, such as 3 Jul 2026."""
    return date_format(when, pgettext("how a day is written in little room", "j M Y"))


def day_or_month(when: date) -> str:
    """A day without its year, such as 3 Jul; the first of a month with its year, such as Jul 2026."""
    if when.day == 1:
        return date_format(when, pgettext("how a month is written in little room", "M Y"))
    return date_format(when, pgettext("how a day is written without its year", "j M"))


def weekday(when: date) -> str:
    """The day of the week, such as Tuesday."""
    return date_format(when, "l")


def happened(when: When) -> str:
    """When something happened, as narrowly as its source said."""
    first = local(when.earliest)
    if when.exact:
        return moment(when.earliest)
    if when.precision is Precision.DAY:
        return day(first.date())
    if when.precision is Precision.MONTH:
        return date_format(first, pgettext("how a month is written", "F Y"))
    return _("between %(first)s and %(last)s") % {
        "first": moment(when.earliest),
        "last": moment(when.latest),
    }


def left(seconds: int | None, *, overdue: bool) -> Left:
    """How long is left of the time in which something is owed, or by how much it has passed."""
    if seconds is None:
        return Left("overdue", _("Overdue")) if overdue else Left("open", _("No deadline"))
    if overdue or seconds < 0:
        return Left("overdue", _("Overdue by %s") % stretch(-seconds))
    state = "soon" if seconds < _SOON else "due"
    return Left(state, _("%s left") % stretch(seconds))


def stretch(seconds: int) -> str:
    """A stretch of time in the unit that suits its length, rounded down: nobody has more than there is."""
    length = max(0, seconds)
    if length >= _DAYS_FROM:
        days = length // DAY
        return ngettext("%(number)d day", "%(number)d days", days) % {"number": days}
    if length >= HOUR:
        hours = length // HOUR
        return ngettext("%(number)d hour", "%(number)d hours", hours) % {"number": hours}
    minutes = length // MINUTE
    return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}
