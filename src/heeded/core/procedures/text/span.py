"""Spans of time and dates, as a clause writes them."""

from __future__ import annotations

import re
from datetime import date

from heeded.core.procedures.amount import Amount
from heeded.core.procedures.mistake import dashed, shortened
from heeded.core.procedures.rule import Within
from heeded.core.procedures.text.line import Line

_KNOWING = re.compile(r"\s+of\s+knowing$", re.IGNORECASE)
_NUMBERED = re.compile(r"-?[0-9]|the same\b", re.IGNORECASE)
_NAME = re.compile(r"[a-z][a-z0-9' -]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_within(text: str, line: Line) -> Within:
    """An amount, or the name of one of the handbook's; and if wanted "of knowing"."""
    written = " ".join(text.split())
    span = _KNOWING.sub("", written)
    return Within(_amount_or_name(span, line), of_knowing=span != written)


def read_amount(text: str, line: Line) -> Amount:
    """An amount of time; refused with what may be written."""
    try:
        return Amount.parse(text)
    except ValueError as wrong:
        raise line.wrong(*_parted(str(wrong))) from wrong


def read_name(text: str, line: Line) -> str:
    """The name of a dated amount: words in small letters."""
    name = " ".join(text.split())
    if not _NAME.fullmatch(name):
        raise line.wrong(
            f"“{shortened(text)}” cannot be the name of an amount.",
            "Write words in small letters, such as “conference deadline”.",
        )
    return name


def read_date(text: str, line: Line) -> date:
    """A date as year-month-day."""
    written = text.strip()
    try:
        if _DATE.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    raise line.wrong(
        f"“{shortened(written) or 'nothing'}” is not a date of the calendar.",
        f"Write year-month-day, such as 2024-03-08{dashed(written)}.",
    )


def _amount_or_name(span: str, line: Line) -> Amount | str:
    try:
        return Amount.parse(span)
    except ValueError:
        if _NUMBERED.match(span):
            return read_amount(span, line)
    return read_name(span, line)


def _parted(words: str) -> tuple[str, str]:
    """What is wrong, and the remedy that begins with "Write"."""
    what, write, remedy = words.partition("Write ")
    return what.strip(), write + remedy
