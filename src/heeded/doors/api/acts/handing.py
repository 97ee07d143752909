"""Hand a child's work over; accept or refuse it."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from heeded.casework.acts import HandOver, accept, hand_over, refuse_hand_over
from heeded.doors.api.acts.carrying import act, carried_out
from heeded.doors.api.acts.shape import Asked, Done, Keys, Name, Words, example

router = Router(tags=["acts"])
_KEY = "hospital:hand-over 7c9e6679"


class Offered(Asked):
    """A child's work offered."""

    to: Name = Field(description="The sector to which.", examples=["children's social care"])
    area: str = Field(
        "", max_length=200, description="The area; left out: where the child lives.", examples=["Norhaven"]
    )
    keys: Keys = Field({}, examples=[{"referral": "R-1"}])


class Answered(Asked):
    """A hand-over that is answered."""

    hand_over: Name = Field(description="The hand-over's key, as its offer gave it.", examples=[_KEY])


class NotTaken(Answered):
    """A hand-over that is refused."""

    reason: Words = Field(description="Why.", examples=["The family lives in another area."])


@router.post(
    "/acts/hand-over",
    **act(
        "handOver",
        "Offer a child's work to another agency",
        example(to="children's social care", area="Norhaven"),
    ),
)
def post_hand_over(request: HttpRequest, told: Offered) -> Done:
    """Offer a child's work. Until the other agency accepts in writing it stays yours, and you are told."""
    offer = HandOver(child=str(told.child), to=told.to, area=told.area, keys=told.keys)
    return carried_out(request, lambda by, desk: hand_over(offer, by, desk))


@router.post(
    "/acts/accept-hand-over",
    **act("acceptHandOver", "Accept a child's work in writing", example(hand_over=_KEY)),
)
def post_accept(request: HttpRequest, told: Answered) -> Done:
    """Accept what was offered to your agency: from now on it is yours."""
    return carried_out(request, lambda by, desk: accept(str(told.child), told.hand_over, by, desk))


@router.post(
    "/acts/refuse-hand-over",
    **act("refuseHandOver", "Refuse a child's work", example(hand_over=_KEY, reason="They live elsewhere.")),
)
def post_refuse(request: HttpRequest, told: NotTaken) -> Done:
    """Refuse what was offered to your agency, with a reason: it stays the offerer's, who is told."""
    child = str(told.child)
    return carried_out(
        request, lambda by, desk: refuse_hand_over(child, told.hand_over, told.reason, by, desk)
    )
