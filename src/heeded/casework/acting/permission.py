"""Whether an actor may do it, as the record shows how they stand to the child; and what that obliges to."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID, uuid4

from heeded.casework.acting.desk import By
from heeded.casework.acting.refused import NotAllowed, NothingThere
from heeded.casework.acting.under import Under
from heeded.casework.ports import Notice
from heeded.casework.ports.looks import Look
from heeded.casework.ports.notices import Why
from heeded.casework.telling.carried import carrying
from heeded.core.access import (
    Answer,
    Bond,
    Effect,
    Obligation,
    Operation,
    Policy,
    RecordClass,
)
from heeded.core.access.standing import bond
from heeded.core.chronology.chronology import Chronology

SOCIAL_CARE = "children's social care"


def bond_of(under: Under) -> Bond:
    """How the actor stands to the child, by what the record holds under lock."""
    actor = under.by.actor
    return bond(actor, under.work.shown(actor, under.child), under.by.now)


def permit(under: Under, operation: Operation, record: RecordClass, policy: Policy) -> Answer:
    """The policy's permission; NothingThere or NotAllowed where it gives none."""
    by = under.by
    answer = policy.decide(by.actor, bond_of(under), record, operation, by.stated, by.now)
    if answer.effect is Effect.HIDE:
        raise NothingThere(answer)
    if not answer.permitted:
        raise NotAllowed(operation, answer)
    return answer


def look(by: By, child: str, operation: str, records: Iterable[RecordClass], answer: Answer | None) -> Look:
    """The row of the access record for what an actor is shown, or refused, in the course of an act."""
    stated = by.stated
    return Look(
        id=str(uuid4()),
        at=by.now,
        actor=by.actor.id,
        name=by.actor.name,
        agency=by.actor.agency,
        role=", ".join(sorted(by.actor.roles)),
        operation=operation,
        records=tuple(records),
        answer=answer.effect if answer else Effect.HIDE,
        rule=answer.row if answer else "nobody",
        child=_id(child),
        purpose=stated.purpose.id if stated else "",
        basis=stated.basis.id if stated else "",
        reason=stated.reason if stated else "",
        agreed_by=stated.agreed_by if stated else "",
    )


def obliged(under: Under, answer: Answer) -> tuple[Notice, ...]:
    """Whom the answer obliges the record to tell."""
    return obliged_by(answer, under.chronology, under.child, under.by.actor.agency, under.by.now)


def obliged_by(answer: Answer, chronology: Chronology, child: str, own: str, now: int) -> tuple[Notice, ...]:
    """The same, of an answer given to somebody of the agency `own` at a moment (seconds UTC)."""
    told: list[Notice] = []
    agency, family = outside(chronology, child, own), chronology.family
    if Obligation.TELL_OUTSIDE in answer.obligations and agency:
        told.append(Notice(agency=agency, why=Why.CONNECTION, at=now, family=family, child=child))
    if Obligation.TELL_LEAD in answer.obligations and agency:
        lead = carrying(chronology, child, agency)
        told.append(
            Notice(agency=agency, why=Why.LOOKED, at=now, family=family, child=child, practitioner=lead)
        )
    return tuple(told)


def outside(chronology: Chronology, child: str, own: str) -> str:
    """An agency other than `own` that works with the child: social care first; empty where none."""
    answering = chronology.answerable(SOCIAL_CARE, child)
    telling = (entry.source.agency for entry in chronology.entries if entry.child == child)
    return next((agency for agency in (*answering, *telling) if agency and agency != own), "")


def _id(name: str) -> str:
    """The id in a name; empty where it holds none, so that it names nobody who could be in the record."""
    try:
        return str(UUID(name))
    except ValueError:
        return ""
