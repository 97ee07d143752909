"""The shape of the answer to a report."""

from __future__ import annotations

from enum import StrEnum

from ninja import Schema
from pydantic import Field


class State(StrEnum):
    """What became of an event."""

    KEPT = "kept"
    HELD_ALREADY = "held already"


class Receipt(Schema):
    """The record's signed word that an entry stands in its log: keep it."""

    version: str = Field(description="The format of the receipt.", examples=["heeded-receipt/1"])
    origin: str = Field(description="The name of the log.", examples=["heeded/1f6c2a90b7d4"])
    entry: str = Field(description="The id of the entry.", examples=["7b0c1f6e-6c0d-8a3e-9a53-2f6f1f0b9f11"])
    index: int = Field(description="Which leaf of the log it is, counted from 0.", examples=[41])
    leaf: str = Field(
        description="The hash of the leaf, in base64.",
        examples=["k5vV0e4w8w3Q2ZfI8mP3m1Y1sYQm0c4m1t2bQJr8p8Y="],
    )
    received: int = Field(description="When it was received: seconds UTC.", examples=[1782900000])
    signature: str = Field(description="The log's signature of all this, in base64.", examples=["yFQ…"])


class Event(Schema):
    """An event of the report that the record holds."""

    ref: str = Field(description="Your own name for the event.", examples=["m1-2"])
    state: State = Field(description="Kept now, or held already because it was sent before.")
    entry: str = Field(description="The id of its entry.", examples=["7b0c1f6e-6c0d-8a3e-9a53-2f6f1f0b9f11"])
    receipt: Receipt


class SetAside(Schema):
    """What could not be taken as it stood."""

    place: str = Field(
        description="Where it stands in the report, as a JSON pointer or in words.",
        examples=["/events/3/kind"],
    )
    ref: str = Field(
        description="Your own name for the event or person, where it has one.", examples=["m1-4"]
    )
    reason: str = Field(
        description="Why, and what to do.",
        examples=["there is no kind of event “injry observed”. Did you mean “injury observed”?"],
    )
    grave: bool = Field(description="Whether a whole event or person was kept out, or only a detail.")


class NewDuty(Schema):
    """Something that your agency now owes."""

    owed: str = Field(description="What is asked for.", examples=["a strategy discussion"])
    because: str = Field(
        description="Why, in a sentence.",
        examples=["Because a paediatrician had a strong concern, a strategy discussion is held by 3 July."],
    )
    rule: str = Field(description="The rule of the handbook.", examples=["strategy-discussion-is-held"])
    verdict: str = Field(description="How it stands: due or overdue.", examples=["due"])
    by: str | None = Field(description="By when (UTC).", examples=["2026-07-02T10:00:00Z"])


class Others(Schema):
    """How much an agency now owes; what, and why, stands on its own list."""

    agency: str = Field(description="The agency's id.", examples=["norhaven-council"])
    duties: int = Field(description="How many duties.", examples=[1])


class Duties(Schema):
    """What is newly owed because of the report."""

    own: list[NewDuty] = Field(description="What your own agency owes, where you may see its list.")
    others: list[Others] = Field(
        description="How many duties each agency was given whose list you may not see."
    )
    unowned: int = Field(
        description="How many duties fall to nobody in the record: they stand with whoever began them, and "
        "with the hub if there is one. Ring the child's local authority.",
        examples=[0],
    )
    unreached: list[str] = Field(
        description="What of it was sent to somebody whom the record does not hold: nobody here was told, "
        "and it stays yours.",
        examples=[[]],
    )


class Posted(Schema):
    """What became of a report."""

    report: str = Field(description="The name of the report.", examples=["m1"])
    kept: int = Field(description="How many events were kept now.", examples=[4])
    held_already: int = Field(description="How many the record held already.", examples=[0])
    refused: int = Field(description="How many events or people were kept out.", examples=[0])
    events: list[Event] = Field(description="Every event that the record holds, with its receipt.")
    set_aside: list[SetAside] = Field(description="Everything that could not be taken as it stood.")
    duties: Duties | None = Field(
        description="What is newly owed because of it; null where the sender gets receipts alone."
    )
