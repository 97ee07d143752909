"""What is not known of a child: never asked, asked and silent, refused, or nobody to ask."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from heeded.bootstrap import door
from heeded.bootstrap import judgement as data
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.unknowns import unknowns
from heeded.doors.api.caller import SignedIn, now
from heeded.doors.api.evidence.page import DOCUMENTED, FromRecord, answer, whole_of
from heeded.doors.api.reading.shape import ID, Happened
from heeded.doors.api.scope import Scope

router = Router(tags=["children"])
_STANDING = (
    "answered, “answered: nothing is held”, refused, “asked, and silent”, “not asked”, “not asked; something "
    "was told unasked” or “nobody to ask”. Silence is never an answer."
)


class ReplyToRequest(Schema):
    """An agency's answer to a request, or its refusal."""

    entry: str = Field(description="The entry that tells of it, by id.", examples=[ID])
    happened: Happened
    refused: bool = Field(description="It was refused.", examples=[False])
    nothing_held: bool = Field(description="The agency looked, and holds nothing of it.", examples=[False])
    words: str = Field(description="What was told in short, or why it was refused.", examples=[""])


class AskedOf(Schema):
    """A request as it stands with one of the agencies that it was made of."""

    entry: str = Field(description="The request's entry, by id.", examples=[ID])
    request: str = Field(description="Its key; an answer names it.", examples=["council:request 7c9e6679"])
    agency: str = Field(description="Who was asked, by id.", examples=["norhaven-police"])
    standing: str = Field(description=_STANDING, examples=["asked, and silent"])
    since: str = Field(description="When it was asked (UTC).", examples=["2026-07-01T09:00:00Z"])
    reached: str | None = Field(
        description="When the agency came to know of it (UTC); null: nothing says that it did.",
        examples=["2026-07-01T09:00:00Z"],
    )
    due: str | None = Field(
        description="By when an answer is owed (UTC), while the agency is silent and you may see it.",
        examples=["2026-07-02T22:59:59Z"],
    )
    words: str = Field(description="What was asked, in words.", examples=[""])
    asks: list[str] = Field(
        description="What was asked, of the record's list.", examples=[["call-outs to the home"]]
    )
    replies: list[ReplyToRequest]


class QuestionToAgency(Schema):
    """A question, and how it stands with an agency that would know."""

    asks: str = Field(description="The question's name in a request.", examples=["call-outs to the home"])
    words: str = Field(description="The question.")
    about: str = Field(description="Whom it is about, by id: the child or an adult.", examples=[ID])
    sector: str = Field(description="The sector that would know.", examples=["police"])
    agency: str = Field(
        description="Which agency of it, by id; empty where none takes part.", examples=["norhaven-police"]
    )
    standing: str = Field(description=_STANDING, examples=["not asked"])
    before: bool = Field(description="It was answered, before the episode at hand began.", examples=[False])
    requests: list[str] = Field(description="The requests that ask it, by key.", examples=[[]])
    told: list[str] = Field(
        description="What the agency told of the matter without being asked: entries, by id.", examples=[[]]
    )
    source: str = Field(description="Why it is asked.")
    unverified: str = Field(description="What nobody has checked of it; empty where all was.")


class PointLeftOpen(Schema):
    """Something that an injury leaves open."""

    what: str = Field(
        description="What.", examples=["how the child moved unaided at the time is not recorded"]
    )
    person: str = Field(description="Whom it is about beside the child, by id; may be empty.", examples=[""])


class InjuryLeftOpen(Schema):
    """An injury, and the points that it leaves open."""

    injury: str = Field(
        description="Its key or, without one, the entry that saw it.", examples=["hospital:I1"]
    )
    points: list[PointLeftOpen]


class NotKnown(Schema):
    """What is not known of a child."""

    occasion: str | None = Field(
        description="When the episode began that gives rise to questions (UTC); null: nothing does.",
        examples=["2026-07-01T09:00:00Z"],
    )
    questions: list[QuestionToAgency]
    requests: list[AskedOf] = Field(description="Every request about the child, with each agency asked.")
    injuries: list[InjuryLeftOpen]
    means: list[str] = Field(description="What such a list means, and what it never does.")


class Unknowns(FromRecord, NotKnown):
    """What is not known of a child, from what you may see of the record."""


@router.get(
    "/children/{uuid:child}/unknowns",
    auth=SignedIn(Scope.READ, reads=True),
    response={200: Unknowns},
    operation_id="getUnknowns",
    summary="What nobody has asked, who would know, and who was asked and is silent",
    openapi_extra=DOCUMENTED,
)
def get_unknowns(
    request: HttpRequest,
    response: HttpResponse,
    child: UUID,
) -> Unknowns:
    """Worked out from the entries that you may see; never recorded, never complete.

    Where something is withheld, or the record is `cut_short`, a request or an answer may be missing. To ask,
    post to `/api/acts/request-information` with the agency and the questions' names. The look is recorded as
    for the chronology.
    """
    moment = now()
    opened = whole_of(request, response, child, moment)
    found = unknowns(Seen.of(opened.whole, moment), opened.child, moment, door.agencies())
    return answer(Unknowns, opened, **data.unknowns(found, opened.due_of))
