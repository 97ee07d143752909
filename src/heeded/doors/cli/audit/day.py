"""A day as an option of a command."""

from __future__ import annotations

from datetime import date

import click

FIRST_YEAR, LAST_YEAR = 1990, 2098


def read_day(_ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """A day, written as 2024-03-31; a usage error says what to write."""
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError as wrong:
        raise click.BadParameter(f"“{value}” is not a day: write it as 2024-03-31.", param=param) from wrong
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise click.BadParameter(f"“{value}” is not in the years {FIRST_YEAR} to {LAST_YEAR}.", param=param)
    return day
