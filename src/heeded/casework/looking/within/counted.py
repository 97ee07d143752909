"""What of an opened record awaits somebody, counted: for whoever chooses which part of it to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from heeded.casework.looking.deciding.opened import Opened
from heeded.casework.looking.within.disagreed import disagreed
from heeded.core.chronology.people import Agency
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.unknowns import Standing, questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many disagreements are open, questions nobody has asked, and requests without any answer.

    A question counts once, of however many agencies and people it is to be asked. They say where to look:
    nothing is better or worse for being many or few.
    """

    disagreements: int
    to_ask: int
    silent: int


def counted(opened: Opened, now: int, agencies: Mapping[str, Agency]) -> Counted:
    """The counts of an opened record, by what its reader may see, at a moment (seconds UTC).

    `agencies` are all that take part in the record.
    """
    found = questions(Seen.of(opened.whole, now), opened.child, now, agencies)
    return Counted(
        disagreements=sum(1 for each in disagreed(opened) if each.settled is None),
        to_ask=len({each.question.asks for each in found.questions if each.to_ask}),
        silent=sum(1 for each in found.requests if each.standing is Standing.SILENT),
    )
