"""Write a meeting down, and that its minutes were sent."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from heeded.bootstrap import door
from heeded.casework.acts import Meeting, hold_meeting, send_minutes
from heeded.doors.api.acts.carrying import act, carried_out
from heeded.doors.api.acts.facts import facts, when
from heeded.doors.api.acts.shape import Asked, Done, Fact, Keys, Name, example
from heeded.doors.api.problem import Kind, Problem

router = Router(tags=["acts"])
_HELD: dict[str, Any] = {
    "kind": "strategy discussion",
    "attended_by": ["social care", "police", "health"],
    "decision": "a section 47 enquiry",
    "reason": "the bruises are not explained",
    "owner": "team manager",
    "date": "2026-07-02",
}


class MeetingHeld(Asked):
    """A meeting as it was held; without a decision it is written down as one that had none."""

    kind: Name = Field(description="Which meeting.", examples=["strategy discussion"])
    happened: str | None = Field(
        None, max_length=60, description="When; left out, now.", examples=["2026-07-02T14:00"]
    )
    attended_by: list[Name] = Field(
        description="Who took part, as the vocabulary names them.",
        max_length=50,
        examples=[_HELD["attended_by"]],
    )
    absent_but_heard: list[Name] = Field(
        [], description="Who was heard and not there.", max_length=50, examples=[[]]
    )
    decision: str = Field(
        "", max_length=10_000, description="What was decided.", examples=[_HELD["decision"]]
    )
    reason: str = Field("", max_length=10_000, description="Why.", examples=[_HELD["reason"]])
    owner: str = Field("", max_length=500, description="Who does it.", examples=["team manager"])
    date: str | None = Field(None, max_length=20, description="By which day.", examples=["2026-07-02"])
    contingency: str = Field("", max_length=10_000, description="What if it is not done.", examples=[""])
    held_as: str = Field("", max_length=500, description="In person, by telephone.", examples=[""])
    keys: Keys = Field({}, examples=[{"enquiry": "E-1"}])
    more: dict[Name, Fact] = Field(
        {}, max_length=50, description="Further fields of its kind.", examples=[{}]
    )


class Minutes(Asked):
    """Minutes that were sent."""

    meeting: Name = Field(description="The meeting's key.", examples=["council:meeting 7c9e6679"])


@router.post("/acts/hold-meeting", **act("holdMeeting", "Write a meeting down", example(**_HELD)))
def post_meeting(request: HttpRequest, told: MeetingHeld) -> Done:
    """Write down who took part, what was decided and why, who does it and by when."""
    meeting = Meeting(
        kind=told.kind,
        child=str(told.child),
        attended_by=frozenset(told.attended_by),
        absent_but_heard=frozenset(told.absent_but_heard),
        decision=told.decision,
        reason=told.reason,
        owner=told.owner,
        date=_day(told.date),
        contingency=told.contingency,
        held_as=told.held_as,
        happened=when(told.happened),
        keys=told.keys,
        more=facts(told.kind, told.more),
    )
    return carried_out(request, lambda by, desk: hold_meeting(meeting, by, desk))


@router.post(
    "/acts/send-minutes",
    **act("sendMinutes", "Write down that minutes were sent", example(meeting="council:meeting 7c9e6679")),
)
def post_minutes(request: HttpRequest, told: Minutes) -> Done:
    """Write down that what a meeting decided was sent to everybody who has to know."""
    return carried_out(request, lambda by, desk: send_minutes(str(told.child), told.meeting, by, desk))


def _day(told: str | None) -> date | None:
    if told is None:
        return None
    try:
        return door.read_day(told)
    except ValueError as wrong:
        raise Problem(Kind.NOT_ACCEPTED, f"date: {wrong}") from wrong
