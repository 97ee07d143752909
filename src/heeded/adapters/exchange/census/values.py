"""What the text of one element says: a day, a code, yes or no, a count; or why it cannot be used."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from heeded.adapters.exchange.census import reasons
from heeded.adapters.exchange.census.layout import Field, Kind
from heeded.adapters.exchange.census.layout.codes import Code
from heeded.adapters.exchange.census.scribe import DAYS_BEFORE_BIRTH, Bounds, Scribe
from heeded.adapters.exchange.reason import Reason
from heeded.adapters.exchange.xml import Element

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DAY_AND_MORE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(T.*|Z|[+-][0-9]{2}:?[0-9]{2})")
DAY_LENGTH = 10
LONGEST_TEXT = 200
LONGEST_IDENTITY = 20
MOST_DIGITS = 3
YES_NO = {"1": True, "0": False, "true": True, "false": False}
YEARS = range(2000, 2100)

Reader = Callable[[Element, Field, Scribe, Bounds], Any]
"""Reads an element's text as its field's kind; None, and a line in the ledger, if it is unusable."""


def parse_day(text: str) -> tuple[date | None, Reason | None]:
    """The day that a text gives, with a reason to note if it gives more; or none, with the reason why."""
    if len(text) == DAY_LENGTH and text[4] == "-" == text[7]:
        try:
            return date.fromisoformat(text), None
        except ValueError:
            return None, reasons.NO_SUCH_DAY if DAY.fullmatch(text) else reasons.NOT_A_DATE
    more = DAY_AND_MORE.fullmatch(text)
    if not more:
        return None, reasons.NOT_A_DATE
    day, reason = parse_day(more[1])
    return day, reason or reasons.TIME_DROPPED


def read_value(element: Element, field: Field, scribe: Scribe, bounds: Bounds) -> Any:  # noqa: ANN401
    """The value of an element, of its field's type; None, and a line in the ledger, if it is unusable."""
    if element.cut:
        scribe.note(reasons.TOO_LONG, element, field.label)
        return None
    return READERS[field.kind](element, field, scribe, bounds)


def _day(element: Element, field: Field, scribe: Scribe, _: Bounds) -> date | None:
    """A day without limits."""
    day, reason = parse_day(element.text)
    if reason:
        scribe.note(reason, element, field.label)
    return day


def _bounded(inside: Callable[[date, Bounds], bool]) -> Reader:
    """A reader of days that lie inside the bounds, as the given test has it."""

    def read(element: Element, field: Field, scribe: Scribe, bounds: Bounds) -> date | None:
        day = _day(element, field, scribe, bounds)
        if day is None or inside(day, bounds):
            return day
        _note_outside(element, field, scribe, bounds, day)
        return None

    return read


def _note_outside(element: Element, field: Field, scribe: Scribe, bounds: Bounds, day: date) -> None:
    """Note which bound a day is beyond."""
    if day > bounds.reference:
        reason, bound = reasons.AFTER_REFERENCE, f"reference date {bounds.reference}"
    elif bounds.death and day > bounds.death:
        reason, bound = reasons.AFTER_DEATH, f"death {bounds.death}"
    else:
        reason, bound = reasons.BEFORE_BIRTH, f"birth {bounds.birth}"
    scribe.note(reason, element, field.label, f"{element.text} ({bound})")


def _code(element: Element, field: Field, scribe: Scribe, _: Bounds) -> str | None:
    """A code of the field's list, in the letters of the list."""
    assert field.codes is not None, f"{field.label} has no code list"  # noqa: S101 - our own table
    code = field.codes.codes.get(element.text) or _odd_code(element, field, scribe)
    if code is None:
        return None
    span = scribe.compare_year(code.since, code.until)
    if span:
        scribe.note(reasons.NEW_CODE if span > 0 else reasons.GONE_CODE, element, field.label)
    return code.becomes


def _odd_code(element: Element, field: Field, scribe: Scribe) -> Code | None:
    """A code in small letters or of the older list, with a line in the ledger; None if it is neither."""
    listed = field.codes
    text = element.text.upper()
    if listed and text in listed.codes:
        scribe.note(reasons.LETTERS, element, field.label)
        return listed.codes[text]
    if listed and listed.older and text in listed.older.codes:
        scribe.note(reasons.OLDER_CODE, element, field.label)
        return listed.older.codes[text]
    scribe.note(reasons.UNKNOWN_CODE, element, field.label)
    return None


def _yes_no(element: Element, field: Field, scribe: Scribe, _: Bounds) -> bool | None:
    """Yes or no."""
    answer = YES_NO.get(element.text.lower())
    if answer is None:
        scribe.note(reasons.NOT_YES_NO, element, field.label)
    return answer


def _count(element: Element, field: Field, scribe: Scribe, _: Bounds) -> int | None:
    """A whole number from 0 to 999."""
    text = element.text
    if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS:
        return int(text)
    scribe.note(reasons.NOT_A_COUNT, element, field.label)
    return None


def _year(element: Element, field: Field, scribe: Scribe, _: Bounds) -> int | None:
    """A year of this century."""
    text = element.text
    if text.isascii() and text.isdecimal() and len(text) <= len("2026") and int(text) in YEARS:
        return int(text)
    scribe.note(reasons.WRONG_FORM, element, field.label)
    return None


def _form(element: Element, field: Field, scribe: Scribe, _: Bounds) -> str | None:
    """Text of the field's form."""
    assert field.form is not None, f"{field.label} has no form"  # noqa: S101 - our own table
    if field.form.fullmatch(element.text):
        return element.text
    scribe.note(reasons.WRONG_FORM, element, field.label)
    return None


def _text(element: Element, field: Field, scribe: Scribe, _: Bounds) -> str | None:
    """Any text that is not too long."""
    if len(element.text) <= LONGEST_TEXT:
        return element.text
    scribe.note(reasons.TOO_LONG, element, field.label)
    return None


def _identity(element: Element, field: Field, scribe: Scribe, bounds: Bounds) -> str | None:
    """An identifier; one that the department would refuse is kept, and noted."""
    text = _text(element, field, scribe, bounds)
    if text and (len(text) > LONGEST_IDENTITY or not (text.isascii() and text.isalnum())):
        scribe.note(reasons.ODD_IDENTITY, element, field.label)
    return text


READERS: dict[Kind, Reader] = {
    Kind.DAY: _day,
    Kind.PERSONAL: _bounded(lambda day, bounds: day <= bounds.reference),
    Kind.EXPECTED: _bounded(lambda day, bounds: (day - bounds.reference).days <= DAYS_BEFORE_BIRTH),
    Kind.EVENT: _bounded(lambda day, bounds: bounds.earliest <= day <= bounds.latest),
    Kind.CLOSING: _bounded(lambda day, bounds: bounds.earliest <= day <= bounds.reference),
    Kind.PLANNED: _bounded(lambda day, bounds: bounds.earliest <= day),
    Kind.CODE: _code,
    Kind.YES_NO: _yes_no,
    Kind.COUNT: _count,
    Kind.YEAR: _year,
    Kind.FORM: _form,
    Kind.TEXT: _text,
    Kind.IDENTITY: _identity,
}
