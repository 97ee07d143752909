"""Everyone who may have been with a child while an injury arose, and what decisions take to be so."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from heeded.bootstrap import judgement as data
from heeded.core.evidence.picture import NEVER_WHOLE, NOBODY_EXCLUDED, picture
from heeded.doors.api.caller import SignedIn, now
from heeded.doors.api.evidence.page import DOCUMENTED, FromRecord, answer, whole_of
from heeded.doors.api.reading.shape import ID, Happened
from heeded.doors.api.scope import Scope

router = Router(tags=["children"])


class Time(Schema):
    """A time from one moment to another."""

    since: str | None = Field(
        description="From when on (UTC); null where nothing says.", examples=["2026-06-20T09:00:00Z"]
    )
    until: str | None = Field(
        description="Until when (UTC); null where no end is recorded.", examples=["2026-06-30T14:00:00Z"]
    )


class WayIn(Time):
    """How a person came to be with the child, for how long at most."""

    how: str = Field(
        description="lived in the household, had access, or looked after the child.",
        examples=["lived in the household"],
    )
    entries: list[str] = Field(description="The entries that say so, by id.", examples=[[ID]])


class Elsewhere(Time):
    """A time for which the record places a person elsewhere."""

    place: str = Field(description="Where: custody, hospital or abroad.", examples=["custody"])
    entries: list[str] = Field(description="The entries that say so, by id.", examples=[[ID]])


class Weighed(Schema):
    """That somebody weighed the evidence about a person."""

    entry: str = Field(description="The entry that tells of it, by id.", examples=[ID])
    agency: str = Field(description="Who says so.", examples=["anytown-council"])
    practitioner: str = Field(description="Which practitioner, where told.", examples=["ms-hale"])
    role: str = Field(description="In which post, where told.", examples=["team manager"])
    happened: Happened
    finding: str = Field(
        description="excluded, likely excluded, remains possible or likely source.",
        examples=["remains possible"],
    )
    evidence: str = Field(description="The evidence, in their words.")


class Source(Schema):
    """A person who may have been with the child. To be on the list says nothing against anybody."""

    person: str = Field(description="Who, by id.", examples=[ID])
    adult: bool = Field(description="False of a child: children are listed apart.", examples=[True])
    access: list[WayIn]
    away: list[Elsewhere]
    unaccounted: list[Time] = Field(
        description="What is left of the window: where the person was then would have to be shown to exclude "
        "them. Empty where the record places them elsewhere for all of it."
    )
    considered: Weighed | None = Field(description="The last weighing since the injury was seen, if any.")


class InjuryWithSources(Schema):
    """An injury, when it may have arisen, and everyone who may have been there."""

    injury: str = Field(
        description="Its key or, without one, the entry that saw it.", examples=["hospital:I1"]
    )
    child: str = Field(description="Whose it is, by id.", examples=[ID])
    window: Time = Field(description="When it may have arisen, at the widest.")
    since: str | None = Field(
        description="The entry that limits the window; null where only birth or nothing does.", examples=[ID]
    )
    seen: str = Field(description="The entry by which it was first seen.", examples=[ID])
    suspected: list[str] = Field(description="The entries that say that somebody may have caused it.")
    people: list[Source] = Field(description="Adults first. There may be somebody whom nobody recorded.")
    unconsidered: list[str] = Field(description="The adults whose part nobody has weighed, by id.")


class Assumption(Schema):
    """Something that a decision takes to be so."""

    child: str = Field(description="About whom, by id.", examples=[ID])
    entry: str = Field(description="The entry that says so, by id.", examples=[ID])
    decision: str = Field(description="The decision's key, or that entry.", examples=["council:decision d1"])
    words: str = Field(description="In the decider's words; empty where only the form below was given.")
    condition: str = Field(description="In a form that the record can check; may be empty.")
    person: str = Field(description="Whom it is about, by id; may be empty.")
    last_day: str | None = Field(
        description="The last day on which it may come to be so, where it has one.", examples=[None]
    )
    against: list[str] = Field(description="The entries that speak against it, by id.", examples=[[]])


class PossibleSources(FromRecord):
    """Everyone who may have been there, and what decisions rest on, from what you may see of a record."""

    injuries: list[InjuryWithSources]
    assumptions: list[Assumption]
    means: list[str] = Field(description="What such a list means, and what it never does.")


@router.get(
    "/children/{uuid:child}/possible-sources",
    auth=SignedIn(Scope.READ, reads=True),
    response={200: PossibleSources},
    operation_id="getPossibleSources",
    summary="Everyone who may have been there when an injury arose, and what decisions rest on",
    openapi_extra=DOCUMENTED,
)
def get_possible_sources(
    request: HttpRequest,
    response: HttpResponse,
    child: UUID,
) -> PossibleSources:
    """Worked out from the entries that you may see; never recorded, never complete.

    Where something is withheld, or the record is `cut_short`, somebody may be missing. To weigh the evidence
    about one person, record `possible source considered`. The look is recorded as for the chronology.
    """
    moment = now()
    opened = whole_of(request, response, child, moment)
    found = picture(opened.whole, moment)
    return answer(
        PossibleSources,
        opened,
        injuries=[data.sources(each) for each in found.injuries],
        assumptions=[data.assumption(each) for each in found.assumptions],
        means=[NEVER_WHOLE, NOBODY_EXCLUDED],
    )
