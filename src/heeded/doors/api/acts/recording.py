"""Record what happened, correct it, take it back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from heeded.bootstrap import door
from heeded.casework.acts import allocate, correct, record, stand_down, withdraw
from heeded.doors.api.acts.carrying import act, carried_out
from heeded.doors.api.acts.facts import telling
from heeded.doors.api.acts.shape import Asked, Done, Name, Told, Words, example
from heeded.doors.api.caller import caller_of
from heeded.doors.api.problem import Kind, Problem
from heeded.doors.api.reading.shape import ID

router = Router(tags=["acts"])
_INJURY = {"kind": "injury observed", "facts": {"what": "bruise", "sites": ["ear"]}}


class Corrected(Told):
    """An event as it should have been told."""

    entry: UUID = Field(description="The entry of your agency that it corrects, by id.", examples=[ID])


class Withdrawn(Asked):
    """An entry that is taken back."""

    entry: UUID = Field(description="The entry of your agency, by id.", examples=[ID])
    reason: Words = Field(description="Why.", examples=["It was written of the wrong child."])


class Allocated(Asked):
    """Whose work a child is, or is no more."""

    practitioner: Name = Field(description="A practitioner of your agency, by id.", examples=["sam-worker"])


@router.post("/acts/record", **act("record", "Record what happened to a child", example(**_INJURY)))
def post_record(request: HttpRequest, told: Told) -> Done:
    """Tell of one event about a child whom the record holds; of one whom it does not, post a report.

    Never refused to anybody who may come in: what has happened is recorded as it is, and judged.
    """
    event = telling(told)
    return carried_out(request, lambda by, desk: record(event, by, desk))


@router.post("/acts/correct", **act("correct", "Correct what your agency told", example(entry=ID, **_INJURY)))
def post_correct(request: HttpRequest, told: Corrected) -> Done:
    """Say anew, and differently, what an entry of your own agency says; both stay in the record."""
    event = telling(told)
    return carried_out(request, lambda by, desk: correct(str(told.entry), event, by, desk))


@router.post(
    "/acts/withdraw",
    **act(
        "withdraw", "Take back what your agency told", example(entry=ID, reason="It was of another child.")
    ),
)
def post_withdraw(request: HttpRequest, told: Withdrawn) -> Done:
    """Take back an entry of your own agency, with a reason; it stays in the record as taken back."""
    entry, child = str(told.entry), str(told.child)
    return carried_out(request, lambda by, desk: withdraw(entry, child, told.reason, by, desk))


@router.post(
    "/acts/allocate", **act("allocate", "Allocate a child's work", example(practitioner="sam-worker"))
)
def post_allocate(request: HttpRequest, told: Allocated) -> Done:
    """Say that a child is a colleague's to work with: for managers, and never of oneself."""
    child, practitioner = str(told.child), _colleague(request, told.practitioner)
    return carried_out(request, lambda by, desk: allocate(child, practitioner, by, desk))


@router.post(
    "/acts/stand-down",
    **act("standDown", "Say whose work a child is no more", example(practitioner="sam-worker")),
)
def post_stand_down(request: HttpRequest, told: Allocated) -> Done:
    """Say that a child is a colleague's to work with no more: for managers."""
    child, practitioner = str(told.child), _colleague(request, told.practitioner)
    return carried_out(request, lambda by, desk: stand_down(child, practitioner, by, desk))


def _colleague(request: HttpRequest, practitioner: str) -> str:
    """The id of somebody who works at the caller's agency; Problem where it is nobody's."""
    if door.practitioner(practitioner, caller_of(request).actor.agency) is None:
        said = "Nobody of that id works at your agency: send the id of one of its practitioners"
        raise Problem(Kind.NOT_ACCEPTED, said)
    return practitioner
