"""Everyone who may have been with a child while an injury arose, and what decisions take to be so."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from ninja.params.functions import Query
from pydantic import Field

from heeded.core.chronology.view import Known
from heeded.core.evidence.picture import NEVER_WHOLE, NOBODY_EXCLUDED, RestedOn, picture
from heeded.core.evidence.sources import Access, PossibleSource, Sources
from heeded.core.evidence.whereabouts import Away
from heeded.doors.api.caller import SignedIn, now
from heeded.doors.api.evidence.page import DOCUMENTED, FromPage, page_of
from heeded.doors.api.reading.chronology import LAST
from heeded.doors.api.reading.shape import ID, Happened, happened
from heeded.doors.api.scope import Scope
from heeded.doors.api.times import written, written_if_any

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
    against: list[str] = Field(description="The entries that speak against it, by id.", examples=[[]])


class PossibleSources(FromPage):
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
    after: int = Query(-1, ge=-1, le=LAST, description="The place in the log after which the page begins."),
    limit: int = Query(500, ge=1, le=500, description="How many entries the page is drawn from at most."),
) -> PossibleSources:
    """Worked out from the entries that you may see; never recorded, never complete.

    Where something is withheld, or `next_after` is not null, somebody may be missing. To weigh the evidence
    about one person, record `possible source considered`. The look is recorded as for the chronology.
    """
    moment = now()
    opened = page_of(request, response, child, moment, after, limit)
    found = picture(opened.chronology, moment)
    return PossibleSources(
        child=opened.child,
        injuries=[_injury(each) for each in found.injuries],
        assumptions=[_assumption(each) for each in found.assumptions],
        means=[NEVER_WHOLE, NOBODY_EXCLUDED],
        withheld=dict(opened.withheld),
        next_after=opened.next_after,
    )


def _injury(held: Sources) -> InjuryWithSources:
    window = held.window
    return InjuryWithSources(
        injury=held.injury.id,
        child=held.injury.child,
        window=Time(since=written_if_any(window.start), until=written(window.end)),
        since=window.since.entry.id if window.since else None,
        seen=window.by.entry.id,
        suspected=[event.entry.id for event in held.suspected],
        people=[_source(each) for each in held.people],
        unconsidered=list(held.unconsidered),
    )


def _source(held: PossibleSource) -> Source:
    return Source(
        person=held.person,
        adult=held.adult,
        access=[_way_in(each) for each in held.access],
        away=[_elsewhere(each) for each in held.away],
        unaccounted=[Time(since=written_if_any(since), until=written(until)) for since, until in held.gaps],
        considered=_weighed(held.considered) if held.considered else None,
    )


def _way_in(held: Access) -> WayIn:
    return WayIn(
        how=held.how,
        since=written_if_any(held.since),
        until=written_if_any(held.until),
        entries=list(held.events),
    )


def _elsewhere(held: Away) -> Elsewhere:
    events = (held.begin, held.end) if held.end else (held.begin,)
    return Elsewhere(
        place=held.place,
        since=written(held.since),
        until=written_if_any(held.until),
        entries=[event.entry.id for event in events],
    )


def _weighed(event: Known) -> Weighed:
    entry = event.entry
    return Weighed(
        entry=entry.id,
        agency=entry.source.agency,
        practitioner=entry.source.practitioner,
        happened=happened(entry.happened),
        finding=str(entry.facts.get("finding", "")),
        evidence=str(entry.facts.get("evidence", "")),
    )


def _assumption(held: RestedOn) -> Assumption:
    said = held.assumption
    return Assumption(
        child=said.child,
        entry=said.stated.entry.id,
        decision=said.decision,
        words=said.words,
        condition=said.condition,
        person=said.person,
        against=[event.entry.id for event in held.against],
    )
