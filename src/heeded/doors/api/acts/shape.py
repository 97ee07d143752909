"""The shapes of what is asked for and of what became of it."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, StrictBool, StrictFloat, StrictInt, StrictStr

from heeded.doors.api.events.shape import Duties, Receipt
from heeded.doors.api.reading.shape import ID

Name = Annotated[StrictStr, Field(min_length=1, max_length=500)]
Words = Annotated[StrictStr, Field(min_length=1, max_length=100_000)]
Fact = StrictBool | StrictInt | StrictFloat | StrictStr | list[StrictStr]
Keys = Annotated[
    dict[Name, Name],
    Field(max_length=100, description="What ties it to others, by name; a value of your agency's own."),
]


class Asked(Schema):
    """What is asked for: about which child, and nothing that nobody knows."""

    model_config = ConfigDict(extra="forbid")

    child: UUID = Field(description="The child, by id.", examples=[ID])


class Told(Asked):
    """An event as the vocabulary has it (`GET /api/kinds`)."""

    kind: Name = Field(description="What happened.", examples=["injury observed"])
    happened: str | None = Field(
        None,
        max_length=60,
        description="When: as narrow as is known; left out, at this moment.",
        examples=["2026-07-01T09:10"],
    )
    keys: Keys = Field({}, examples=[{"injury": "I-1"}])
    facts: dict[Name, Fact] = Field(
        {},
        max_length=100,
        description="What it says, by field; people by id.",
        examples=[{"what": "bruise", "sites": ["ear"], "suspected": True}],
    )


class Done(Schema):
    """What became of an act."""

    entry: str = Field(description="The entry that tells it, by id.", examples=[ID])
    again: bool = Field(
        description="Whether it had been done before under this name, and nothing was written now."
    )
    keys: dict[str, str] = Field(
        description="The names that it made, for what follows it.",
        examples=[{"hand-over": "council:hand-over 7"}],
    )
    receipts: list[Receipt] = Field(description="A receipt for everything that was written.")
    duties: Duties | None = Field(
        description="What is newly owed because of it; null where you get receipts alone."
    )


class Stood(Schema):
    """A gate in the way of an act."""

    gate: str = Field(
        description="Its name: who takes it on names it so.", examples=["earlier-injuries-are-answered"]
    )
    child: str = Field(description="About whom, by id.", examples=[ID])
    because: str = Field(description="Why it stands, in a sentence.", examples=["Because an injury …"])
    by_whom: list[str] = Field(
        description="Who may take it on themselves; empty where anyone may, with a reason.",
        examples=[["designated doctor"]],
    )


class Gates(Schema):
    """The gates in the way of a decision now."""

    gates: list[Stood]
    shown: str = Field(
        description="Send this with the decision: it says how the record stood when you were shown it.",
        examples=["2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"],
    )


class ToName(Schema):
    """An earlier episode that no reading of the history has named with what it changes."""

    title: str = Field(description="What to name it by.", examples=["injury hospital:I1"])
    began: str = Field(description="When it began (UTC).", examples=["2026-06-20T19:40:00Z"])
    children: list[str] = Field(description="Whom it concerns, by id.", examples=[[ID]])
    adults: list[str] = Field(description="The adults of whom it tells, by id.", examples=[[]])
    agencies: list[str] = Field(description="Who told of it.", examples=[["northgate-hospital"]])
    kinds: list[str] = Field(description="What happened in it.", examples=[["injury observed"]])
    entries: list[str] = Field(description="Its entries, by id.", examples=[[ID]])


class Before(Gates):
    """The gates in the way of a decision now, and the earlier episodes that it has to name."""

    to_name: list[ToName] = Field(
        description="Record `history considered` with each, and its `effect`, before you decide."
    )
    unseen: list[str] = Field(
        description="Agencies that told something earlier which you may not see: ring them.", examples=[[]]
    )


def example(**members: Any) -> dict[str, Any]:  # noqa: ANN401 - members of JSON
    """An example of a body, as the document tells it."""
    return {
        "content": {"application/json": {"examples": {"an example": {"value": {"child": ID, **members}}}}}
    }
