"""Ask another agency for what it knows; give it, or refuse for the one reason that the law knows."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from heeded.casework.acts import Request, give, refuse_to_give, request_information
from heeded.doors.api.acts.carrying import act, carried_out
from heeded.doors.api.acts.shape import Asked, Done, Keys, Name, Words, example

router = Router(tags=["acts"])
_KEY = "council:request 7c9e6679"
_QUESTION = "What is known of earlier injuries?"
_HARM = "The mother's refuge would be known to the man whom she fled."


class Requested(Asked):
    """A request."""

    to: list[Name] = Field(
        description="The sectors that are asked.", min_length=1, max_length=20, examples=[["police"]]
    )
    question: Words = Field(description="What is asked.", examples=[_QUESTION])
    keys: Keys = Field({}, examples=[{"enquiry": "E-1"}])


class Given(Asked):
    """An answer to a request."""

    request: Name = Field(description="The request's key, as the asking gave it.", examples=[_KEY])


class NotGiven(Given):
    """A refusal."""

    reason: Words = Field(
        description="How telling would harm the child more than not telling.", examples=[_HARM]
    )


@router.post(
    "/acts/request-information",
    **act(
        "requestInformation", "Ask other agencies what they know", example(to=["police"], question=_QUESTION)
    ),
)
def post_request(request: HttpRequest, told: Requested) -> Done:
    """Ask; it stands on the lists of those who are asked until they answer."""
    asked = Request(child=str(told.child), to=frozenset(told.to), question=told.question, keys=told.keys)
    return carried_out(request, lambda by, desk: request_information(asked, by, desk))


@router.post(
    "/acts/give-information",
    **act("giveInformation", "Write down that you gave what you know", example(request=_KEY)),
)
def post_give(request: HttpRequest, told: Given) -> Done:
    """Write down, in answer to a request, that your agency told in writing what it knows."""
    return carried_out(request, lambda by, desk: give(str(told.child), told.request, by, desk))


@router.post(
    "/acts/refuse-information",
    **act("refuseInformation", "Refuse to give what you know", example(request=_KEY, reason=_HARM)),
)
def post_refuse(request: HttpRequest, told: NotGiven) -> Done:
    """Refuse for the one reason that the law knows: Children Act 2004, s16LA(3) (unverified)."""
    child = str(told.child)
    return carried_out(request, lambda by, desk: refuse_to_give(child, told.request, told.reason, by, desk))
