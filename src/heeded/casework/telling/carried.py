"""By whom a child's work is carried in an agency."""

from __future__ import annotations

from heeded.core.access.standing import ALLOCATING
from heeded.core.access.standing import carrying as whose_work
from heeded.core.chronology.chronology import Chronology


def carrying(chronology: Chronology, child: str, agency: str) -> str:
    """The practitioner of an agency to whom the child's work was last allocated and not taken from."""
    told = [entry for entry in chronology.entries if entry.child == child and entry.kind in ALLOCATING]
    return whose_work(told).get(agency, "")
