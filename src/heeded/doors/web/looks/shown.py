"""Looks and glasses as pages show them: who, when, why, on what law, and what they were answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from heeded.bootstrap import looking
from heeded.casework.looking.review_glass import Awaiting
from heeded.casework.ports.looks import Look
from heeded.doors.web.shown import words
from heeded.doors.web.shown.moments import Left, left, moment
from heeded.doors.web.shown.names import Names

_ANSWERS: Mapping[str, tuple[str, object]] = {
    "permit": ("open", gettext_lazy("It was shown")),
    "existence only": ("due", gettext_lazy("Told only that there may be a record, and whom to ring")),
    "deny": ("overdue", gettext_lazy("Refused")),
    "hide": ("overdue", gettext_lazy("Answered as if there were no such record")),
}
_STANDINGS: Mapping[str, object] = {
    "allocated": gettext_lazy("the child's work was theirs"),
    "involved": gettext_lazy("their agency worked with the child"),
    "own agency": gettext_lazy("their agency knew the child, and had nothing open"),
    "under break-glass": gettext_lazy("none: they had broken the glass"),
    "none": gettext_lazy("none"),
    "conflicted": gettext_lazy("connected with the household"),
    "family": gettext_lazy("of the child's family"),
}
_WITHOUT = frozenset({"none", "under break-glass"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LookShown:
    """A look at somebody's record, in words."""

    at: str
    who: str
    post: str
    agency: str
    role: str
    did: str
    records: tuple[str, ...]
    answer: str
    icon: str
    standing: str
    without_standing: bool
    purpose: str
    law: str
    reason: str
    agreed_by: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassShown:
    """A broken glass that awaits review, in words; `own` where the reader may review it."""

    id: str
    child: str
    who: str
    post: str
    agency: str
    since: str
    until: str
    reason: str
    review_by: str
    left: Left
    overdue: bool
    own: bool
    reviewers: tuple[str, ...]


def look(held: Look, names: Names) -> LookShown:
    """A look in words."""
    icon, answer = _ANSWERS.get(held.answer, ("open", held.answer))
    return LookShown(
        at=moment(held.at),
        who=held.name or held.actor,
        post=names.post(held.actor),
        agency=names.agency(held.agency),
        role=held.role,
        did=held.operation,
        records=held.records,
        answer=str(answer),
        icon=icon,
        standing=str(_STANDINGS.get(held.standing, held.standing)),
        without_standing=held.standing in _WITHOUT,
        purpose=purpose_of(held.purpose),
        law=law_of(held.purpose, held.basis),
        reason=held.reason,
        agreed_by=names.practitioner(held.agreed_by),
        signs=held.signs,
    )


def glass(awaiting: Awaiting, names: Names) -> GlassShown:
    """A broken glass in words."""
    held = awaiting.glass
    return GlassShown(
        id=held.id,
        child=held.child,
        who=names.practitioner(held.actor),
        post=names.post(held.actor),
        agency=names.agency(held.agency),
        since=moment(held.since),
        until=moment(held.until),
        reason=held.reason,
        review_by=moment(held.review_by),
        left=left(awaiting.left, overdue=awaiting.overdue),
        overdue=awaiting.overdue,
        own=awaiting.own,
        reviewers=tuple(
            _("%(name)s of %(agency)s") % {"name": each.name, "agency": names.agency(each.agency)}
            for each in awaiting.reviewers
        ),
    )


def purpose_of(purpose: str) -> str:
    """A purpose by its title; its id where the policy has it no more."""
    known = looking.purposes().get(purpose)
    return words.purpose(known.title) if known else purpose


def law_of(purpose: str, basis: str) -> str:
    """The law on which a look rested, marked where nobody has checked it; empty where none was stated."""
    known = looking.purposes().get(purpose)
    for each in known.bases if known else ():
        if each.id == basis:
            mark = f"{basis}; {_('unverified')}" if each.unverified else basis
            return f"{words.law(each.title)} ({mark})"
    return basis
