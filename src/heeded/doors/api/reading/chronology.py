"""A child's chronology, page by page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from ninja.params.functions import Query
from pydantic import Field

from heeded.bootstrap import looking
from heeded.casework.looking import Ask, Opened, open_record, opposed
from heeded.doors.api.caller import SignedIn, caller_of, now
from heeded.doors.api.reading.answered import documented, given
from heeded.doors.api.reading.purpose import PARAMETERS, stated
from heeded.doors.api.reading.shape import ID, Contact, Entry, Person, contact, entry, person
from heeded.doors.api.scope import Scope
from heeded.doors.api.times import written_if_any

router = Router(tags=["children"])
LAST = 2**53 - 1
"""The greatest place in the log that a program of any language reads without loss."""


class Chronology(Schema):
    """A page of what you may see of a child's record."""

    child: str = Field(description="The child as the record knows them now, by id.", examples=[ID])
    family: str = Field(description="The family to which the child belongs.", examples=[ID])
    standing: str = Field(description="How you stand to the child.", examples=["involved"])
    people: list[Person] = Field(description="Everybody whom the page names.")
    agencies: list[Contact] = Field(description="The agencies that know the child, and how to ring them.")
    entries: list[Entry] = Field(description="The entries, in the order in which the record received them.")
    withheld: dict[str, int] = Field(
        description="How many entries of this page each agency holds that you may not see: ring it.",
        examples=[{"northgate-hospital": 1}],
    )
    elsewhere: int = Field(
        description="How many children live in another household of an adult of this one: nothing of "
        "theirs is here but what concerns that adult.",
        examples=[0],
    )
    next_after: int | None = Field(
        description="Send this as `after` for the next page; null at the end.", examples=[None]
    )
    until: str | None = Field(
        description="When your sight of it ends (UTC), where the glass was broken.", examples=[None]
    )
    more: str = Field(
        description="How you come to see more, where what you wrote yourself is all that you see.",
        examples=[""],
    )
    unverified: str = Field(
        description="What nobody has checked of the law on which your purpose rests.", examples=[""]
    )


@router.get(
    "/children/{uuid:child}/chronology",
    auth=SignedIn(Scope.READ, reads=True),
    response={200: Chronology},
    operation_id="getChronology",
    summary="Read a child's chronology",
    openapi_extra=documented(401, 403, 404, 422, 428, 429, 503, parameters=PARAMETERS),
)
def get_chronology(
    request: HttpRequest,
    response: HttpResponse,
    child: UUID,
    after: int = Query(-1, ge=-1, le=LAST, description="The place in the log after which the page begins."),
    limit: int = Query(100, ge=1, le=500, description="How many entries the page holds at most."),
) -> Chronology:
    """A page of the entries that you may see, and how many others are withheld and by whom.

    The look is in the access record before this answer leaves; the header `Heeded-Look` names its row.
    404 is answered of a child whom the record does not hold, and in the same words of one whom you may
    not know of. 403 with `contacts` where you may know that there is a record, and no more.
    """
    ask = Ask(actor=caller_of(request).actor, child=str(child), now=now(), stated=stated(request))
    return _page(given(open_record(looking.desk(), ask, after, limit), response))


def _page(opened: Opened) -> Chronology:
    held, beside = opened.chronology, opposed(opened)
    return Chronology(
        child=opened.child,
        family=held.family,
        standing=str(opened.standing),
        people=[person(each) for each in held.people.values()],
        agencies=[contact(each) for each in opened.contacts],
        entries=[entry(each, beside.get(each.entry.id, ())) for each in opened.placed],
        withheld=dict(opened.withheld),
        elsewhere=opened.elsewhere,
        next_after=opened.next_after,
        until=written_if_any(opened.expires_at),
        more=opened.more,
        unverified=opened.unverified,
    )
