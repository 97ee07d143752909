"""Whom a look obliges the record to tell: the child's lead, or someone outside the reader's agency."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.casework.looking.deciding.decided import Decided
from heeded.casework.ports.notices import Notice, Why
from heeded.casework.ports.reading import Reading
from heeded.core.access import Obligation, Standing


def to_tell(decided: Decided, reading: Reading) -> tuple[Notice, ...]:
    """The notices that a look's answers oblige to; none where the record holds no such child.

    Nothing is asked of the record for them: it must take no longer where there is somebody to tell. Who
    the named officers of an agency are is found out when they are told. Under a broken glass the lead was
    told when it was broken, and is not told at each reading.
    """
    if not decided.ties.exists:
        return ()
    return tuple(_notices(decided, reading))


def _notices(decided: Decided, reading: Reading) -> Iterator[Notice]:
    ties, now = decided.ties, decided.ask.now
    if Obligation.TELL_OUTSIDE in decided.obligations and (outside := reading.outside(ties)):
        yield Notice(agency=outside, why=Why.CONNECTION, at=now, family=ties.family, child=ties.child)
    told_before = decided.standing is Standing.BREAK_GLASS
    own = ties.lead[1] == decided.ask.actor.id
    if Obligation.TELL_LEAD in decided.obligations and not told_before and ties.lead[0] and not own:
        yield to_lead(decided, Why.LOOKED)


def to_lead(decided: Decided, why: Why) -> Notice:
    """A notice for whoever carries the child's work."""
    agency, practitioner = decided.ties.lead
    return Notice(
        agency=agency,
        practitioner=practitioner,
        why=why,
        at=decided.ask.now,
        family=decided.ties.family,
        child=decided.ties.child,
    )


def to_officers(
    reading: Reading, agency: str, why: Why, family: str, child: str, now: int
) -> Iterator[Notice]:
    """A notice for each named officer of an agency; for the whole agency where it has named none."""
    for officer in reading.officers(agency) or ("",):
        yield Notice(agency=agency, practitioner=officer, why=why, at=now, family=family, child=child)
