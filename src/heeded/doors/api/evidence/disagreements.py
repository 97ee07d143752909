"""The disagreements about a child: both answers in full, how far each has climbed, and how it ended."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from heeded.bootstrap import judgement as data
from heeded.casework.looking import Opened, asked_next, disagreed
from heeded.casework.ports.lists import Listed
from heeded.core.evidence.disagreement.held import Disagreement
from heeded.doors.api.caller import SignedIn, now
from heeded.doors.api.evidence.page import DOCUMENTED, FromRecord, answer, whole_of
from heeded.doors.api.evidence.said import Said
from heeded.doors.api.reading.shape import ID
from heeded.doors.api.scope import Scope
from heeded.doors.api.times import written_if_any

router = Router(tags=["children"])
_KEY = "record:opposite answers 3173e63a2336"


class Spoken(Said):
    """What somebody said of it, in their own words."""

    strength: str = Field(description="How strongly, where that was said.", examples=["suspect"])
    grounds: str = Field(
        description="On what grounds; empty where none were given.", examples=["the shape of a hand"]
    )


class NextStep(Schema):
    """What is asked for next, and of whom."""

    finding: str = Field(description="The finding that asks for it, by id.", examples=[ID])
    owed: str = Field(description="What is asked for.", examples=["disagreement resolved"])
    rule: str = Field(description="The rule of the handbook.", examples=["disagreement-step-2"])
    agency: str = Field(description="Of whom.", examples=["norhaven-police"])
    by: str | None = Field(description="By when (UTC).", examples=["2026-07-02T22:59:59Z"])
    verdict: str = Field(description="How it stands: due or overdue.", examples=["due"])


class DisagreementHeld(Schema):
    """A disagreement, whole. Neither side is shown without the other, and neither closes it."""

    disagreement: str = Field(description="Its key: whatever speaks to it names it so.", examples=[_KEY])
    names: list[str] = Field(description="Every key that it goes by.", examples=[[_KEY]])
    child: str = Field(description="About whom, by id.", examples=[ID])
    question: str = Field(description="What is asked.", examples=["was the injury inflicted"])
    injury: str = Field(description="Of which injury, by its key; empty: none.", examples=["hospital:I1"])
    by_itself: bool = Field(description="Opposite answers are it; nobody had to open it.", examples=[True])
    since: str = Field(description="Since when it stands (UTC).", examples=["2026-07-01T09:20:00Z"])
    raised: list[Spoken] = Field(description="The answers that see harm, or the opening.")
    denied: list[Spoken] = Field(description="The answers opposite to them, or what was disagreed with.")
    against: list[str] = Field(
        description="The sectors on either side, where its opening names them.", examples=[["police"]]
    )
    said: list[Spoken] = Field(description="What anybody answered to it, or to its question, since.")
    taken_up: list[Spoken] = Field(description="Each step of the ladder to which it was taken.")
    reached: int = Field(
        description="The step that it has reached; the practitioners' own is 1.", examples=[1]
    )
    next: list[NextStep] = Field(description="What is asked for next; empty where it is settled.")
    settled: Spoken | None = Field(
        description="By whom it was settled, why, and what was made of each side's grounds; null: it is open."
    )


class Disagreements(FromRecord):
    """The disagreements about the children of a record, from what you may see, the first to arise first."""

    disagreements: list[DisagreementHeld]


@router.get(
    "/children/{uuid:child}/disagreements",
    auth=SignedIn(Scope.READ, reads=True),
    response={200: Disagreements},
    operation_id="getDisagreements",
    summary="Who disagrees about a child, on what, and how far that has come",
    openapi_extra=DOCUMENTED,
)
def get_disagreements(
    request: HttpRequest,
    response: HttpResponse,
    child: UUID,
) -> Disagreements:
    """Those that somebody opened, and those that two opposite answers are by themselves.

    From the entries that you may see: where something is withheld, or the record is `cut_short`, an answer
    may be missing. To speak to one, name its key in an act. The look is recorded as for the chronology.
    """
    opened = whole_of(request, response, child, now())
    return answer(
        Disagreements,
        opened,
        disagreements=[data.disagreement(each, next_steps(each, opened)) for each in disagreed(opened)],
    )


def next_steps(held: Disagreement, opened: Opened) -> list[dict[str, object]]:
    """What is asked for next of a disagreement, by the lines that are shown."""
    return [_next(line).model_dump() for line in asked_next(held, opened.owed)]


def _next(line: Listed) -> NextStep:
    finding = line.owed.finding
    return NextStep(
        finding=line.id,
        owed=line.owed.owed,
        rule=finding.rule,
        agency=line.owed.agency,
        by=written_if_any(finding.due),
        verdict=str(finding.verdict),
    )
