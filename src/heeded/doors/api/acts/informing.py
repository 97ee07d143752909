"""Ask another agency for what it knows; give it, or refuse for the one reason that the law knows."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from heeded.casework.acts import Reply, Request, give, refuse_to_give, request_information
from heeded.core.chronology.vocabulary.words import ASKS
from heeded.doors.api.acts.carrying import act, carried_out
from heeded.doors.api.acts.shape import Asked, Done, Keys, Name, Words, example

router = Router(tags=["acts"])
_KEY = "council:request 7c9e6679"
_QUESTION = "What is known of earlier injuries?"
_TOLD = "Officers were called to the home twice in May; both calls are recorded as events."
_HARM = "The mother's refuge would be known to the man whom she fled."


class Requested(Asked):
    """A request."""

    to: list[Name] = Field(
        [],
        description="The sectors that are asked; not where one agency is.",
        max_length=20,
        examples=[["police"]],
    )
    agency: Name | None = Field(None, description="The one agency that is asked, by id.", examples=[None])
    question: Words | None = Field(None, description="What is asked, in words.", examples=[_QUESTION])
    asks: list[Name] = Field(
        [],
        description="Which questions of the record's list it is; without one, words are needed.",
        max_length=len(ASKS),
        examples=[["call-outs to the home"]],
    )
    keys: Keys = Field({}, examples=[{"enquiry": "E-1"}])


class Given(Asked):
    """An answer to a request."""

    request: Name = Field(description="The request's key, as the asking gave it.", examples=[_KEY])


class AnswerToRequest(Given):
    """An answer that tells."""

    answer: Words | None = Field(
        None, description="What was told, in short; what happened is recorded as events.", examples=[_TOLD]
    )
    answers: list[Name] = Field(
        [],
        description="Which of the questions asked; none: all of them.",
        max_length=len(ASKS),
        examples=[[]],
    )
    nothing_held: bool = Field(False, description="You looked, and hold nothing of what was asked.")  # noqa: FBT003


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
    asked = Request(
        child=str(told.child),
        to=frozenset(told.to),
        question=told.question or "",
        asks=frozenset(told.asks),
        agency=told.agency or "",
        keys=told.keys,
    )
    return carried_out(request, lambda by, desk: request_information(asked, by, desk))


@router.post(
    "/acts/give-information",
    **act("giveInformation", "Write down that you gave what you know", example(request=_KEY)),
)
def post_give(request: HttpRequest, told: AnswerToRequest) -> Done:
    """Write down, in answer to a request, that you told in writing what is known, or hold nothing."""
    reply = Reply(
        child=str(told.child),
        request=told.request,
        words=told.answer or "",
        answers=frozenset(told.answers),
        nothing_held=told.nothing_held,
    )
    return carried_out(request, lambda by, desk: give(reply, by, desk))


@router.post(
    "/acts/refuse-information",
    **act("refuseInformation", "Refuse to give what you know", example(request=_KEY, reason=_HARM)),
)
def post_refuse(request: HttpRequest, told: NotGiven) -> Done:
    """Refuse for the one reason that the law knows: Children Act 2004, s16LA(3) (unverified)."""
    child = str(told.child)
    return carried_out(request, lambda by, desk: refuse_to_give(child, told.request, told.reason, by, desk))
