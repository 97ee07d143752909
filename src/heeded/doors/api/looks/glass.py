"""The glass: broken for a reason by somebody without standing, and reviewed by a named officer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from ninja.params.functions import Query
from pydantic import ConfigDict, Field

from heeded.bootstrap import looking
from heeded.casework.looking import Ask, Outcome, awaiting_review, break_glass, review_glass
from heeded.casework.looking.review_glass import Awaiting
from heeded.casework.ports.glass import Review
from heeded.doors.api.acts.shape import Words
from heeded.doors.api.caller import SignedIn, caller_of, now
from heeded.doors.api.looks.step_up import asked_again
from heeded.doors.api.problem import nothing_found
from heeded.doors.api.reading.answered import documented, given
from heeded.doors.api.reading.place import LONGEST, place, place_of
from heeded.doors.api.reading.purpose import PARAMETERS, stated
from heeded.doors.api.reading.shape import ID
from heeded.doors.api.scope import Scope
from heeded.doors.api.times import written

router = Router(tags=["looks"])
_FOUND = "She was on call, and the child's own worker could not be reached."


class Glass(Schema):
    """A glass that is broken: a record opened to one practitioner for three hours."""

    glass: str = Field(description="Its id.", examples=[ID])
    child: str = Field(description="Whose record, by id.", examples=[ID])
    practitioner: str = Field(description="To whom it is open, by id.", examples=["dr-okoro"])
    reason: str = Field(description="Why, in their words.", examples=["She was carried in unconscious"])
    since: str = Field(description="Since when (UTC).", examples=["2026-07-01T09:20:00Z"])
    until: str = Field(description="When it closes by itself (UTC).", examples=["2026-07-01T12:20:00Z"])
    review_by: str = Field(
        description="By when a named officer reviews why (UTC).", examples=["2026-07-02T22:59:59Z"]
    )
    overdue: bool = Field(description="Whether the review is overdue.")


class Glasses(Schema):
    """A page of the glasses that await review, the overdue first."""

    glasses: list[Glass]
    next_after: str | None = Field(
        description="Send this as `after` for the next page; null at the end.", examples=[None]
    )


class Reviewing(Schema):
    """What a named officer found."""

    model_config = ConfigDict(extra="forbid")

    outcome: Outcome = Field(description="What it was.", examples=[Outcome.RIGHT])
    words: Words = Field(description="The finding, in a sentence.", max_length=500, examples=[_FOUND])


class Reviewed(Schema):
    """A review as it stands in the record."""

    glass: str = Field(description="Which glass, by id.", examples=[ID])
    by: str = Field(description="Who reviewed it, by id.", examples=["una-officer"])
    at: str = Field(description="When (UTC).", examples=["2026-07-02T09:00:00Z"])
    outcome: str = Field(description="What it was.", examples=["rightly opened"])


@router.post(
    "/children/{uuid:child}/glass",
    auth=SignedIn(Scope.GLASS),
    response={200: Glass},
    operation_id="breakGlass",
    summary="Break the glass",
    openapi_extra=documented(401, 403, 404, 422, 428, 503, 507, parameters=PARAMETERS),
)
def post_glass(request: HttpRequest, response: HttpResponse, child: UUID) -> Glass:
    """Open a record for three hours to a practitioner who has no part in it, for the reason stated.

    The reason stands in `Heeded-Reason`, in five words or more. The child's lead and your agency's named
    officers are told at once. For people alone: a system that speaks for nobody is refused.
    """
    asking, purpose = caller_of(request).actor, stated(request)
    ask = Ask(actor=asking, child=str(child), now=now(), stated=purpose)
    broken = given(break_glass(looking.desk(), ask), response)
    return _glass(Awaiting(broken.glass, overdue=False))


@router.get(
    "/glasses",
    auth=SignedIn(Scope.LOOKS, reads=True),
    response={200: Glasses},
    operation_id="getGlasses",
    summary="The broken glasses that await review",
    openapi_extra=documented(401, 403, 422, 428, 429, 503, parameters=PARAMETERS),
)
def get_glasses(
    request: HttpRequest,
    response: HttpResponse,
    after: str = Query("", max_length=LONGEST, description="`next_after` of the page before."),
    limit: int = Query(50, ge=1, le=200, description="How many the page holds at most."),
) -> Glasses:
    """Those broken in your agency, for its named officers; from a session, who is there is asked again."""
    asked_again(request)
    actor, purpose, where = caller_of(request).actor, stated(request), place_of("after", after)
    page = given(awaiting_review(looking.desk(), actor, now(), purpose, where, limit), response)
    return Glasses(glasses=[_glass(each) for each in page.glasses], next_after=place(page.next_after))


def _reviews() -> dict[str, Any]:
    told = documented(400, 401, 403, 404, 413, 415, 422, 428, 503, 507, parameters=PARAMETERS)
    body = {"outcome": Outcome.RIGHT.value, "words": _FOUND}
    content = {"application/json": {"examples": {"an example": {"value": body}}}}
    return {**told, "requestBody": {"content": content}}


@router.post(
    "/glasses/{uuid:glass}/review",
    auth=SignedIn(Scope.LOOKS),
    response={200: Reviewed},
    operation_id="reviewGlass",
    summary="Review a broken glass",
    openapi_extra=_reviews(),
)
def post_review(request: HttpRequest, response: HttpResponse, glass: UUID, found: Reviewing) -> Reviewed:
    """Put down what you found; a named officer who is neither the looker nor in the looker's line.

    `being looked into` leaves it open; any other outcome settles it, once.
    """
    asked_again(request)
    ask = Ask(actor=caller_of(request).actor, child="", now=now(), stated=stated(request))
    match review_glass(looking.desk(), ask, str(glass), found.outcome, found.words):
        case Review() as held:
            return Reviewed(glass=held.glass, by=held.by, at=written(held.at), outcome=held.outcome)
        case refused:
            given(refused, response)
            raise nothing_found()


def _glass(awaiting: Awaiting) -> Glass:
    held = awaiting.glass
    return Glass(
        glass=held.id,
        child=held.child,
        practitioner=held.actor,
        reason=held.reason,
        since=written(held.since),
        until=written(held.until),
        review_by=written(held.review_by),
        overdue=awaiting.overdue,
    )
