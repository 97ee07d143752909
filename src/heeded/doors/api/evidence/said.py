"""Something that somebody said or answered, in the words of the record."""

from __future__ import annotations

from ninja import Schema
from pydantic import Field

from heeded.doors.api.reading.shape import ID, Fact, Happened


class Said(Schema):
    """Something that somebody said, saw or answered, as it stands after any correction."""

    entry: str = Field(description="The entry that tells of it, by id.", examples=[ID])
    kind: str = Field(description="The kind of event in which it is told.", examples=["injury observed"])
    child: str = Field(description="In whose record it stands, by id.", examples=[ID])
    happened: Happened
    told: str = Field(description="When its source wrote it (UTC).", examples=["2026-07-01T09:20:00Z"])
    agency: str = Field(description="Who says so.", examples=["northgate-hospital"])
    practitioner: str = Field(description="Which practitioner, where told.", examples=["dr-lane"])
    role: str = Field(description="In which post, where told.", examples=["consultant paediatrician"])
    keys: dict[str, str] = Field(description="What ties it to others.")
    facts: dict[str, Fact] = Field(description="What was said or seen, in the words of the record.")
