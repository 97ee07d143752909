"""What of an agency's records is due for disposal or review, and what is kept, with why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heeded.casework.keeping.desk import Desk
from heeded.casework.keeping.kept import what_becomes_of
from heeded.casework.ports.keeping import Own
from heeded.core.access.retention import Disposal
from heeded.core.chronology.people import Agency

AT_ONCE = 500
"""How many people's records are read at a time."""


@dataclass(frozen=True, slots=True)
class Due:
    """An agency's record of one person, and what is to become of it."""

    own: Own
    disposal: Disposal


def due(desk: Desk, agency: Agency, now: int) -> Iterator[Due]:
    """Every record of an agency with what is to become of it at a moment (seconds UTC), by person's id."""
    holds = [placed.hold for placed in desk.keeping.holds(now)]
    after = ""
    while owns := desk.keeping.owns(agency.id, after, AT_ONCE):
        for own in owns:
            yield Due(own, what_becomes_of(own, agency, desk.rules, holds, now))
        after = owns[-1].child
