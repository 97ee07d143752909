"""The page of a child's record from which an answer is worked out, and what it holds back."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Schema
from pydantic import Field

from heeded.bootstrap import looking
from heeded.casework.looking import Ask, Opened, open_record
from heeded.doors.api.caller import caller_of
from heeded.doors.api.reading.answered import documented, given
from heeded.doors.api.reading.purpose import PARAMETERS, stated
from heeded.doors.api.reading.shape import ID

DOCUMENTED = documented(401, 403, 404, 422, 428, 429, 503, parameters=PARAMETERS)
"""What the document says of every such reading: the problems that it can answer with, and its headers."""


class FromPage(Schema):
    """What is told beside every answer that was worked out from a page of a child's record."""

    child: str = Field(description="The child as the record knows them now, by id.", examples=[ID])
    withheld: dict[str, int] = Field(
        description="How many entries of this page each agency holds that you may not see: ring it.",
        examples=[{"northgate-hospital": 1}],
    )
    next_after: int | None = Field(
        description="Send this as `after` for the next page; null at the end.", examples=[None]
    )


Answer = TypeVar("Answer", bound=FromPage)


def answer(kind: type[Answer], opened: Opened, **lists: object) -> Answer:
    """An answer of a kind: what was worked out, and what the page says of itself."""
    page = {"child": opened.child, "withheld": dict(opened.withheld), "next_after": opened.next_after}
    return kind.model_validate({**lists, **page})


def page_of(
    request: HttpRequest, response: HttpResponse, child: UUID, moment: int, after: int, limit: int
) -> Opened:
    """A page of the record, opened for the caller at a moment (seconds UTC); its look is recorded by then."""
    ask = Ask(actor=caller_of(request).actor, child=str(child), now=moment, stated=stated(request))
    return given(open_record(looking.desk(), ask, after, limit), response)
