"""Events, times and dates as an explanation says them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from heeded.core.procedures.amount import Amount, Unit
from heeded.core.procedures.handbook import Amounts, DatedAmount, Handbook
from heeded.core.procedures.pattern import Comparison, Condition, Pattern, Patterns, Scope
from heeded.core.procedures.rule import Content, StatedDay, Within
from heeded.core.procedures.wording import condition_words, listed

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def ordinal(number: int) -> str:
    """A place in a row, from 1, as a word: second; 11th from the eleventh on."""
    return _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}th"


def event(pattern: Pattern) -> str:
    """A kind of event in quotation marks, and the conditions on it in brackets."""
    where = f" ({conditions(pattern.conditions)})" if pattern.conditions else ""
    return f"“{pattern.kind}”{where}"


def conditions(asked: Iterable[Condition]) -> str:
    """Conditions that must all hold."""
    return " and ".join(condition_words(condition) for condition in asked)


def events(patterns: Patterns) -> str:
    """Alternatives, each with its own conditions."""
    return " or ".join(event(pattern) for pattern in patterns)


def kinds(patterns: Patterns) -> str:
    """Alternatives by their kinds alone."""
    return " or ".join(dict.fromkeys(f"“{pattern.kind}”" for pattern in patterns))


def content(form: Content) -> str:
    """What the record of an act must state and show."""
    stated = [asked.field for asked in form.conditions if asked.comparison is Comparison.STATED]
    shown = [asked for asked in form.conditions if asked.comparison is not Comparison.STATED]
    parts = [f"state {listed(stated, 'and')}"] if stated else []
    parts += [f"show {conditions(shown)}"] if shown else []
    return " and ".join(parts)


def state(scope: Scope) -> str:
    """A state as the time between the events that open and close it."""
    matching = f" about the same {scope.matching}" if scope.matching else ""
    return f"from {events(scope.begins)} until {events(scope.ends)}{matching}"


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def long_date(day: date) -> str:
    """A date as a letter writes it: 17 March 2010."""
    return f"{day.day} {day:%B %Y}"


def how_long(within: Within, handbook: Handbook) -> str:
    """A time, and for a named one every amount that it has been and will be."""
    if isinstance(within.amount, Amount):
        return str(within.amount)
    amounts = handbook.amounts.get(within.amount)
    return f"“{within.amount}” ({dated(amounts) if amounts else 'which has no dated lines'})"


def in_time(within: Within | StatedDay, handbook: Handbook) -> str:
    """By when something must follow: within a time, on the same day, or by the day that is stated."""
    if isinstance(within, StatedDay):
        return f"by the end of the day that it states as “{within.field}”"
    same_day = isinstance(within.amount, Amount) and within.amount.unit is Unit.SAME_DAY
    return "on the same day" if same_day else f"within {how_long(within, handbook)}"


def dated(amounts: Amounts) -> str:
    """Every dated line of an amount, oldest first, those of an area last."""
    everywhere = [line for line in amounts.lines if not line.area]
    own = [line for line in amounts.lines if line.area]
    return "; ".join(_dated(line) for line in (*everywhere, *own))


def _dated(line: DatedAmount) -> str:
    where = f" in {line.area}" if line.area else ""
    since = "" if line.since == date.min else f" from {long_date(line.since)}"
    doubt = " (unverified)" if line.unverified else ""
    return f"{line.amount}{since}{where}{doubt}"
