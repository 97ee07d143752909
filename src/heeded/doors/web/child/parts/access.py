"""Who had access: who could be with the child over time, and who may have been there when an injury arose."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import reverse

from heeded.doors.web.child.parts.part import Read, part
from heeded.doors.web.child.shown.sources import sources
from heeded.doors.web.drawn.reach import reaches_shown


@part("access")
def access(read: Read) -> Mapping[str, object]:
    """Who could be with the child over time, and everyone who may have been there, by injury."""
    opened, names, now = read.opened, read.names, read.visitor.now

    def leads(entry: str) -> str:
        return f"{reverse('web:entry', args=[opened.child, entry])}#entry-{entry}"

    shown = reaches_shown(opened, names, now, leads)
    return {"picture": sources(opened, names, now), "reach": shown, "drawing": shown.drawing}
