"""Plan and decisions: what is in force for the child, what was decided, on what that rests, who disagreed."""

from __future__ import annotations

from collections.abc import Mapping

from heeded.doors.web.child.parts.part import Read, part
from heeded.doors.web.child.shown.disagreements import disagreements_shown
from heeded.doors.web.child.shown.plan import Plans


@part("plan")
def plan(read: Read) -> Mapping[str, object]:
    """What is in force, every decision with its reasons, and every disagreement, open or settled."""
    plans = Plans(read.opened, read.names, read.visitor.now)
    return {
        "in_force": plans.in_force(),
        "decided": plans.decided(),
        "assumptions": plans.assumptions(),
        "disagreements": disagreements_shown(read.opened, read.names),
    }
