"""Verdicts as numbers in columns, and what columns of verdicts share."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from heeded.core.evaluation.blocks.clock import OUT_OF_REACH
from heeded.core.evaluation.columns.arrays import NONE, Flags, Ints, nones
from heeded.core.evaluation.finding import Verdict, Why

VERDICTS = tuple(Verdict)
"""The verdict of each number."""
WHYS = (None, *Why)
"""Why an occasion cannot be judged, by number; 0: it was judged."""
NO_DUE = OUT_OF_REACH
"""Stands for no deadline, or none that can be given."""

(DUE, KEPT, KEPT_LATE, OVERDUE, MISSED, DEPARTED, VOID, OVERRIDE, BROKEN, NOT_ASSESSABLE) = range(10)
(TOO_COARSE, NOT_CARRIED, NOT_KNOWN, NO_AMOUNT, NO_CALENDAR, NO_DAY, DAY_PASSED) = range(1, 8)


def _these(*codes: int) -> Flags:
    found = np.zeros(len(VERDICTS), np.bool_)
    found[list(codes)] = True
    return found


RESTS_ON_SILENCE = _these(OVERDUE, MISSED, KEPT_LATE)
EXCUSABLE = _these(OVERDUE, MISSED, KEPT_LATE, DUE, BROKEN, NOT_ASSESSABLE)


@dataclass(slots=True)
class Judged:
    """What became of each occasion: verdict and why as numbers, when due (seconds UTC).

    `ended` and `departure` are events' rows in the block, -1 where there is none.
    """

    verdict: Ints
    why: Ints
    due: Ints
    ended: Ints
    departure: Ints

    @classmethod
    def of(
        cls, verdict: Ints, why: Ints | None = None, due: Ints | None = None, ended: Ints | None = None
    ) -> Judged:
        """Verdicts with what is known beside them; `due` and `ended` are copied."""
        size = len(verdict)
        return cls(
            verdict,
            np.zeros(size, np.int64) if why is None else why,
            np.full(size, NO_DUE, np.int64) if due is None else due.copy(),
            nones(size) if ended is None else ended.copy(),
            nones(size),
        )

    def unjudged(self, where: Flags, why: Ints | int) -> None:
        """Make these not assessable, with the reason."""
        self.verdict[where] = NOT_ASSESSABLE
        self.why[where] = why if isinstance(why, int) else why[where]

    def bar(self, barred: Ints) -> None:
        """Leave those that could not be judged at all with nothing but the reason."""
        where = barred > 0
        if np.count_nonzero(where):
            self.unjudged(where, barred)
            self.due[where] = NO_DUE
            self.ended[where] = self.departure[where] = NONE

    def taken(self, rows: Ints | Flags) -> Judged:
        """These alone."""
        return Judged(*(getattr(self, field.name)[rows] for field in fields(self)))
