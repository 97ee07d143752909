"""Notices: that something awaits the caller or their agency, and that they have read of it."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from ninja.params.functions import Query
from pydantic import ConfigDict, Field

from heeded.bootstrap import looking
from heeded.casework.looking import mark_read, notices
from heeded.casework.ports.lists import NoticeHeld
from heeded.doors.api.caller import SignedIn, caller_of, now
from heeded.doors.api.reading.answered import documented, given
from heeded.doors.api.reading.place import LONGEST, place, place_of
from heeded.doors.api.reading.purpose import PARAMETERS, stated
from heeded.doors.api.reading.shape import ID
from heeded.doors.api.said import refusals
from heeded.doors.api.scope import Scope
from heeded.doors.api.times import written, written_if_any

router = Router(tags=["notices"])
_AT = "2026-07-01T09:20:00Z"


class Notice(Schema):
    """That something awaits somebody; what it is stands in the record."""

    id: str = Field(description="Its id.", examples=[ID])
    why: str = Field(description="What awaits, naming nobody.", examples=["something is owed"])
    at: str = Field(description="Since when (UTC).", examples=[_AT])
    practitioner: str = Field(description="For whom; empty: for the whole agency.", examples=[""])
    child: str = Field(description="About which child, by id; empty where about none.", examples=[ID])
    duty: str = Field(description="About which line of the worklist, by id.", examples=[ID])
    delivered: str | None = Field(description="When it left by e-mail or webhook (UTC).", examples=[_AT])
    read: str | None = Field(description="When somebody said that they had read it (UTC).", examples=[None])
    acted: str | None = Field(description="When what it was about had been done (UTC).", examples=[None])


class Notices(Schema):
    """A page of notices, the latest first."""

    notices: list[Notice]
    next_before: str | None = Field(
        description="Send this as `before` for the next page; null at the end.", examples=[None]
    )


class NoticesRead(Schema):
    """Notices that were read."""

    model_config = ConfigDict(extra="forbid")

    notices: Annotated[list[UUID], Field(min_length=1, max_length=200)] = Field(
        description="Which, by id.", examples=[[ID]]
    )


class MarkedRead(Schema):
    """How many were marked."""

    marked: int = Field(description="How many of them nobody had read before.", examples=[1])


@router.get(
    "/notices",
    auth=SignedIn(Scope.WORKLIST, reads=True),
    response={200: Notices},
    operation_id="getNotices",
    summary="What awaits you or your agency",
    openapi_extra=documented(401, 403, 422, 428, 429, 503, parameters=PARAMETERS),
)
def get_notices(
    request: HttpRequest,
    response: HttpResponse,
    before: str = Query("", max_length=LONGEST, description="`next_before` of the page before."),
    limit: int = Query(50, ge=1, le=200, description="How many the page holds at most."),
    *,
    unread: bool = Query(default=False, description="Those alone that nobody has read."),
) -> Notices:
    """Notices for you and for your whole agency; of households that you are connected with, none."""
    actor, purpose, where = caller_of(request).actor, stated(request), place_of("before", before)
    page = given(notices(looking.desk(), actor, now(), purpose, where, limit, unread=unread), response)
    return Notices(notices=[_notice(each) for each in page.notices], next_before=place(page.next_before))


@router.post(
    "/notices/read",
    auth=SignedIn(Scope.ACKNOWLEDGE),
    response={200: MarkedRead},
    operation_id="markNoticesRead",
    summary="Say that you have read notices",
    openapi_extra={
        "requestBody": {
            "content": {"application/json": {"examples": {"an example": {"value": {"notices": [ID]}}}}}
        },
        "responses": refusals(400, 401, 403, 413, 415, 422, 503, 507),
    },
)
def post_read(request: HttpRequest, read: NoticesRead) -> MarkedRead:
    """Put down that notices were read, where they are yours to read. To have read is not to have acted."""
    named = [str(each) for each in read.notices]
    return MarkedRead(marked=mark_read(looking.desk(), caller_of(request).actor, named, now()))


def _notice(held: NoticeHeld) -> Notice:
    return Notice(
        id=held.id,
        why=str(held.why),
        at=written(held.at),
        practitioner=held.practitioner,
        child=held.child,
        duty=held.duty,
        delivered=written_if_any(held.delivered_at),
        read=written_if_any(held.read_at),
        acted=written_if_any(held.acted_at),
    )
