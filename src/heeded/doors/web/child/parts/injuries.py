"""Injuries: each with its marks on the map of the body, and what published rules prompt."""

from __future__ import annotations

from collections.abc import Mapping

from heeded.doors.web.child.parts.part import Read, part
from heeded.doors.web.child.shown.injuries import injuries as shown
from heeded.doors.web.child.shown.injuries import outlines


@part("injuries")
def injuries(read: Read) -> Mapping[str, object]:
    """What the reader may see of injuries, the latest first."""
    seen = shown(read.opened, read.names)
    return {"injuries": seen, "outlines": outlines(seen)}
