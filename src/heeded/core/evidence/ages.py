"""Ages: how old a child was at a moment."""

from __future__ import annotations

from datetime import date

from heeded.core.chronology.when import local


def completed_months(born: date, second: int) -> int:
    """The age in completed months at a moment (seconds UTC), by local days; never below none."""
    day = local(second).date()
    return max(0, (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day))
