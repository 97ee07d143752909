"""Disagree, answer, take it up, resolve it: never by one of its sides."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router
from pydantic import Field, StrictBool, StrictInt

from heeded.casework.acts import Disagreement, answer, disagree, resolve, take_up
from heeded.doors.api.acts.carrying import act, carried_out
from heeded.doors.api.acts.shape import Asked, Done, Keys, Name, Words, example

router = Router(tags=["acts"])
_KEY = "hospital:disagreement 7c9e6679"
_QUESTION = "Were the bruises caused by a fall?"


class DisagreementOpened(Asked):
    """A disagreement."""

    question: Words = Field(description="What is disagreed on.", examples=[_QUESTION])
    sides: list[Name] = Field(
        description="The sectors on the other side.", min_length=1, max_length=20, examples=[["police"]]
    )
    immediate_danger: StrictBool = Field(
        default=False, description="Whether the child may be harmed meanwhile.", examples=[False]
    )
    keys: Keys = Field({}, examples=[{"injury": "I-1"}])


class Speaking(Asked):
    """What speaks to a disagreement."""

    disagreement: Name = Field(description="Its key, as its opening gave it.", examples=[_KEY])


class Replied(Speaking):
    """An answer to it."""

    words: Words = Field(description="What your side says.", examples=["We have seen the pushchair."])


class TakenUp(Speaking):
    """A step up the agreed ladder."""

    level: StrictInt = Field(ge=2, le=20, description="To which step; the first is 2.", examples=[2])


class Settled(Speaking):
    """A resolution."""

    reasons: Words = Field(
        description="Reasons that both sides can read.", examples=["The photographs show the mark of a hand."]
    )


@router.post(
    "/acts/disagree",
    **act("disagree", "Disagree with another agency", example(question=_QUESTION, sides=["police"])),
)
def post_disagree(request: HttpRequest, told: DisagreementOpened) -> Done:
    """Open a disagreement: it climbs the agreed ladder against a clock, and neither side can close it."""
    opened = Disagreement(
        child=str(told.child),
        question=told.question,
        sides=frozenset(told.sides),
        immediate_danger=told.immediate_danger,
        keys=told.keys,
    )
    return carried_out(request, lambda by, desk: disagree(opened, by, desk))


@router.post(
    "/acts/answer-disagreement",
    **act(
        "answerDisagreement",
        "Answer a disagreement",
        example(disagreement=_KEY, words="We saw the pushchair."),
    ),
)
def post_answer(request: HttpRequest, told: Replied) -> Done:
    """Reply for your own side; it stays open."""
    child = str(told.child)
    return carried_out(request, lambda by, desk: answer(child, told.disagreement, told.words, by, desk))


@router.post(
    "/acts/take-up-disagreement",
    **act("takeUpDisagreement", "Take a disagreement up a step", example(disagreement=_KEY, level=2)),
)
def post_take_up(request: HttpRequest, told: TakenUp) -> Done:
    """Take it to the next named senior."""
    child = str(told.child)
    return carried_out(request, lambda by, desk: take_up(child, told.disagreement, told.level, by, desk))


@router.post(
    "/acts/resolve-disagreement",
    **act(
        "resolveDisagreement",
        "Resolve a disagreement",
        example(disagreement=_KEY, reasons="The photographs show the mark of a hand."),
    ),
)
def post_resolve(request: HttpRequest, told: Settled) -> Done:
    """Settle it with reasons; refused to anybody of either side, and to every system."""
    child = str(told.child)
    return carried_out(request, lambda by, desk: resolve(child, told.disagreement, told.reasons, by, desk))
