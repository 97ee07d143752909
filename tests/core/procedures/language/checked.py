"""Rules for the tests of the checker, and what is found wrong with them."""

from __future__ import annotations

from datetime import date

from heeded.core.procedures.check import mistakes_in
from heeded.core.procedures.mistake import Mistake
from tests.core.procedures.language.written import TODAY, block, handbook

DUTY = "rule a\n per child\n when disclosure\n must disclosure weighed\n within 1 day\n"
GATE = "rule a\n per child\n before case closed\n need closure agreed\n"
BAN = "rule a\n per child\n while concern raised until closure agreed\n never case closed\n"
RECURRING = "rule a\n per child\n while concern raised until closure agreed\n must visit\n every 1 day\n"


def when(events: str) -> str:
    """A duty that starts on these events, on line 4."""
    return f"rule a\n per child\n when {events}\n must case reopened\n within 1 day\n"


def found(text: str, *amounts: str, today: date = TODAY) -> list[Mistake]:
    """What is wrong with the rules of a text, apart from examples that they lack."""
    blocks = [block("rule", text), *(block("amounts", each) for each in amounts)]
    every = mistakes_in(handbook(*blocks), today)
    return [mistake for mistake in every if not mistake.what.startswith("No example shows")]
