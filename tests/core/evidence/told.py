"""Entries and families for the tests of evidence, said in a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Agency, Person, Source
from heeded.core.chronology.when import When, end_of_day
from heeded.core.evidence.seen import Seen

COUNCIL, POLICE, HOSPITAL, FAMILY = "council", "police", "hospital", "relatives"
AGENCIES = {
    COUNCIL: Agency(COUNCIL, "Anytown council", "children's social care"),
    POLICE: Agency(POLICE, "Anytown police", "police"),
    HOSPITAL: Agency(HOSPITAL, "Anytown hospital", "hospital"),
    FAMILY: Agency(FAMILY, "Relatives", "family"),
}
PEOPLE = {
    "Ada": Person("Ada", "Ada", born=date(2021, 3, 2)),
    "Ben": Person("Ben", "Ben", born=date(2018, 5, 1)),
    **{name: Person(name, name, adult=True) for name in ("Eve", "Finn", "Greta", "Hugh")},
}
LATER = end_of_day(date(2026, 12, 31))


def entry(  # noqa: PLR0913 - one word for each thing that an entry says
    id_: str,
    kind: str,
    when: str,
    *,
    by: str = COUNCIL,
    child: str = "Ada",
    told: str = "",
    known: Mapping[str, str] | None = None,
    keys: Mapping[str, str] | None = None,
    corrects: str | None = None,
    withdraws: str | None = None,
    **facts: Fact,
) -> Entry:
    """An entry; underscores in the names of facts stand for blanks."""
    happened = When.parse(when)
    return Entry(
        id=id_,
        kind=kind,
        child=child,
        happened=happened,
        told=When.parse(told).latest if told else happened.latest,
        source=Source(by),
        known={agency: When.parse(moment).latest for agency, moment in (known or {}).items()},
        keys=keys or {},
        facts=_named(facts),
        corrects=corrects,
        withdraws=withdraws,
    )


def saying(told: Entry, **facts: Fact) -> Entry:
    """The same entry, with these facts too."""
    return replace(told, facts={**told.facts, **_named(facts)})


def _named(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    return {name.replace("_", " "): value for name, value in facts.items()}


def family(*entries: Entry) -> Chronology:
    """The family whose record these entries are."""
    return Chronology("the family", entries, PEOPLE, AGENCIES)


def seen(*entries: Entry) -> Seen:
    """What is seen of the family when all is known."""
    return Seen.of(family(*entries), LATER)


def lives(*people: str, since: str = "2023-01-01") -> list[Entry]:
    """Everyone of these came to live in one home on a day."""
    return [entry(f"{who} joins", "household joined", since, person=who, household="home") for who in people]
