"""The disagreements about a child: both answers in full, how far each has climbed, and how it ended."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from heeded.casework.looking import Opened, asked_next, disagreed
from heeded.casework.ports.lists import Listed
from heeded.core.chronology.entry import Entry
from heeded.core.evidence.disagreement.held import Disagreement
from heeded.doors.api.caller import SignedIn, now
from heeded.doors.api.evidence.page import DOCUMENTED, FromRecord, whole_of
from heeded.doors.api.reading.shape import ID, Fact, Happened, fact, happened
from heeded.doors.api.scope import Scope
from heeded.doors.api.times import written, written_if_any

router = Router(tags=["children"])
_KEY = "record:opposite answers 3173e63a2336"


class Spoken(Schema):
    """What somebody said of it, in their own words."""

    entry: str = Field(description="The entry that tells of it, by id.", examples=[ID])
    kind: str = Field(description="What it is, in a word of the vocabulary.", examples=["medical opinion"])
    happened: Happened
    told: str = Field(description="When it was told (UTC).", examples=["2026-07-01T09:20:00Z"])
    agency: str = Field(description="Who says so.", examples=["northgate-hospital"])
    practitioner: str = Field(description="Which practitioner, where told.", examples=["dr-lane"])
    role: str = Field(description="In which role.", examples=["consultant paediatrician"])
    strength: str = Field(description="How strongly, where that was said.", examples=["suspect"])
    grounds: str = Field(
        description="On what grounds; empty where none were given.", examples=["the shape of a hand"]
    )
    facts: dict[str, Fact] = Field(description="All that it says, in the words of the record.")


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
    return Disagreements(
        child=opened.child,
        disagreements=[_disagreement(each, opened) for each in disagreed(opened)],
        withheld=dict(opened.withheld),
        cut_short=opened.cut_short,
    )


def _disagreement(held: Disagreement, opened: Opened) -> DisagreementHeld:
    return DisagreementHeld(
        disagreement=held.key,
        names=sorted(held.names),
        child=held.child,
        question=held.question,
        injury=held.injury,
        by_itself=held.by_itself,
        since=written(held.since),
        raised=[spoken(entry) for entry in held.raised],
        denied=[spoken(entry) for entry in held.denied],
        against=sorted(held.against),
        said=[spoken(entry) for entry in held.said],
        taken_up=[spoken(entry) for entry in held.steps],
        reached=held.reached,
        next=[_next(line) for line in asked_next(held, opened.owed)],
        settled=spoken(held.settled) if held.settled else None,
    )


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


def spoken(entry: Entry) -> Spoken:
    """What an entry says of a disagreement."""
    return Spoken(
        entry=entry.id,
        kind=entry.kind,
        happened=happened(entry.happened),
        told=written(entry.told),
        agency=entry.source.agency,
        practitioner=entry.source.practitioner,
        role=entry.source.role,
        strength=str(entry.facts.get("strength", entry.facts.get("outcome", ""))),
        grounds=str(entry.facts.get("grounds", "")),
        facts={name: fact(value) for name, value in entry.facts.items()},
    )
