"""Ages: the child's age on the day of an event, in completed months."""

from __future__ import annotations

import re

from heeded.core.procedures.pattern import AGE, Comparison, Condition
from heeded.core.procedures.text.phrases import Phrases

_MONTHS = {"month": 1, "months": 1, "year": 12, "years": 12}
_COMPARED = {
    "at least": Comparison.AT_LEAST,
    "at most": Comparison.AT_MOST,
    "under": Comparison.UNDER,
    "over": Comparison.OVER,
}
_WRITTEN = {f"{opening}{words}": how for words, how in _COMPARED.items() for opening in ("", "is ")}
_WHOLE = re.compile(r"[0-9]{1,3}")
_HOW = "Write such as “age under 4 years”, “age at least 10 years” or “age at most 4 months”."
_UNCLEAR = (Comparison.AT_MOST, Comparison.OVER)


def read_age(phrases: Phrases) -> Condition:
    """A condition on the age; years at most or over are refused, since people read them two ways."""
    line = phrases.line
    phrases.take(AGE)
    written = phrases.take(*_WRITTEN)
    if written is None:
        raise phrases.wrong("It does not say how the age is compared.", _HOW)
    number, unit = phrases.run(_MONTHS), phrases.take(*_MONTHS)
    if unit is None or not _WHOLE.fullmatch(number):
        raise phrases.wrong("The age is not a whole number of months or years.", _HOW)
    comparison, months = _WRITTEN[written], int(number) * _MONTHS[unit]
    if comparison in _UNCLEAR and _MONTHS[unit] > 1:
        raise line.wrong(
            f"“{written} {number} years” can be read in two ways: is a child of {number} and a half meant?",
            f"Write “under {int(number) + 1} years” or “at least {int(number) + 1} years” if so, "
            f"“under {number} years”, “at least {number} years” or months if not.",
        )
    return Condition(AGE, comparison, (months,), line.number)
