"""Review a disposal: the first of two people finds that a record may go, and says why."""

from __future__ import annotations

from uuid import uuid4

from heeded.casework.keeping.desk import SECOND, By, Desk, NotDone, permitted, ties_of
from heeded.casework.keeping.kept import by_class, what_becomes_of
from heeded.casework.ports.keeping import Reviewed
from heeded.core.access import Operation, RecordClass
from heeded.core.access.retention import Disposal, Keeping
from heeded.core.chronology.people import Agency

FIT = frozenset({Keeping.MAY_DISPOSE, Keeping.REVIEW})
"""What a rule must say before a person may find that a record goes."""


def review_disposal(desk: Desk, by: By, agency: Agency, child: str) -> Reviewed:
    """Find that the agency's record of a child may go, for the reason stated; it awaits a second person.

    NotDone where the actor may not, a hold or a rule keeps it, or there is no such record.
    """
    ties = ties_of(desk, by, child)
    own = desk.keeping.own(agency.id, ties.child) if ties.exists else None
    found = by_class(own) if own else {}
    permitted(desk, by.with_second(SECOND), ties, Operation.ERASE, sorted(found) or [RecordClass.OWN_ENTRY])
    if own is None:
        raise NotDone(f"{agency.name} holds no record of this child")
    holds = [placed.hold for placed in desk.keeping.holds(by.now)]
    outcome = fit(what_becomes_of(own, agency, desk.rules, holds, by.now))
    reviewed = Reviewed(
        id=str(uuid4()),
        agency=agency.id,
        child=own.child,
        rule=outcome.rule.id if outcome.rule else "",
        because=outcome.because,
        entries=own.count,
        upto=own.upto,
        by=by.actor.id,
        at=by.now,
    )
    desk.keeping.put(reviewed)
    return reviewed


def fit(outcome: Disposal) -> Disposal:
    """What may go; NotDone with what keeps it otherwise."""
    if outcome.keeping not in FIT:
        raise NotDone(f"This record is kept. {outcome.because.rstrip('.')}")
    return outcome
