"""Seal an adoption, and open one: two people together, for a reason that is recorded and reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from heeded.casework.keeping.desk import Asking, By, NotDone, permitted
from heeded.casework.looking.deciding.told import to_officers
from heeded.casework.ports.notices import Notice, Why
from heeded.casework.ports.reading import Ties
from heeded.casework.ports.seals import Sealed, Sealing
from heeded.core.access import Operation, RecordClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealer(Asking):
    """What it takes to seal and to open."""

    sealing: Sealing


def seal(desk: Sealer, by: By, second: By, old: str, new: str) -> None:
    """Seal the adoption of the person who was `old` and is `new`: the record never links the two again.

    Each of the two people states their own purpose. NotDone where the identities are one person or family
    already, or a number leads from one to the other.
    """
    one, other = (_two_may(desk, by, second, person) for person in (old, new))
    if other.child in one.members:
        raise NotDone("The two are one person, or one family, in the record", "Have that put right first")
    if desk.sealing.share_a_number(one.child, other.child):
        raise NotDone("Both carry the same number of a register", "Have it taken from one of them first")
    desk.sealing.seal(
        Sealed(
            old=one.child,
            new=other.child,
            by=by.actor.id,
            agreed_by=second.actor.id,
            agency=by.actor.agency,
            at=by.now,
        )
    )


def unseal(desk: Sealer, by: By, second: By, person: str) -> Sequence[str]:
    """Who the person was or is beyond a seal, told to two people together; the seal stands as before."""
    ties = _two_may(desk, by, second, person)
    return desk.sealing.beyond(ties.child, by.actor.id, by.actor.agency)


def _two_may(desk: Sealer, by: By, second: By, person: str) -> Ties:
    """That two people, and not one twice, may open what is sealed of a person; others are told of it."""
    if second.actor.id == by.actor.id:
        raise NotDone("Two people open or seal an adoption, and you are one", "Ask a second person")
    _permitted_one(desk, second, by.actor.id, person)
    return _permitted_one(desk, by, second.actor.id, person)


def _permitted_one(desk: Sealer, one: By, other: str, person: str) -> Ties:
    """That one of the two may, with the other; those who must be told of it are told."""
    with desk.readings.reading(one.actor, one.now) as reading:
        ties = reading.ties(person)
        notices = list(to_officers(reading, one.actor.agency, Why.LOOKED, ties.family, ties.child, one.now))
    if ties.lead[0]:
        notices.append(_to_lead(ties, one.now))
    records = [RecordClass.SEALED_ADOPTION]
    permitted(desk, one.with_second(other), ties, Operation.READ, records, notices)
    return ties


def _to_lead(ties: Ties, now: int) -> Notice:
    agency, practitioner = ties.lead
    return Notice(
        agency=agency, practitioner=practitioner, why=Why.LOOKED, at=now, family=ties.family, child=ties.child
    )
