"""Record an event of any kind: never refused to anybody who has signed in."""

from __future__ import annotations

from collections.abc import Sequence

from heeded.casework.acting import Act, By, Desk, Done, Telling, carry_out
from heeded.core.access import Operation, class_of
from heeded.core.chronology.report import Described
from heeded.core.chronology.vocabulary import KINDS


def record(told: Telling, by: By, desk: Desk, people: Sequence[Described] = ()) -> Done:
    """Record what happened to a child, in the record already or described here.

    What has happened is recorded whether or not a gate stood before it: it is judged, and told, as it is.
    """
    record_class = (
        class_of(told.kind, told.facts, own=True) if told.kind in KINDS else class_of("visit", {}, own=True)
    )
    return carry_out(
        Act(
            verb="record",
            operation=Operation.RECORD,
            record=record_class,
            told=told,
            people=tuple(people),
        ),
        by,
        desk,
    )
