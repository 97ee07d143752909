"""Counts as they may be shown: those so small that a child might be told from them are held back."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.effectiveness.share import Share
from heeded.core.effectiveness.tally import Counts

FEWEST = 5
"""A count below this, unless it is none at all, is not shown.

Holding back counts of one to four is usual where official statistics speak of children; that it is five
here is this product's choice, and is unverified against any producer's guidance.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What may be shown of a rule's counts; None stands for fewer than five, but not none.

    Where any of the counts of which a share would be made is held back, so are the share and the whole: from
    them the count could be worked out. No other sum is given for the same reason.
    """

    kept: int | None
    kept_late: int | None
    overdue: int | None
    missed: int | None
    departed: int | None
    void: int | None
    due: int | None
    not_assessable: int | None
    assessable: int | None
    share: Share | None

    @property
    def held_back(self) -> bool:
        """Whether any count is held back."""
        return None in (
            *(self.kept, self.kept_late, self.overdue, self.missed),
            *(self.departed, self.void, self.due, self.not_assessable),
        )

    @property
    def none_at_all(self) -> bool:
        """Whether the rule never came up."""
        return not self.held_back and not any(
            (
                *(self.kept, self.kept_late, self.overdue, self.missed),
                *(self.departed, self.void, self.due, self.not_assessable),
            )
        )


def figures(counts: Counts) -> Figures:
    """The counts of a rule as they may be shown."""
    parts = [shown(each) for each in (counts.kept, counts.kept_late, counts.overdue, counts.missed)]
    whole = None not in parts
    kept, kept_late, overdue, missed = parts
    return Figures(
        kept=kept,
        kept_late=kept_late,
        overdue=overdue,
        missed=missed,
        departed=shown(counts.departed),
        void=shown(counts.void),
        due=shown(counts.due),
        not_assessable=shown(counts.not_assessable),
        assessable=counts.assessable if whole else None,
        share=counts.share_kept if whole else None,
    )


def shown(count: int) -> int | None:
    """A count as it may be shown; None where it is so small that it is held back."""
    return None if 0 < count < FEWEST else count
