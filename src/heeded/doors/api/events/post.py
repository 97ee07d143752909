"""Post events: one report of one or many, each kept or refused for itself."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Status

from heeded import bootstrap
from heeded.bootstrap import door
from heeded.casework.receive import receive
from heeded.casework.taking.allocated import Hand
from heeded.doors.api.caller import SignedIn, caller_of, now
from heeded.doors.api.events.answer import posted
from heeded.doors.api.events.arriving import report_of
from heeded.doors.api.events.documented import DOCUMENTED
from heeded.doors.api.events.shape import Posted
from heeded.doors.api.problem import Kind, Problem
from heeded.doors.api.scope import Scope

router = Router(tags=["events"])


@router.post(
    "/events",
    auth=SignedIn(Scope.EVENTS),
    response={200: Posted, 201: Posted, 207: Posted},
    operation_id="postEvents",
    summary="Post events",
    openapi_extra=DOCUMENTED,
)
def post_events(request: HttpRequest) -> Status[Posted]:
    """Tell the record what happened: one report, of one event or many.

    Each event is kept or refused for itself. The duties that follow stand on the lists of those who owe
    them before the answer leaves. Sending the same again is safe: an event is known by your agency and
    your own name for it (`ref`), and is never kept twice.

    201: every event was kept. 200: the record held them all already. 207: some were kept or held, and
    some refused; `set_aside` says which, why, and what to do. Where none could be kept the answer is 422,
    with the same members. A report is never refused for coming too often.
    """
    caller, came = caller_of(request), now()
    report = report_of(request, caller, came)
    hand = None if caller.system else Hand(caller.actor, door.policy())
    received = receive(report, caller.author, came, door.record(), bootstrap.open_handbook(), hand)
    told = posted(report, received, caller)
    if not told.events:
        said = "None of it could be kept; “set_aside” says of each part why, and what to do"
        raise Problem(Kind.NOT_ACCEPTED, said, more=told.model_dump(mode="json"))
    if told.refused:
        return Status(207, told)
    return Status(201 if told.kept else 200, told)
