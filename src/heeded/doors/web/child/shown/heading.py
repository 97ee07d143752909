"""What stands above every part of a child's record: whose it is, and how its reader stands to the child."""

from __future__ import annotations

from collections.abc import Mapping

from heeded.casework.looking import Opened
from heeded.core.access import Standing, Stated
from heeded.core.evidence.ages import completed_months
from heeded.doors.web.child.shown.injuries import age
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.people import born, name


def heading(opened: Opened, stated: Stated, now: int) -> Mapping[str, object]:
    """Who the child is, why the reader looks and until when they may, at a moment (seconds UTC)."""
    about = opened.whole.people.get(opened.child)
    months = completed_months(about.born, now) if about and about.born else None
    return {
        "child": opened.child,
        "name": name(about),
        "born": born(about),
        "age": age((months, months)) if months is not None else "",
        "area": about.area if about else "",
        "standing": opened.standing,
        "stated": stated,
        "unverified": opened.unverified,
        "until": moments.moment(opened.expires_at) if opened.expires_at else "",
        "glass": opened.standing is Standing.BREAK_GLASS,
        "more": opened.more,
        "as_at": moments.moment(now),
        "cut_short": opened.cut_short,
    }
