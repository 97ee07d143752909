"""The family: those whose record belongs with the child's, drawn as a genogram on a day."""

from __future__ import annotations

from collections.abc import Mapping

from heeded.doors.web.child.parts.asked import day
from heeded.doors.web.child.parts.part import Read, part
from heeded.doors.web.drawn.family import family_shown
from heeded.doors.web.drawn.proposed import proposed_shown


@part("family")
def family(read: Read) -> Mapping[str, object]:
    """Who belongs to the family, as far as the reader may see it, on a day that the address may name."""
    on = day(read.request.GET, "on")
    shown = family_shown(read.opened, read.names, read.visitor.now, on)
    proposals = proposed_shown(read.opened, read.names, read.visitor.now)
    return {
        "family": shown,
        "drawing": shown.drawing,
        "proposals": proposals,
        "elsewhere": read.opened.elsewhere,
    }
