"""The folder of a borough: tables of agencies, practitioners, names, routes and entries, put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from heeded.adapters.exchange.scenario.entries import EntryReader
from heeded.adapters.exchange.scenario.rows import Row, read_rows
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.people import Agency, Person
from heeded.core.chronology.vocabulary.words import SECTORS

AGENCIES = ("id", "name", "sector", "area", "telephone", "out of hours", "email")
PRACTITIONERS = ("id", "name", "agency", "post", "team", "roles")
NAMES = ("name", "as")
ROUTES = ("route", "weeks back", "children", "adults", "about")
ENTRIES = ("route", "when", "who", "role", "child", "what", "which", "details")
MONDAY = date(2026, 6, 1)
"""The Monday of the week in which the borough's tables are told; everything in them came before it."""


@dataclass(frozen=True, slots=True)
class Telephones:
    """How an agency is reached."""

    telephone: str
    out_of_hours: str
    email: str


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who works for an agency: `roles` are those of the access policy."""

    id: str
    name: str
    agency: str
    post: str
    team: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """What befalls some families: their chronology, its children and adults under stand-in names.

    `weeks_back` has a number for each family: how many weeks earlier than in the table it befell them.
    """

    name: str
    about: str
    weeks_back: tuple[int, ...]
    chronology: Chronology


@dataclass(frozen=True, slots=True)
class Borough:
    """All of it; `names` are those to choose from, by `child`, `adult` and `family`."""

    agencies: Mapping[str, Agency]
    telephones: Mapping[str, Telephones]
    staff: tuple[Staff, ...]
    names: Mapping[str, tuple[str, ...]]
    routes: tuple[Route, ...]


def read_borough(folder: Path) -> Borough:
    """The borough in a folder; UnreadableFile names the file, the line and the remedy where it cannot be."""
    rows = read_rows(folder / "agencies.csv", AGENCIES)
    agencies = {row.needed("id"): _agency(row) for row in rows}
    entries = read_rows(folder / "entries.csv", ENTRIES)
    return Borough(
        agencies=agencies,
        telephones={
            row["id"]: Telephones(row["telephone"], row["out of hours"], row["email"]) for row in rows
        },
        staff=tuple(_staff(row, agencies) for row in read_rows(folder / "practitioners.csv", PRACTITIONERS)),
        names=_names(read_rows(folder / "names.csv", NAMES)),
        routes=tuple(_route(row, entries, agencies) for row in read_rows(folder / "routes.csv", ROUTES)),
    )


def _agency(row: Row) -> Agency:
    return Agency(row.needed("id"), row.needed("name"), row.one_of("sector", SECTORS), row["area"])


def _staff(row: Row, agencies: Mapping[str, Agency]) -> Staff:
    agency = row.one_of("agency", tuple(agencies))
    roles = tuple(role.strip() for role in row.needed("roles").split(";"))
    return Staff(row.needed("id"), row.needed("name"), agency, row["post"], row["team"], roles)


def _names(rows: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    kinds = ("child", "adult", "family")
    found = [(row.one_of("as", kinds), row.needed("name")) for row in rows]
    return {kind: tuple(name for each, name in found if each == kind) for kind in kinds}


def _route(row: Row, entries: Sequence[Row], agencies: Mapping[str, Agency]) -> Route:
    name = row.needed("route")
    people = {person.id: person for person in _people(row)}
    children = tuple(person.id for person in people.values() if not person.adult)
    reader = EntryReader(people, agencies, children)
    own = [each for each in entries if each["route"] == name]
    if not own:
        raise row.wrong(f"the route “{name}” has no rows in entries.csv", "Add some")
    told = tuple(
        entry
        for number, each in enumerate(own, 1)
        for entry in reader.entries(_filled(each, f"{name}.{number}"))
    )
    return Route(
        name=name,
        about=row.needed("about"),
        weeks_back=_numbers(row),
        chronology=Chronology(name, told, people, agencies),
    )


def _filled(row: Row, identity: str) -> Row:
    more = {"id": identity, "event": row["route"], "told": "", "known to": "", "assumed": ""}
    return replace(row, cells={**row.cells, **more})


def _people(row: Row) -> Iterator[Person]:
    for written in row.needed("children").split(";"):
        name, _, age = written.strip().partition(" ")
        if not age.isdigit():
            raise row.wrong(f"“{written}” gives no age", "Write such as “C1 6; C2 4”")
        yield Person(name, name, MONDAY.replace(year=MONDAY.year - int(age), month=2), adult=False, area="")
    for written in row["adults"].split(";"):
        if name := written.strip():
            yield Person(name, name, None, adult=True)


def _numbers(row: Row) -> tuple[int, ...]:
    try:
        return tuple(map(int, row.needed("weeks back").split()))
    except ValueError as wrong:
        raise row.wrong("“weeks back” is no list of whole numbers", "Write such as “0 1 2”") from wrong
