"""The shape of what is read: people, agencies, entries and what is owed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ninja import Schema
from pydantic import Field

from heeded.casework.ports.lists import Acknowledged
from heeded.casework.ports.reading import Contact as HeldContact
from heeded.casework.ports.reading import Placed
from heeded.core.chronology.entry import Entry as HeldEntry
from heeded.core.chronology.entry import Fact as HeldFact
from heeded.core.chronology.people import Person as HeldPerson
from heeded.core.chronology.when import When
from heeded.core.evidence.disagreement.held import Disagreement
from heeded.doors.api.times import written

ID = "7b0c1f6e-6c0d-8a3e-9a53-2f6f1f0b9f11"
Fact = bool | float | str | list[str]


class Contact(Schema):
    """An agency and how it is rung."""

    agency: str = Field(description="The agency's id.", examples=["norhaven-council"])
    name: str = Field(description="Its name.", examples=["Norhaven children's social care"])
    telephone: str = Field(description="By day.", examples=["020 7946 0000"])
    out_of_hours: str = Field(description="At night and at weekends.", examples=["020 7946 0001"])


class Person(Schema):
    """Somebody in the record; a name that a shield holds back is empty."""

    id: str = Field(description="The person's id in the record.", examples=[ID])
    name: str = Field(description="The name, as the agencies last gave it.", examples=["Ada Invented"])
    born: str | None = Field(description="The day of birth.", examples=["2024-02-15"])
    adult: bool = Field(description="Whether an adult.")
    area: str = Field(description="The local authority in whose area they live.", examples=["Norhaven"])


class Happened(Schema):
    """When something happened: as narrow as its source said."""

    first: str = Field(description="Not before (UTC).", examples=["2026-07-01T09:00:00Z"])
    last: str = Field(description="Not after (UTC).", examples=["2026-07-01T09:00:00Z"])
    precision: str = Field(description="How narrowly it was told.", examples=["instant"])


class Opposed(Schema):
    """An answer opposite to another, in full, and the disagreement that the two are."""

    disagreement: str = Field(
        description="Its key; `/disagreements` tells it whole.",
        examples=["record:opposite answers 3173e63a2336"],
    )
    entry: str = Field(description="The entry of the opposite answer, by id.", examples=[ID])
    kind: str = Field(description="What it is, in a word of the vocabulary.", examples=["view recorded"])
    happened: Happened
    agency: str = Field(description="Who says so.", examples=["norhaven-police"])
    practitioner: str = Field(description="Which practitioner, where told.", examples=["dc-marsh"])
    role: str = Field(description="In which role.", examples=["detective constable"])
    facts: dict[str, Fact] = Field(description="All that it says; people by id.")
    settled: bool = Field(description="Somebody above both sides has settled it.", examples=[False])


class Entry(Schema):
    """An event as its source told it, where it stands in the log."""

    id: str = Field(description="Its id.", examples=[ID])
    index: int = Field(description="Its place in the log.", examples=[41])
    kind: str = Field(description="What happened, in a word of the vocabulary.", examples=["injury observed"])
    child: str = Field(description="Whom it concerns, by id.", examples=[ID])
    happened: Happened
    told: str = Field(description="When its source wrote it (UTC).", examples=["2026-07-01T09:20:00Z"])
    received: str = Field(description="When the record received it (UTC).", examples=["2026-07-01T09:21:00Z"])
    agency: str = Field(description="Whose it is.", examples=["northgate-hospital"])
    practitioner: str = Field(description="Who said it, where told.", examples=["dr-okoro"])
    role: str = Field(description="In which role.", examples=["consultant paediatrician"])
    writer: str = Field(
        description="By which account it was written: system:id, practitioner:id, or "
        "practitioner:id|through:id where a system spoke for somebody; empty where that was not kept yet.",
        examples=["system:northgate-ehr-4f2a9c1b"],
    )
    known: dict[str, str] = Field(description="Which other agencies know of it, and since when (UTC).")
    keys: dict[str, str] = Field(description="What ties it to others.")
    facts: dict[str, Fact] = Field(description="What it says; people by id.")
    corrects: str | None = Field(description="The entry that it corrects.", examples=[None])
    withdraws: str | None = Field(description="The entry that it takes back.", examples=[None])
    flags: list[str] = Field(description="What is odd about it.")
    opposed: list[Opposed] = Field(
        description="What stands against it, where somebody disagrees: no answer is shown without the "
        "opposite one."
    )


class Acknowledgement(Schema):
    """That somebody has read a line."""

    by: str = Field(description="Who, by id.", examples=["sam-manager"])
    at: str = Field(description="When (UTC).", examples=["2026-07-01T10:00:00Z"])


def contact(held: HeldContact) -> Contact:
    """An agency to be rung."""
    agency = held.agency
    return Contact(
        agency=agency.id, name=agency.name, telephone=held.telephone, out_of_hours=held.out_of_hours
    )


def person(held: HeldPerson) -> Person:
    """Somebody in the record."""
    born = held.born.isoformat() if held.born else None
    return Person(id=held.id, name=held.name, born=born, adult=held.adult, area=held.area)


def entry(placed: Placed, disagreed: Iterable[Disagreement] = ()) -> Entry:
    """An entry at its place, beside what stands against it in the disagreements in which it is an answer."""
    held = placed.entry
    return Entry(
        id=held.id,
        index=placed.index,
        kind=held.kind,
        child=held.child,
        happened=happened(held.happened),
        told=written(held.told),
        received=written(placed.received),
        agency=held.source.agency,
        practitioner=held.source.practitioner,
        role=held.source.role,
        writer=held.writer,
        known={agency: written(since) for agency, since in held.known.items()},
        keys=dict(held.keys),
        facts={name: fact(value) for name, value in held.facts.items()},
        corrects=held.corrects,
        withdraws=held.withdraws,
        flags=list(placed.flags),
        opposed=[_opposed(each, other) for each in disagreed for other in each.opposite_to(held.id)],
    )


def _opposed(disagreement: Disagreement, answer: HeldEntry) -> Opposed:
    return Opposed(
        disagreement=disagreement.key,
        entry=answer.id,
        kind=answer.kind,
        happened=happened(answer.happened),
        agency=answer.source.agency,
        practitioner=answer.source.practitioner,
        role=answer.source.role,
        facts={name: fact(value) for name, value in answer.facts.items()},
        settled=disagreement.settled is not None,
    )


def happened(when: When) -> Happened:
    """When something happened."""
    return Happened(first=written(when.earliest), last=written(when.latest), precision=str(when.precision))


def fact(held: HeldFact) -> Fact:
    """A fact as JSON has it: a day as text, several words as a list."""
    if isinstance(held, frozenset):
        return sorted(held)
    return held.isoformat() if isinstance(held, date) else held


def acknowledgements(held: tuple[Acknowledged, ...]) -> list[Acknowledgement]:
    """Who has read a line, and when."""
    return [Acknowledgement(by=each.by, at=written(each.at)) for each in held]
