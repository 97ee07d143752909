"""Disagree, answer, take it up, resolve it: never by one of its sides."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router
from pydantic import Field, StrictBool, StrictInt

from heeded.casework.acts import Disagreement, Settlement, answer, disagree, resolve, take_up
from heeded.doors.api.acts.carrying import act, carried_out
from heeded.doors.api.acts.shape import Asked, Done, Keys, Name, Words, example
from heeded.doors.api.reading.shape import ID

router = Router(tags=["acts"])
_KEY = "hospital:disagreement 7c9e6679"
_QUESTION = "Were the bruises caused by a fall?"
_REASONS = "The photographs show the mark of a hand."
_TO_RAISED = "The shape of the mark is that of a hand: the photographs bear it out."
_TO_DENIED = "A fall from the pushchair leaves no such mark: what was seen there does not explain it."


class DisagreementOpened(Asked):
    """A disagreement, with a sector or with an entry."""

    question: str = Field(
        "",
        max_length=100_000,
        description="What is disagreed on; of an entry that answers a question it is that question.",
        examples=[_QUESTION],
    )
    sides: list[Name] = Field(
        [], max_length=20, description="The sectors on the other side.", examples=[["police"]]
    )
    entry: str = Field(
        "",
        max_length=100,
        description="The answer that you disagree with, by its id: the other side is whoever gave it.",
        examples=[ID],
    )
    grounds: str = Field(
        "",
        max_length=100_000,
        description="Why you disagree; asked for with an entry.",
        examples=["The marks are on both cheeks, and no fall leaves those."],
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

    reasons: Words = Field(description="Reasons that both sides can read.", examples=[_REASONS])
    to_raised: Words = Field(
        description="What you make of the grounds of those who raised it: which they are, and why they hold "
        "or do not.",
        examples=[_TO_RAISED],
    )
    to_denied: Words = Field(
        description="The same of the grounds of those who denied it.",
        examples=[_TO_DENIED],
    )
    shown: list[Name] | None = Field(
        None,
        max_length=1_000,
        description="The answers that you were shown, by id: where another came in since, it stays open.",
        examples=[[ID]],
    )


@router.post(
    "/acts/disagree",
    **act("disagree", "Disagree with another agency", example(question=_QUESTION, sides=["police"])),
)
def post_disagree(request: HttpRequest, told: DisagreementOpened) -> Done:
    """Open a disagreement: it climbs the agreed ladder against a clock, and neither side can close it.

    Name the answer that you disagree with as `entry`, and say why under `grounds`; or say on what and with
    which sectors.
    """
    opened = Disagreement(
        child=str(told.child),
        question=told.question.strip(),
        sides=frozenset(told.sides),
        entry=told.entry.strip(),
        grounds=told.grounds.strip(),
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
        example(disagreement=_KEY, reasons=_REASONS, to_raised=_TO_RAISED, to_denied=_TO_DENIED),
    ),
)
def post_resolve(request: HttpRequest, told: Settled) -> Done:
    """Settle it with reasons that answer each side's grounds; refused to either side, and to every system."""
    settlement = Settlement(
        child=str(told.child),
        disagreement=told.disagreement,
        reasons=told.reasons,
        to_raised=told.to_raised,
        to_denied=told.to_denied,
        shown=None if told.shown is None else frozenset(told.shown),
    )
    return carried_out(request, lambda by, desk: resolve(settlement, by, desk))
