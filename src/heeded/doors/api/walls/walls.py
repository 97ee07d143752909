"""Walls put up around people: a shield, a letter that passes it, and staff who belong to a household."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import ConfigDict, Field

from heeded.bootstrap.keeping import walls
from heeded.casework.keeping import (
    By,
    NotDone,
    NothingThere,
    NotPermitted,
    address_letter,
    connect,
    disconnect,
    shield,
)
from heeded.core.access.shield import Shielded
from heeded.doors.api.acts.shape import Name, Words
from heeded.doors.api.caller import SignedIn, caller_of, now
from heeded.doors.api.problem import Kind, Problem, nothing_found
from heeded.doors.api.reading.purpose import PARAMETERS, stated
from heeded.doors.api.reading.shape import ID
from heeded.doors.api.said import refusals
from heeded.doors.api.scope import Scope

router = Router(tags=["walls"])
T = TypeVar("T")
_LAST = 2**63 - 1


class Shielding(Schema):
    """What is held back of whom."""

    model_config = ConfigDict(extra="forbid")

    person: UUID = Field(description="Somebody of the child's family, by id.", examples=[ID])
    what: Shielded = Field(description="What is held back.", examples=[Shielded.ADDRESS])
    named: list[Name] = Field(
        [], max_length=50, description="Practitioners who may see it still, by id.", examples=[["amina-khan"]]
    )


class ShieldPlaced(Schema):
    """A shield that stands."""

    shield: int = Field(description="Its number: two people take it away by it.", examples=[7])


class Posting(Schema):
    """A letter to somebody."""

    model_config = ConfigDict(extra="forbid")

    person: UUID = Field(description="Somebody of the child's family, by id.", examples=[ID])
    words: Words = Field(description="What it says.", examples=["We should like to meet you on Monday."])


class LetterPosted(Schema):
    """A letter that is on its way."""

    letter: str = Field(description="Its name, by which it is traced.", examples=[ID])


class Connecting(Schema):
    """That a member of staff belongs to a household, or is connected with it."""

    model_config = ConfigDict(extra="forbid")

    practitioner: Name = Field(description="Who, by id.", examples=["bram-invented"])
    how: Words = Field(description="How, in a word or two.", max_length=500, examples=["her uncle"])


class ConnectionNoted(Schema):
    """A connection that stands."""

    connection: int = Field(description="Its number, by which it is ended.", examples=[3])


class ConnectionEnded(Schema):
    """A connection that has ended."""

    ended: int = Field(description="Its number.", examples=[3])


def _said(operation_id: str, summary: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
    """What an operation says of itself to ninja and to the document."""
    statuses = (
        (400, 401, 403, 404, 413, 415, 422, 428, 503, 507) if body else (401, 403, 404, 422, 428, 503, 507)
    )
    told: dict[str, Any] = {"parameters": PARAMETERS, "responses": refusals(*statuses)}
    if body:
        content = {"application/json": {"examples": {"an example": {"value": body}}}}
        told["requestBody"] = {"content": content}
    return {
        "auth": SignedIn(Scope.WALLS),
        "operation_id": operation_id,
        "summary": summary,
        "openapi_extra": told,
    }


@router.post(
    "/children/{uuid:child}/shields",
    response={200: ShieldPlaced},
    **_said("placeShield", "Shield where or who somebody is", {"person": ID, "what": "address"}),
)
def post_shield(request: HttpRequest, child: UUID, asked: Shielding) -> ShieldPlaced:
    """Hold back, from now on, where or who somebody of a child's family is, for the reason stated.

    Whoever may record may do it, at once. It is taken away by two people, at `heeded wall unshield`.
    """
    person, named = str(asked.person), asked.named
    desk = walls.walled()
    return ShieldPlaced(
        shield=_done(lambda: shield(desk, _by(request), str(child), person, asked.what, named))
    )


@router.post(
    "/children/{uuid:child}/letters",
    response={200: LetterPosted},
    **_said("sendLetter", "Write to somebody of the family", {"person": ID, "words": "We are coming."}),
)
def post_letter(request: HttpRequest, child: UUID, asked: Posting) -> LetterPosted:
    """Hand a letter to the post, which puts the address on it: nobody who writes learns where it goes.

    Words that give a shielded place away are refused.
    """
    desk, person = walls.walled(), str(asked.person)
    return LetterPosted(
        letter=_done(lambda: address_letter(desk, _by(request), str(child), person, asked.words))
    )


@router.post(
    "/children/{uuid:child}/connections",
    response={200: ConnectionNoted},
    **_said(
        "noteConnection", "Say that staff belong to a household", {"practitioner": "bram", "how": "uncle"}
    ),
)
def post_connection(request: HttpRequest, child: UUID, asked: Connecting) -> ConnectionNoted:
    """Keep a member of your staff from a household that they belong to, or are connected with.

    Everybody says it of themselves; an administrator or a named officer says it of others of the agency.
    From then on the record answers them as if there were no such child.
    """
    desk = walls.walled()
    return ConnectionNoted(
        connection=_done(lambda: connect(desk, _by(request), asked.practitioner, str(child), asked.how))
    )


@router.delete(
    "/connections/{int:connection}",
    response={200: ConnectionEnded},
    **_said("endConnection", "Say that a connection has ended"),
)
def delete_connection(request: HttpRequest, connection: int) -> ConnectionEnded:
    """Take the wall down between somebody else of your agency and a household; never one's own."""
    if connection > _LAST:
        raise nothing_found()
    _done(lambda: disconnect(walls.walled(), _by(request), connection))
    return ConnectionEnded(ended=connection)


def _by(request: HttpRequest) -> By:
    return By(actor=caller_of(request).actor, now=now(), stated=stated(request))


def _done(verb: Callable[[], T]) -> T:
    """What a verb gives; Problem where it refuses."""
    try:
        return verb()
    except NothingThere:
        raise nothing_found() from None
    except NotPermitted as refused:
        raise Problem(Kind.NOT_ALLOWED, str(refused)) from refused
    except NotDone as refused:
        raise Problem(Kind.NOT_ACCEPTED, _visible(str(refused))) from refused


def _visible(said: str) -> str:
    return "".join(sign if sign.isprintable() else "�" for sign in said[:1_000])
