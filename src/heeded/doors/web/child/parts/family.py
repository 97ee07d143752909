"""The family: those whose record belongs with the child's."""

from __future__ import annotations

from collections.abc import Mapping

from heeded.doors.web.child.parts.part import Read, part
from heeded.doors.web.shown.people import name


@part("family")
def family(read: Read) -> Mapping[str, object]:
    """Who belongs to the family, as far as the reader may see it."""
    people = read.opened.whole.people
    others = [(id_, name(each), each.adult) for id_, each in people.items() if id_ != read.opened.child]
    return {"family": others, "elsewhere": read.opened.elsewhere}
