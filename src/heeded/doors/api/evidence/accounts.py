"""What was said of a child, and what came before: explanations, disclosures and earlier episodes."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from heeded.bootstrap import judgement as data
from heeded.core.evidence import accounts, episodes
from heeded.core.evidence.seen import Seen
from heeded.doors.api.caller import SignedIn, now
from heeded.doors.api.evidence.page import DOCUMENTED, FromRecord, answer, whole_of
from heeded.doors.api.evidence.said import Said
from heeded.doors.api.reading.shape import ID
from heeded.doors.api.scope import Scope

router = Router(tags=["children"])


class Explanation(Schema):
    """An explanation, and every practitioner's answer on whether it fits."""

    said: Said
    weighed: list[Said] = Field(description="Answers on whether it fits, with their grounds.")


class PointedOut(Schema):
    """Something that stands out when explanations are set side by side. It says nothing against anybody."""

    words: str = Field(
        description="What stands out.", examples=["two speakers named different things that did it"]
    )
    entries: list[str] = Field(description="The entries in which it does, by id.", examples=[[ID]])


class ExplainedInjury(Schema):
    """An injury and what was said of how it came about."""

    injury: str = Field(
        description="Its key or, without one, the entry that saw it.", examples=["hospital:I1"]
    )
    child: str = Field(description="Whose it is, by id.", examples=[ID])
    explanations: list[Explanation]
    asked: list[Said] = Field(description="Each time that somebody is recorded as having asked.")
    stands_out: list[PointedOut]


class ChildAwaiting(Schema):
    """A child of the household for whom a disclosure asks for a decision of their own."""

    child: str = Field(description="Who, by id.", examples=[ID])
    decided: str | None = Field(
        description="The first entry by which it was; null: none yet.", examples=[None]
    )


class DisclosureMade(Schema):
    """A disclosure, every answer to it, and what none of them says."""

    child: str = Field(description="In whose record it stands, by id.", examples=[ID])
    said: list[Said]
    weighed: list[Said]
    unanswered: list[str] = Field(
        description="What no answer says: weight, weighed with, action, child told.",
        examples=[["child told"]],
    )
    children: list[ChildAwaiting]


class EarlierEpisode(Schema):
    """An earlier episode of the child, another child of the household or an adult around them."""

    title: str = Field(description="What the record calls it.", examples=["injury hospital:I1"])
    began: str = Field(description="When it began (UTC).", examples=["2026-06-20T19:40:00Z"])
    ended: str = Field(description="When its last event ended (UTC).", examples=["2026-07-08T16:00:00Z"])
    children: list[str] = Field(description="Whom it concerns, by id.", examples=[[ID]])
    adults: list[str] = Field(
        description="The adults around the children of whom it tells, by id.", examples=[[]]
    )
    agencies: list[str] = Field(description="Who told of it.", examples=[["northgate-hospital"]])
    kinds: list[str] = Field(description="What happened in it.", examples=[["injury observed"]])
    entries: list[str] = Field(description="Its entries, by id.", examples=[[ID]])
    named_in: list[str] = Field(
        description="The readings of the history that name it with its effect, by id; empty: none.",
        examples=[[]],
    )


class ClosedAndAfter(Schema):
    """That work ended, and what came after."""

    entries: list[str] = Field(description="The entries that tell of it, by id.", examples=[[ID]])
    after: str | None = Field(
        description="The first worry that came after it, by its entry; null: none.", examples=[None]
    )


class CameAgain(Schema):
    """How often something came to the household in the last twelve months, and how often work ended."""

    referrals: list[list[str]] = Field(
        description="Each referral with the entries that tell of it, by id.", examples=[[[ID]]]
    )
    contacts: list[list[str]] = Field(description="Each contact, likewise.", examples=[[]])
    closings: list[ClosedAndAfter]


class Accounts(FromRecord):
    """What was said and what came before, from what you may see of a child's record."""

    injuries: list[ExplainedInjury]
    disclosures: list[DisclosureMade]
    episodes: list[EarlierEpisode]
    came_again: CameAgain = Field(description="Counted, and nothing made of it.")


@router.get(
    "/children/{uuid:child}/accounts",
    auth=SignedIn(Scope.READ, reads=True),
    response={200: Accounts},
    operation_id="getAccounts",
    summary="Explanations, disclosures and earlier episodes",
    openapi_extra=DOCUMENTED,
)
def get_accounts(
    request: HttpRequest,
    response: HttpResponse,
    child: UUID,
) -> Accounts:
    """Set side by side from the entries that you may see; never recorded, never complete.

    Where something is withheld, or the record is `cut_short`, an explanation, an answer or an episode may be
    missing. The episode at hand, the last to befall a child, is not among the earlier ones. Name one in
    `history considered` by its title, by one of its entries, or by its day or month. The look is recorded as
    for the chronology.
    """
    moment = now()
    opened = whole_of(request, response, child, moment)
    seen = Seen.of(opened.whole, moment)
    return answer(
        Accounts,
        opened,
        injuries=[data.explained(each) for each in accounts.explained(seen, moment)],
        disclosures=[data.disclosure(each) for each in accounts.disclosed(seen)],
        episodes=[data.episode(each) for each in episodes.earlier(seen, opened.child)],
        came_again=data.recurring(episodes.recurring(seen, opened.child, moment)),
    )
