"""What the API says of itself: whether it is well, the words that it knows, its own description."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from heeded.core.chronology.vocabulary import ALWAYS, KINDS, Kind
from heeded.doors.api.said import refusals

router = Router(tags=["about"])


class Health(Schema):
    """That the API and its record can answer."""

    status: str = Field(description="“up”: the database answers.", examples=["up"])


class KindField(Schema):
    """A field of a kind of event."""

    name: str = Field(description="Its name among the facts.", examples=["sites"])
    meaning: str = Field(description="What it says.", examples=["Where on the body it was seen."])
    holds: str = Field(description="What it holds.", examples=["any of"])
    choices: list[str] = Field(
        description="The words that it may hold, where they are given.", examples=[["ear", "chest"]]
    )


class EventKind(Schema):
    """A kind of event."""

    name: str = Field(description="Its name.", examples=["injury observed"])
    meaning: str = Field(
        description="What an event of this kind says.", examples=["Someone saw an injury on a child."]
    )
    keys: list[str] = Field(
        description="What ties it to others, beside its child.", examples=[["attendance", "injury"]]
    )
    fields: list[KindField] = Field(description="What it can tell.")


class Kinds(Schema):
    """The vocabulary."""

    kinds: list[EventKind]


@router.get(
    "/health",
    auth=None,
    response={200: Health},
    operation_id="getHealth",
    summary="Whether the record can be reached",
    openapi_extra={"responses": refusals(422, 503)},
)
def get_health(request: HttpRequest) -> Health:  # noqa: ARG001 - ninja gives it
    """Asks the database one question. Public; it says nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Health(status="up")


@router.get(
    "/kinds",
    auth=None,
    response={200: Kinds},
    operation_id="getKinds",
    summary="The kinds of event that can be told",
    openapi_extra={"responses": refusals(422)},
)
def get_kinds(request: HttpRequest) -> Kinds:  # noqa: ARG001 - ninja gives it
    """Every kind of event with its fields, as docs/reference/event-kinds.md has them. Public."""
    return Kinds(kinds=[_kind(kind) for kind in KINDS.values()])


def _kind(kind: Kind) -> EventKind:
    fields = [
        KindField(name=each.name, meaning=each.meaning, holds=str(each.type), choices=list(each.choices))
        for each in kind.fields
    ]
    keys = [key for key in kind.keys if key not in ALWAYS]
    return EventKind(name=kind.name, meaning=kind.meaning, keys=keys, fields=fields)
