"""The worklist: what the caller, their team or their agency owes, and that somebody has read it."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from ninja.params.functions import Query
from pydantic import Field

from heeded.bootstrap import looking
from heeded.casework.looking import Line as HeldLine
from heeded.casework.looking import NothingThere, Refused, Whose, acknowledge, worklist
from heeded.doors.api.caller import SignedIn, caller_of, now
from heeded.doors.api.problem import Kind, Problem, nothing_found
from heeded.doors.api.reading.answered import documented, given
from heeded.doors.api.reading.place import LONGEST, place, place_of
from heeded.doors.api.reading.purpose import LOOK, PARAMETERS, stated
from heeded.doors.api.reading.shape import ID, Acknowledgement, Person, acknowledgements, person
from heeded.doors.api.scope import Scope
from heeded.doors.api.times import written, written_if_any

router = Router(tags=["worklist"])


class List(StrEnum):
    """Whose list."""

    MINE = "mine"
    TEAM = "team"
    AGENCY = "agency"


_WHOSE = {List.MINE: Whose.MINE, List.TEAM: Whose.TEAM, List.AGENCY: Whose.AGENCY}


class Line(Schema):
    """Something that your agency owes."""

    id: str = Field(description="Its id, the same when it is judged again.", examples=[ID])
    family: str = Field(description="The household's family, by which lines belong together.", examples=[ID])
    child: Person
    owed: str = Field(description="What is asked for.", examples=["a strategy discussion"])
    because: str = Field(description="Why, in a sentence.", examples=["Because a paediatrician …"])
    rule: str = Field(description="The rule of the handbook.", examples=["strategy-discussion-is-held"])
    ref: str = Field(description="The rule's number in the published list.", examples=["R012"])
    cites: list[str] = Field(description="The entries on which it rests, by id.", examples=[[ID]])
    practitioner: str = Field(description="Who carries it, where known.", examples=[""])
    overdue: bool = Field(description="Whether its time has passed.")
    by: str | None = Field(description="By when (UTC).", examples=["2026-07-02T09:20:00Z"])
    seconds_left: int | None = Field(description="How long until then; negative after it.", examples=[3600])
    since: str = Field(description="Since when it stands so (UTC).", examples=["2026-07-01T09:20:00Z"])
    acknowledged: list[Acknowledgement] = Field(description="Who has read it.")


class Worklist(Schema):
    """A page of the list, overdue first."""

    lines: list[Line]
    next_after: str | None = Field(
        description="Send this as `after` for the next page; null at the end.", examples=[None]
    )


@router.get(
    "/worklist",
    auth=SignedIn(Scope.WORKLIST, reads=True),
    response={200: Worklist},
    operation_id="getWorklist",
    summary="What is owed by you, your team or your agency",
    openapi_extra=documented(401, 403, 422, 428, 429, 503, parameters=PARAMETERS),
)
def get_worklist(
    request: HttpRequest,
    response: HttpResponse,
    whose: List = Query(List.AGENCY, description="Whose list."),  # noqa: B008 - as ninja has it
    after: str = Query("", max_length=LONGEST, description="`next_after` of the page before."),
    limit: int = Query(50, ge=1, le=200, description="How many lines the page holds at most."),
) -> Worklist:
    """What is due or overdue, what is due first standing first.

    `mine` is what you carry, and what those carry for whom you cover. Lines about households that you are
    connected with are not there.
    """
    actor, purpose = caller_of(request).actor, stated(request)
    page = worklist(looking.desk(), actor, _WHOSE[whose], now(), purpose, place_of("after", after), limit)
    listed = given(page, response)
    return Worklist(lines=[_line(line) for line in listed.lines], next_after=place(listed.next_after))


@router.post(
    "/worklist/{uuid:line}/acknowledgement",
    auth=SignedIn(Scope.ACKNOWLEDGE),
    response={200: Acknowledgement},
    operation_id="acknowledge",
    summary="Say that you have read a line",
    openapi_extra=documented(401, 403, 404, 422, 428, 503, 507, parameters=PARAMETERS),
)
def post_acknowledgement(request: HttpRequest, line: UUID) -> Acknowledgement:
    """Note that you have read a line of your agency's list; it is owed as before.

    A second time changes nothing. It survives that the line is judged again.
    """
    actor, purpose = caller_of(request).actor, stated(request)
    match acknowledge(looking.desk(), actor, str(line), now(), purpose):
        case Refused(look=look, why=why):
            raise Problem(Kind.NOT_ALLOWED, why, headers={LOOK: look})
        case NothingThere(look=look):
            problem = nothing_found()
            problem.headers[LOOK] = look
            raise problem
        case noted:
            return acknowledgements((noted,))[0]


def _line(held: HeldLine) -> Line:
    return Line(
        id=held.id,
        family=held.family,
        child=person(held.child),
        owed=held.owed,
        because=held.because,
        rule=held.rule,
        ref=held.ref,
        cites=list(held.cites),
        practitioner=held.practitioner,
        overdue=held.overdue,
        by=written_if_any(held.due),
        seconds_left=held.left,
        since=written(held.since),
        acknowledged=acknowledgements(held.acknowledged),
    )
