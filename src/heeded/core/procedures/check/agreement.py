"""Rules that nobody agreed, owes or keeps."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.rule import Rule


def unowned(rule: Rule) -> Iterator[Mistake]:
    """What a rule lacks to be an agreement: a source, someone who owes it, an owner, a review date."""
    lacks = (
        (rule.owed_by, "say who owes it", "owed by children's social care"),
        (rule.agreed, "say who agreed it", "agreed Working Together 2023, chapter 3 · statutory guidance"),
        (rule.owner, "say who keeps it", "owner safeguarding partners"),
        (rule.review_by, "say by when it is looked at again", "review by 2027-03-31"),
    )
    for given, what, sample in lacks:
        if not given:
            yield Mistake(
                rule.file,
                rule.line,
                f"The rule “{rule.name}” does not {what}.",
                f"Add a line such as “{sample}”.",
            )
