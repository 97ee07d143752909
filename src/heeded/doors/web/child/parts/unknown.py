"""What is not known: what each injury leaves open, and who would know."""

from __future__ import annotations

from collections.abc import Mapping
from secrets import token_hex

from heeded.doors.web.child.asking import may_ask
from heeded.doors.web.child.parts.part import Read, part
from heeded.doors.web.child.shown.unknowns import unknowns_shown


@part("unknown")
def unknown(read: Read) -> Mapping[str, object]:
    """What is open, and whom to ask."""
    visitor, opened = read.visitor, read.opened
    return {
        "unknowns": unknowns_shown(opened, visitor.actor.agency, read.names, visitor.now),
        "may_ask": may_ask(visitor, opened.standing),
        "once": token_hex(8),
    }
