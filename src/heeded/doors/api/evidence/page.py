"""The record of a child from which an answer is worked out, opened whole, and what it holds back."""

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


class FromRecord(Schema):
    """What is told beside every answer that was worked out from a child's record."""

    child: str = Field(description="The child as the record knows them now, by id.", examples=[ID])
    withheld: dict[str, int] = Field(
        description="How many entries each agency holds that you may not see: ring it.",
        examples=[{"northgate-hospital": 1}],
    )
    cut_short: bool = Field(
        description="Whether the record holds more entries than are read for this: then those that it took "
        "in last were left out.",
        examples=[False],
    )


Answer = TypeVar("Answer", bound=FromRecord)


def answer(kind: type[Answer], opened: Opened, **lists: object) -> Answer:
    """An answer of a kind: what was worked out, and what is said of the record that it came from."""
    said = {"child": opened.child, "withheld": dict(opened.withheld), "cut_short": opened.cut_short}
    return kind.model_validate({**lists, **said})


def whole_of(request: HttpRequest, response: HttpResponse, child: UUID, moment: int) -> Opened:
    """The whole record, opened for the caller at a moment (seconds UTC); its look is recorded by then."""
    ask = Ask(actor=caller_of(request).actor, child=str(child), now=moment, stated=stated(request))
    return given(open_record(looking.desk(), ask, limit=1, whole=True), response)
