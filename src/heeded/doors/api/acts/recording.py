"""Record what happened, correct it, take it back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from heeded.casework.acts import correct, record, withdraw
from heeded.doors.api.acts.carrying import act, carried_out
from heeded.doors.api.acts.facts import telling
from heeded.doors.api.acts.shape import Asked, Done, Told, Words, example
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
