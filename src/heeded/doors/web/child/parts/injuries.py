"""Injuries: on one body as they were seen day by day, then each with its marks, accounts and prompts."""

from __future__ import annotations

from collections.abc import Mapping

from heeded.doors.web.child.parts.asked import day
from heeded.doors.web.child.parts.part import Read, part
from heeded.doors.web.child.shown.by_day import by_day
from heeded.doors.web.child.shown.injuries import injuries as shown
from heeded.doors.web.child.shown.injuries import outlines, seen_injuries
from heeded.doors.web.shown.few import few

AT_FIRST = 12
"""How many injuries stand there with all that is said of each; the body and its table hold every mark."""


@part("injuries")
def injuries(read: Read) -> Mapping[str, object]:
    """What the reader may see of injuries; the address may name the day by whose end they were seen."""
    kept = few(seen_injuries(read.opened), AT_FIRST, read.request)
    found = shown(kept.shown, read.opened, read.names, read.visitor.now)
    stepped = by_day(read.opened, read.names, day(read.request.GET, "by"))
    return {
        "injuries": found,
        "few": kept,
        "by_day": stepped,
        "outlines": outlines(stepped.views if stepped else (), *(each.views for each in found)),
    }
