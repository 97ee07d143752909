"""Looks and glasses as pages show them: who, when, why, and what they were answered."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.bootstrap import looking
from heeded.casework.looking.review_glass import Awaiting
from heeded.casework.ports.looks import Look
from heeded.doors.web.shown.moments import moment
from heeded.doors.web.shown.names import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class LookShown:
    """A look at somebody's record, in words."""

    at: str
    who: str
    agency: str
    role: str
    did: str
    answer: str
    standing: str
    purpose: str
    reason: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassShown:
    """A broken glass that awaits review, in words."""

    id: str
    child: str
    who: str
    since: str
    until: str
    reason: str
    review_by: str
    overdue: bool


def look(held: Look, names: Names) -> LookShown:
    """A look in words."""
    purpose = looking.purposes().get(held.purpose)
    return LookShown(
        at=moment(held.at),
        who=held.name or held.actor,
        agency=names.agency(held.agency),
        role=held.role,
        did=held.operation,
        answer=held.answer,
        standing=held.standing,
        purpose=purpose.title if purpose else held.purpose,
        reason=held.reason,
        signs=held.signs,
    )


def glass(awaiting: Awaiting, names: Names) -> GlassShown:
    """A broken glass in words."""
    held = awaiting.glass
    return GlassShown(
        id=held.id,
        child=held.child,
        who=names.practitioner(held.actor),
        since=moment(held.since),
        until=moment(held.until),
        reason=held.reason,
        review_by=moment(held.review_by),
        overdue=awaiting.overdue,
    )
