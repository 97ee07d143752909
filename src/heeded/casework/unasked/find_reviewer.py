"""Find a reviewer: a look that nobody of the looker's agency may review is given to another agency."""

from __future__ import annotations

from dataclasses import replace

from heeded.casework.ports import Notice
from heeded.casework.ports.notices import Why
from heeded.casework.ports.waiting import Reviews
from heeded.core.access.sides import reviewers


def find_reviewers(reviews: Reviews, now: int) -> int:
    """Give each glass that only another agency's named officers may review to them, and tell them.

    Officers leave, change teams and come to manage the looker, so who may review is asked anew (`now` in
    seconds UTC) while a glass waits; how many were given to an agency. None is taken back: whoever was told
    may still review it.
    """
    given = 0
    officers, hubs = reviews.officers()
    for agency in reviews.agencies():
        for waiting in reviews.unreviewed(agency):
            chosen = reviewers(waiting.looker, officers, hubs)
            for other in sorted({each.agency for each in chosen} - {agency} - waiting.given):
                reviews.refer(waiting.glass.id, other, now)
                told = [each.id for each in chosen if each.agency == other]
                notice = Notice(agency=other, why=Why.GLASS, at=now, child=waiting.glass.child)
                reviews.tell(other, [replace(notice, practitioner=officer) for officer in told])
                given += 1
    return given
