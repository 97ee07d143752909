"""Drafts: what the caller has begun to write, which nobody else sees and no rule reads until it is sent."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.params.functions import Query
from pydantic import Field, ValidationError

from heeded.bootstrap import acting
from heeded.casework.acts import discard_draft, my_drafts, save_draft, send_draft
from heeded.casework.ports.drafts import Draft as HeldDraft
from heeded.doors.api.acts.carrying import asked, carried_out
from heeded.doors.api.acts.facts import facts, telling
from heeded.doors.api.acts.shape import Done, Told, example
from heeded.doors.api.caller import SignedIn, caller_of, now
from heeded.doors.api.problem import Kind, Problem, nothing_found
from heeded.doors.api.reading.place import LONGEST, place, place_of
from heeded.doors.api.reading.purpose import PARAMETERS
from heeded.doors.api.reading.shape import ID
from heeded.doors.api.said import refusals
from heeded.doors.api.scope import Scope
from heeded.doors.api.times import written, written_if_any

router = Router(tags=["drafts"])
TOLD = "told"
"""Under which name a draft keeps what the API was told; what was begun on a page is kept as its form."""
_BODY = example(kind="injury observed", facts={"what": "bruise", "sites": ["ear"]})
_WRITES = SignedIn(Scope.ACTS)


class Draft(Schema):
    """Something that you have begun."""

    id: str = Field(description="Its id.", examples=[ID])
    child: str = Field(description="About whom, by id; empty: somebody new.", examples=[ID])
    kind: str = Field(description="The kind of event.", examples=["injury observed"])
    saved: str = Field(description="When it was last saved (UTC).", examples=["2026-07-01T09:20:00Z"])
    sent: str | None = Field(description="When it was sent (UTC); null before that.", examples=[None])
    told: Told | None = Field(
        description="What it says; null once it is sent, and where it was begun on a page: go on there."
    )


class Drafts(Schema):
    """A page of what you have begun and not sent, the last saved first."""

    drafts: list[Draft]
    next_before: str | None = Field(
        description="Send this as `before` for the next page; null at the end.", examples=[None]
    )


class Discarded(Schema):
    """That a draft is gone."""

    discarded: str = Field(description="Its id.", examples=[ID])


@router.get(
    "/drafts",
    auth=_WRITES,
    response={200: Drafts},
    operation_id="getDrafts",
    summary="What you have begun and not sent",
    openapi_extra={"responses": refusals(401, 403, 422, 503)},
)
def get_drafts(
    request: HttpRequest,
    before: str = Query("", max_length=LONGEST, description="`next_before` of the page before."),
    limit: int = Query(50, ge=1, le=200, description="How many the page holds at most."),
) -> Drafts:
    """Your own drafts alone: nobody else sees them, and no procedure reads them."""
    where = place_of("before", before)
    held = my_drafts(caller_of(request).actor, acting.drafts(), where, limit + 1)
    page = held[:limit]
    following = (page[-1].saved, page[-1].id) if len(held) > limit else None
    return Drafts(drafts=[_draft(each) for each in page], next_before=place(following))


@router.post(
    "/drafts",
    auth=_WRITES,
    response={200: Draft},
    operation_id="beginDraft",
    summary="Begin a draft",
    openapi_extra={
        "requestBody": _BODY,
        "responses": refusals(400, 401, 403, 413, 415, 422, 503, 507),
    },
)
def post_draft(request: HttpRequest, told: Told) -> Draft:
    """Keep what you have written so far of one event; it need not be whole or right before it is sent."""
    return _saved(request, told)


@router.get(
    "/drafts/{uuid:draft}",
    auth=_WRITES,
    response={200: Draft},
    operation_id="getDraft",
    summary="One of your drafts",
    openapi_extra={"responses": refusals(401, 403, 404, 422, 503)},
)
def get_draft(request: HttpRequest, draft: UUID) -> Draft:
    """What a draft of yours says, or when it was sent."""
    return _draft(_mine(request, draft))


@router.put(
    "/drafts/{uuid:draft}",
    auth=_WRITES,
    response={200: Draft},
    operation_id="saveDraft",
    summary="Save a draft",
    openapi_extra={
        "requestBody": _BODY,
        "responses": refusals(400, 401, 403, 404, 409, 413, 415, 422, 503, 507),
    },
)
def put_draft(request: HttpRequest, draft: UUID, told: Told) -> Draft:
    """Keep what it now says, in place of what it said. It stays about the child with whom it was begun."""
    if str(told.child) != _mine(request, draft).child:
        said = "child: the draft is about another child; begin a new one for this child"
        raise Problem(Kind.NOT_ACCEPTED, said)
    return _saved(request, told, str(draft))


@router.delete(
    "/drafts/{uuid:draft}",
    auth=_WRITES,
    response={200: Discarded},
    operation_id="discardDraft",
    summary="Throw a draft away",
    openapi_extra={"responses": refusals(401, 403, 404, 409, 422, 503, 507)},
)
def delete_draft(request: HttpRequest, draft: UUID) -> Discarded:
    """Throw away a draft that was not sent; nothing of it stays."""
    _mine(request, draft)
    asked(lambda: discard_draft(str(draft), caller_of(request).actor, acting.drafts()))
    return Discarded(discarded=str(draft))


@router.post(
    "/drafts/{uuid:draft}/sent",
    auth=_WRITES,
    response={200: Done},
    operation_id="sendDraft",
    summary="Send a draft to the record",
    openapi_extra={
        "parameters": [{**each, "required": False} for each in PARAMETERS],
        "responses": refusals(400, 401, 403, 404, 409, 413, 415, 422, 428, 503, 507),
    },
)
def post_sent(request: HttpRequest, draft: UUID) -> Done:
    """Record what a draft has come to say: once, however often this is sent."""
    held = _mine(request, draft)
    told = _told(held)
    if told is None:
        said = "was sent already" if held.sent is not None else "was begun on a page: send it from there"
        raise Problem(Kind.OTHERWISE_HELD, f"This draft {said}")
    event = telling(told)
    return carried_out(
        request,
        lambda by, desk: send_draft(str(draft), event, by, desk, acting.drafts()),
        unnamed=f"draft-{draft}",
    )


def _saved(request: HttpRequest, told: Told, draft: str = "") -> Draft:
    actor, child = caller_of(request).actor, str(told.child)
    facts(told.kind, {})
    content = {"kind": told.kind, TOLD: told.model_dump(mode="json", exclude={"child"})}
    saved = asked(lambda: save_draft(content, actor, now(), acting.drafts(), draft=draft, child=child))
    found = acting.drafts().find(actor, saved)
    if found is None:
        raise nothing_found()
    return _draft(found)


def _mine(request: HttpRequest, draft: UUID) -> HeldDraft:
    found = acting.drafts().find(caller_of(request).actor, str(draft))
    if found is None:
        raise nothing_found()
    return found


def _draft(held: HeldDraft) -> Draft:
    return Draft(
        id=held.id,
        child=held.child,
        kind=str(held.content.get("kind", "")),
        saved=written(held.saved),
        sent=written_if_any(held.sent),
        told=_told(held),
    )


def _told(held: HeldDraft) -> Told | None:
    """What the API was told; None of what is sent, or is kept in the form of a page."""
    if held.sent is not None or TOLD not in held.content:
        return None
    content = held.content[TOLD]
    try:
        return Told.model_validate({**content, "child": held.child}) if isinstance(content, dict) else None
    except ValidationError:
        return None
