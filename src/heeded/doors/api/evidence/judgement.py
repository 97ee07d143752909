"""The judgement of a child's record as one document: all that people made of what happened."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from heeded.bootstrap import door
from heeded.bootstrap import judgement as data
from heeded.doors.api.caller import SignedIn, now
from heeded.doors.api.evidence.accounts import CameAgain, DisclosureMade, EarlierEpisode, ExplainedInjury
from heeded.doors.api.evidence.disagreements import DisagreementHeld, next_steps
from heeded.doors.api.evidence.injuries import Injury
from heeded.doors.api.evidence.page import DOCUMENTED, FromRecord, answer, whole_of
from heeded.doors.api.evidence.said import Said
from heeded.doors.api.evidence.sources import Assumption, InjuryWithSources
from heeded.doors.api.evidence.unknowns import NotKnown
from heeded.doors.api.reading.shape import ID, Person
from heeded.doors.api.scope import Scope

router = Router(tags=["children"])


class AnswerGiven(Schema):
    """A concern or a view: what a practitioner answered to a question about a child."""

    question: str = Field(
        description="Which question: a choice of the field `answers` of `view recorded` in `/api/kinds`.",
        examples=["may the child be coming to harm"],
    )
    words: str = Field(description="A question that is not on the list, in words.", examples=[""])
    answer: str = Field(description="concern, no concerns or unsure.", examples=["concern"])
    strength: str = Field(description="How strongly; may be empty.", examples=["strong concern"])
    grounds: str = Field(description="On what grounds; may be empty.")
    stands: bool = Field(description="False of a version that its giver has since corrected.")
    event: str = Field(description="The entry that was told first, the same in every version.", examples=[ID])
    said: Said


class EffectNamed(Schema):
    """That a reading of the history names an episode."""

    entry: str = Field(description="The reading, by id.", examples=[ID])
    effect: str = Field(description="What the episode changes in the decision, in the reader's words.")


class EpisodeBefore(Schema):
    """An episode before a decision."""

    title: str = Field(description="What the record calls it.", examples=["injury hospital:I1"])
    entries: list[str] = Field(description="Its entries, by id.", examples=[[ID]])
    named: list[EffectNamed] = Field(description="The readings by then that name it; empty: none.")


class DecisionMade(Schema):
    """A decision, and what the record holds of how it was reached."""

    question: str = Field(
        description="What it decides.", examples=["where the child lives and who may see them"]
    )
    said: Said
    rests_on: list[str] = Field(description="The entries that state its assumptions.", examples=[[ID]])
    dissent: list[str] = Field(
        description="The disagreements that stood open when it was made, or were opened over it, by key.",
        examples=[[]],
    )
    taken_on: list[Said] = Field(
        description="The gates and duties set aside in deciding: which, why, by whom."
    )
    reviewed: list[Said] = Field(description="Each time that it was looked at again.")
    episodes: list[EpisodeBefore]


class AgencyNamed(Schema):
    """An agency that knows the child."""

    id: str = Field(description="Its id.", examples=["northgate-hospital"])
    name: str = Field(description="Its name.", examples=["Northgate Hospital"])
    sector: str = Field(description="What it does.", examples=["hospital"])
    area: str = Field(description="The local authority for whose children it answers; empty: all.")


class Judgement(FromRecord):
    """The document of `docs/standard/judgement.schema.json`, with what the page says of itself."""

    form: str = Field(description="The form of the document.", examples=["heeded judgement 1"])
    as_of: str = Field(
        description="The moment as at which it stands (UTC).", examples=["2026-07-01T09:21:00Z"]
    )
    known_to: str | None = Field(description="Null: from all that you may see.", examples=[None])
    answers: list[AnswerGiven] = Field(description="Concerns and views, the first given first.")
    injuries: list[Injury]
    explanations: list[ExplainedInjury]
    disclosures: list[DisclosureMade]
    episodes: list[EarlierEpisode]
    sources: list[InjuryWithSources]
    assumptions: list[Assumption]
    decisions: list[DecisionMade]
    disagreements: list[DisagreementHeld]
    came_again: CameAgain = Field(description="Counted, and nothing made of it.")
    unknowns: NotKnown
    means: list[str] = Field(description="What the list of possible sources means, and what it never does.")
    people: list[Person] = Field(description="Everybody whom it names; a name that is held back is empty.")
    agencies: list[AgencyNamed]


@router.get(
    "/children/{uuid:child}/judgement",
    auth=SignedIn(Scope.READ, reads=True),
    response={200: Judgement},
    operation_id="getJudgement",
    summary="The judgement of a child's record, as one document",
    openapi_extra=DOCUMENTED,
)
def get_judgement(
    request: HttpRequest,
    response: HttpResponse,
    child: UUID,
) -> Judgement:
    """What people made of what happened, from the entries that you may see: to be kept, sent on, or studied.

    `docs/standard/judgement.md` explains each part. Where something is withheld, or the record is
    `cut_short`, an answer, an explanation or a person may be missing. The look is recorded as for the
    chronology.
    """
    moment = now()
    opened = whole_of(request, response, child, moment)
    lists = data.Lists(opened.due_of, lambda held: next_steps(held, opened))
    found = data.of_record(opened.whole, opened.child, moment, agencies=door.agencies(), lists=lists)
    return answer(Judgement, opened, **found)
