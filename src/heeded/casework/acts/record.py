"""Record an event of any kind, never refused to anybody who has signed in; say whose work a child is."""

from __future__ import annotations

from collections.abc import Sequence

from heeded.casework.acting import Act, By, Desk, Done, Telling, Unfit, carry_out
from heeded.core.access import Operation, RecordClass, class_of
from heeded.core.access.standing import ALLOCATED, STOOD_DOWN
from heeded.core.chronology.report import Described
from heeded.core.chronology.vocabulary import KINDS


def record(
    told: Telling, by: By, desk: Desk, people: Sequence[Described] = (), also: Sequence[Telling] = ()
) -> Done:
    """Record what happened to a child, in the record already or described here.

    `also` is what else is told of the same child at once: all of it is kept, or none.

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
            also=tuple(also),
            people=tuple(people),
        ),
        by,
        desk,
    )


def allocate(child: str, practitioner: str, by: By, desk: Desk) -> Done:
    """Say that a child is a colleague's to work with from now on: a manager says it, of somebody else."""
    return _allocating("allocate", ALLOCATED, child, practitioner, by, desk)


def stand_down(child: str, practitioner: str, by: By, desk: Desk) -> Done:
    """Say that a child is a colleague's to work with no more."""
    return _allocating("stand-down", STOOD_DOWN, child, practitioner, by, desk)


def _allocating(verb: str, kind: str, child: str, practitioner: str, by: By, desk: Desk) -> Done:
    """Whoever hands in the colleague makes sure that they work at the actor's agency."""
    if practitioner in {"", by.practitioner}:
        raise Unfit(verb, "nobody says it of themselves", "Name a colleague, or ask another manager")
    act = Act(
        verb=verb,
        operation=Operation.ALLOCATE,
        record=RecordClass.DIRECTORY,
        told=Telling(kind=kind, child=child, practitioner=practitioner),
    )
    return carry_out(act, by, desk)
