"""Who had access: who could be with the child over time, and who may have been there when an injury arose."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import reverse

from heeded.doors.web.child.parts.part import Read, part
from heeded.doors.web.child.shown.sources import possible, sources
from heeded.doors.web.drawn.reach import reaches_shown
from heeded.doors.web.shown.few import few

AT_FIRST = 12
"""Of how many injuries it is told at first who may have been there; the drawing shows them all."""


@part("access")
def access(read: Read) -> Mapping[str, object]:
    """Who could be with the child over time, and everyone who may have been there, by injury."""
    opened, names, now = read.opened, read.names, read.visitor.now

    def leads(entry: str) -> str:
        return f"{reverse('web:entry', args=[opened.child, entry])}#entry-{entry}"

    shown = reaches_shown(opened, names, now, leads)
    kept = few(possible(opened, now), AT_FIRST, read.request)
    picture = sources(kept.shown, opened, names)
    return {"picture": picture, "few": kept, "reach": shown, "drawing": shown.drawing}
