"""A child's injuries, mark by mark, with what published clinical rules prompt of each."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from heeded.bootstrap import judgement as data
from heeded.core.evidence.prompts import observed
from heeded.doors.api.caller import SignedIn, now
from heeded.doors.api.evidence.page import DOCUMENTED, FromRecord, answer, whole_of
from heeded.doors.api.evidence.said import Said
from heeded.doors.api.reading.shape import ID
from heeded.doors.api.scope import Scope

router = Router(tags=["children"])


class PromptFeature(Schema):
    """Something that a rule looks for."""

    words: str = Field(description="What was found or asked.", examples=["a bruise on the ear"])
    entries: list[str] = Field(description="The entries on which that rests, by id.", examples=[[ID]])
    unverified: str = Field(description="What nobody has checked of it; empty where all was.", examples=[""])


class ClinicalRule(Schema):
    """A published rule for clinicians."""

    id: str = Field(description="Its short name.", examples=["TEN-4-FACESp"])
    title: str = Field(description="What it is about.")
    source: str = Field(description="Where it was published.")
    published: int = Field(description="The year in which it first was.", examples=[2021])
    unverified: str = Field(description="What nobody has checked against the primary text.", examples=[""])


class InjuryPrompt(Schema):
    """What a rule says of an injury, to a person. It is no score, and none says that a child is safe."""

    rule: ClinicalRule
    reading: str = Field(
        description="raised, depends on what is not recorded, not raised, or outside the rule.",
        examples=["raised"],
    )
    found: list[PromptFeature] = Field(description="The features that are met.")
    not_recorded: list[PromptFeature] = Field(description="What may be met and is not recorded.")
    why: str = Field(description="Why the rule does not apply, where it does not.", examples=[""])
    asks: str = Field(description="What it asks of a person.")
    meaning: list[str] = Field(description="What the reading means, and what it does not.")
    hindsight: str = Field(
        description="That the rule was published after the injury, where it was.", examples=[""]
    )


class Injury(Schema):
    """An injury: its marks, the child's age and mobility at the time, and what is prompted."""

    id: str = Field(description="Its key or, without one, the entry that saw it.", examples=["hospital:I1"])
    child: str = Field(description="Whose it is, by id.", examples=[ID])
    least_months: int | None = Field(description="The child's age then in months, at least.", examples=[18])
    most_months: int | None = Field(description="The child's age then in months, at most.", examples=[18])
    mobility: str = Field(description="How the child moved about then, where recorded.", examples=["walking"])
    marks: list[Said] = Field(
        description="What was seen: sites by the words of `docs/standard/body-regions.json`, length and "
        "width in millimetres. A colour tells no age."
    )
    prompts: list[InjuryPrompt]


class Injuries(FromRecord):
    """The injuries on a page of what you may see of a child's record, the first seen first."""

    injuries: list[Injury]


@router.get(
    "/children/{uuid:child}/injuries",
    auth=SignedIn(Scope.READ, reads=True),
    response={200: Injuries},
    operation_id="getInjuries",
    summary="A child's injuries, and what they prompt",
    openapi_extra=DOCUMENTED,
)
def get_injuries(
    request: HttpRequest,
    response: HttpResponse,
    child: UUID,
) -> Injuries:
    """The injuries of the child and of the others in its record, from the entries that you may see.

    Prompts are drawn from the same: where something is withheld, or the record is `cut_short`, they may
    say less than is known. The look is recorded as for the chronology.
    """
    opened = whole_of(request, response, child, now())
    found = observed(opened.whole.as_known(), opened.whole.people)
    return answer(Injuries, opened, injuries=[data.injury(each) for each in found])
