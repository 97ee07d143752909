"""Rules that are past the day by which someone was to look at them again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.mistake import Mistake

_REMEDY = "Look at it again with those who agreed it, and give the next date."


def due_for_review(handbook: Handbook, today: date) -> Iterator[Mistake]:
    """Warnings for a handbook, and for each rule with a date of its own, whose review date has passed."""
    if is_past(handbook.review_by, today):
        file = handbook.steps[0].file if handbook.steps else ""
        what = f"The handbook was to be reviewed by {handbook.review_by}."
        yield Mistake(file, 0, what, _REMEDY, grave=False)
    for rule in handbook.rules:
        if is_past(rule.review_by, today) and rule.review_by != handbook.review_by:
            what = f"The rule “{rule.name}” was to be reviewed by {rule.review_by}."
            yield Mistake(rule.file, rule.line, what, _REMEDY, grave=False)


def is_past(review_by: date | None, today: date) -> bool:
    """Whether the day by which something was to be looked at again has gone by; never where none was set."""
    return review_by is not None and review_by < today
