"""When a duty is due: the last second in which it can still be kept in time."""

from calendar import monthrange
from datetime import date, timedelta

from heeded.core.procedures.amount import Amount, Unit
from heeded.core.procedures.calendar import Calendar, OutOfReach

_SECONDS_IN_AN_HOUR = 3600


def due(calendar: Calendar, start_seconds: int, amount: Amount) -> int:
    """The last second (UTC, since 1970) of `amount` counted from an instant.

    The day of the event is not counted, and days, weeks, months and working days end with
    the local day, 23:59:59. Hours are elapsed hours, also when the clocks change between.
    The same day ends with the local day of the start. OutOfReach if the calendar cannot say.
    """
    if amount.unit is Unit.HOUR:
        return start_seconds + amount.number * _SECONDS_IN_AN_HOUR
    return calendar.end_of_day(due_day(calendar, calendar.local_day(start_seconds), amount))


def due_day(calendar: Calendar, start: date, amount: Amount) -> date:
    """The local day that ends `amount` counted from a day; ValueError if counted in hours."""
    match amount.unit:
        case Unit.SAME_DAY:
            return start
        case Unit.WORKING_DAY:
            return calendar.nth_working_day_after(start, amount.number)
        case Unit.DAY:
            return _days_after(start, amount.number)
        case Unit.WEEK:
            return _days_after(start, 7 * amount.number)
        case Unit.MONTH:
            return months_after(start, amount.number)
        case Unit.HOUR:
            raise ValueError(f"{amount} runs from an instant, not from a day: give the time too.")


def months_after(day: date, months: int) -> date:
    """The same day of the month, `months` later, or that month's last day if it has none such."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        raise OutOfReach(f"{months} months after {day} is later than the year 9999.")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _days_after(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError as wrong:
        raise OutOfReach(f"{days} days after {day} is later than the year 9999.") from wrong
