"""Who says who is who on a page: the visitor, with a reason, for the work that they do every day."""

from __future__ import annotations

from heeded.bootstrap import looking
from heeded.casework.identity import By
from heeded.core.access import Operation
from heeded.doors.web.page import Visitor

OPEN = "The record asks whether two children are one"
"""The reason for which the two are looked at, while the question is open."""

DRAWN = "A second reading, drawn by chance, of whether two children are one"
"""The reason for which a second reader looks at the two."""


def by(visitor: Visitor, reason: str = OPEN) -> By | None:
    """The visitor as somebody who says who is who; None where they may state no purpose for it."""
    try:
        stated = looking.serving(visitor.actor, Operation.DECIDE, reason)
    except ValueError:
        return None
    return By(actor=visitor.actor, now=visitor.now, stated=stated)
