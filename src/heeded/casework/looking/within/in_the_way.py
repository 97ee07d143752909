"""Which gates stand in the way now, by what a reader may see of a record: for each, the acts that meet it."""

from __future__ import annotations

from heeded.casework.judging.gates import Gates, Standing
from heeded.casework.judging.judge import AsKnown
from heeded.casework.looking.deciding.opened import Opened
from heeded.core.procedures.handbook import Handbook


def in_the_way(opened: Opened, handbook: Handbook, now: int) -> tuple[Standing, ...]:
    """The gates before acts towards the child whose record is open, at a moment (seconds UTC).

    Judged on what the reader may see: of what is withheld from them it says nothing.
    """
    found = Gates.of(handbook).standing(opened.whole, AsKnown(now))
    return tuple(each for each in found if each.judged.finding.child == opened.child)
