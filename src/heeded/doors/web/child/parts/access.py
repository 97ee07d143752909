"""Who had access: everyone who may have been there when an injury may have arisen."""

from __future__ import annotations

from collections.abc import Mapping

from heeded.doors.web.child.parts.part import Read, part
from heeded.doors.web.child.shown.sources import sources


@part("access")
def access(read: Read) -> Mapping[str, object]:
    """Everyone who may have been there, by injury."""
    return {"picture": sources(read.opened, read.names, read.visitor.now)}
