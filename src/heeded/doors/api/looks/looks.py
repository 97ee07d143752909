"""Who looked at a child's record, for those who review looks; reading it is itself a look."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from ninja.params.functions import Query
from pydantic import Field

from heeded.bootstrap import looking
from heeded.casework.looking import Ask, who_looked
from heeded.casework.ports.looks import Look as HeldLook
from heeded.doors.api.caller import SignedIn, caller_of, now
from heeded.doors.api.reading.answered import documented, given
from heeded.doors.api.reading.place import LONGEST, place, place_of
from heeded.doors.api.reading.purpose import PARAMETERS, stated
from heeded.doors.api.reading.shape import ID
from heeded.doors.api.scope import Scope
from heeded.doors.api.times import written

router = Router(tags=["looks"])


class Look(Schema):
    """That somebody looked, or tried to."""

    id: str = Field(description="Its id: what the header `Heeded-Look` of its answer said.", examples=[ID])
    at: str = Field(description="When (UTC).", examples=["2026-07-01T09:20:00Z"])
    actor: str = Field(description="Who, by id.", examples=["dr-okoro"])
    name: str = Field(description="By name.", examples=["Ada Okoro"])
    agency: str = Field(description="For which agency, by id.", examples=["northgate-hospital"])
    role: str = Field(description="In which role.", examples=["practitioner"])
    did: str = Field(description="What they asked to do.", examples=["read"])
    records: list[str] = Field(description="With which kinds of record.", examples=[["identity"]])
    answer: str = Field(description="What the policy answered.", examples=["permit"])
    standing: str = Field(description="How they stood to the child.", examples=["involved"])
    purpose: str = Field(description="For what they said they looked, by id.", examples=["safeguarding"])
    basis: str = Field(description="On which legal basis, by id.", examples=["CA2004-s11"])
    reason: str = Field(description="Why, in their words.", examples=[""])
    agreed_by: str = Field(description="Who agreed, where a second person must.", examples=[""])
    signs: list[str] = Field(description="Plain facts that a reviewer may want to know.", examples=[[]])


class Looks(Schema):
    """A page of looks, the latest first."""

    looks: list[Look]
    next_before: str | None = Field(
        description="Send this as `before` for the next page; null at the end.", examples=[None]
    )


@router.get(
    "/children/{uuid:child}/looks",
    auth=SignedIn(Scope.LOOKS, reads=True),
    response={200: Looks},
    operation_id="getLooks",
    summary="Who looked at a child's record",
    openapi_extra=documented(401, 403, 404, 422, 428, 429, 503, parameters=PARAMETERS),
)
def get_looks(
    request: HttpRequest,
    response: HttpResponse,
    child: UUID,
    before: str = Query("", max_length=LONGEST, description="`next_before` of the page before."),
    limit: int = Query(100, ge=1, le=500, description="How many looks the page holds at most."),
) -> Looks:
    """Every look at one child's record, those refused among them; this one is told at the next reading."""
    where = place_of("before", before)
    ask = Ask(actor=caller_of(request).actor, child=str(child), now=now(), stated=stated(request))
    page = given(who_looked(looking.desk(), ask, where, limit), response)
    return Looks(looks=[_look(each) for each in page.looks], next_before=place(page.next_before))


def _look(held: HeldLook) -> Look:
    return Look(
        id=held.id,
        at=written(held.at),
        actor=held.actor,
        name=held.name,
        agency=held.agency,
        role=held.role,
        did=held.operation,
        records=list(held.records),
        answer=held.answer,
        standing=held.standing,
        purpose=held.purpose,
        basis=held.basis,
        reason=held.reason,
        agreed_by=held.agreed_by,
        signs=list(held.signs),
    )
