"""Place a hold: what a review or a court may need is kept, whatever a rule says."""

from __future__ import annotations

from heeded.casework.keeping.desk import By, Desk, permitted, ties_of
from heeded.casework.ports.keeping import Placed
from heeded.core.access import Operation, RecordClass
from heeded.core.access.retention import ANY, Hold
from heeded.core.access.retention_class import RetentionClass
from heeded.core.chronology.when import local

HELD = (RecordClass.OWN_ENTRY, RecordClass.OTHER_ENTRY)
"""The kinds of record for which the policy is asked."""


def place_hold(
    desk: Desk, by: By, child: str, record: RetentionClass | None = None, controller: str = ANY
) -> Placed:
    """Hold a child's record in all agencies, or in the one named, from now on, for the reason stated.

    `record` holds one kind of record alone; `controller` is an agency's id. NotDone where the actor may not.
    """
    ties = ties_of(desk, by, child)
    permitted(desk, by, ties, Operation.PLACE_HOLD, HELD)
    hold = Hold(
        by=f"{by.actor.id} of {by.actor.agency}",
        reason=by.stated.reason,
        since=local(by.now).date(),
        child=ties.child,
        record=record,
        controller=controller,
    )
    return Placed(desk.holding.place(hold, by.now), hold)
