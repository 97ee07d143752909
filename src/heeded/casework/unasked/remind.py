"""Remind: a look that was taken without standing, and that nobody has reviewed in time, is told again."""

from __future__ import annotations

from heeded.casework.ports import Notice
from heeded.casework.ports.notices import Why
from heeded.casework.ports.waiting import Reviews

AGAIN = 24 * 3600
"""After how many seconds the same is told again, until it is reviewed."""


def remind(reviews: Reviews, now: int) -> int:
    """Tell each agency whose review is overdue now (seconds UTC), once a day; how many were told."""
    told = 0
    for agency in reviews.agencies():
        children = reviews.overdue(agency, now, now - AGAIN)
        reviews.tell(
            agency,
            [Notice(agency=agency, why=Why.GLASS, at=now, child=child) for child in children],
        )
        told += len(children)
    return told
