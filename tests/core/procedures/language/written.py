"""Handbook text for tests: blocks, rules and whole handbooks read from a few lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from heeded.adapters.handbooks.calendar_file import shipped_calendar
from heeded.core.procedures.assembly import Draft, read_handbook
from heeded.core.procedures.calendar import Calendar
from heeded.core.procedures.handbook import Edition, Handbook
from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.rule import Rule
from heeded.core.procedures.text.line import Block, Line, lines_of
from heeded.core.procedures.text.page import Cover, Page

FILE = "01-step.md"
TODAY = date(2026, 1, 5)
SAMPLE = Path(__file__).parents[3] / "adapters" / "handbooks" / "sample"
"""A small complete handbook, with every form of rule, each tried out by examples."""

STANDING = (
    " agreed   the agreement of 2024 · local procedure\n"
    " owner    the partners\n"
    " review by 2031-03-31\n"
    " owed by  children's social care\n"
)
"""Four lines that give a rule its standing; they follow the clauses under test, so that lines stay put."""


@cache
def calendar() -> Calendar:
    """The calendar of England and Wales."""
    return shipped_calendar("england-and-wales")


def block(language: str, text: str, title: str = "") -> Block:
    """A block whose fence stands on line 1, so that the first line of its text is line 2."""
    return Block(Line(FILE, 1, ""), language, title, lines_of(FILE, 2, text))


def draft(*blocks: Block, editions: Sequence[Edition] = ()) -> Draft:
    """A handbook of one page with these blocks; in force from 2020 on unless editions are given."""
    given = tuple(editions) or (Edition("2020", "2020", date(2020, 1, 1)),)
    cover = Cover("Anytown", "Anytown", given, owner="", review_by=None)
    return read_handbook(cover, calendar(), [Page(FILE, "Step", "", blocks)])


def handbook(*blocks: Block, editions: Sequence[Edition] = ()) -> Handbook:
    """A handbook without mistakes in its text."""
    read = draft(*blocks, editions=editions)
    assert read.handbook is not None
    assert read.mistakes == ()
    return read.handbook


def rule(text: str) -> Rule:
    """The one rule of a block, which must read without a mistake."""
    (found,) = handbook(block("rule", text)).rules
    return found


def mistakes(text: str, language: str = "rule", title: str = "an example") -> tuple[Mistake, ...]:
    """The mistakes in the text of one block."""
    return draft(block(language, text, title)).mistakes


def only(found: Sequence[Mistake]) -> Mistake:
    """The one mistake that there must be."""
    assert len(found) == 1, [str(mistake) for mistake in found]
    return found[0]
