"""Requests: what agencies were asked about the child, what came back, and who is silent."""

from __future__ import annotations

from collections.abc import Mapping
from secrets import token_hex

from heeded.doors.web.child.parts.part import Read, part
from heeded.doors.web.child.shown.unknowns import unknowns_shown


@part("requests")
def requests(read: Read) -> Mapping[str, object]:
    """What was asked, the latest first; what the reader's own agency was asked can be answered there."""
    visitor, opened = read.visitor, read.opened
    return {
        "requests": unknowns_shown(opened, visitor.actor.agency, read.names, visitor.now).requests,
        "once": token_hex(8),
    }
