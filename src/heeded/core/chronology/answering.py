"""Which agencies are near a family, so that duties can fall to them; and to which an entry turns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person

ONE_AGENCY = "one agency"
"""The fact by which an entry turns to a single agency of a sector, by its id."""


def answering(
    entries: Iterable[Entry], people: Iterable[Person], agencies: Mapping[str, Agency]
) -> dict[str, Agency]:
    """The agencies to which duties towards a family can fall.

    Those that said something of it, those of an area that were told of it, and those of the areas where
    its children live. Where a sector has none of these, all of it that answer anywhere.
    """
    held = tuple(entries)
    involved = {entry.source.agency for entry in held}
    involved |= {name for entry in held for name in entry.known if name in agencies and agencies[name].area}
    areas = {person.area for person in people if not person.adult and person.area}
    near = {
        name: agency
        for name, agency in agencies.items()
        if name in involved or (agency.area and agency.area in areas)
    }
    sectors = {agency.sector for agency in near.values()}
    others = {
        name: agency for name, agency in agencies.items() if agency.sector not in sectors and not agency.area
    }
    return near | others


def addressed(
    entry: Entry, chronology: Chronology, agencies: Mapping[str, Agency] | None = None
) -> tuple[str, ...]:
    """The agencies, by id, that an entry is for: never its own source.

    The one that it names; without one, those of the sectors that it names, in the area that it names or, if
    it names none, where the child lives. An agency without an area is reached where it is named or near the
    family: it said something of it, or no other of its sector did. `agencies` are all there are (None: those
    near the family).
    """
    area = chronology.area_of(entry.child)
    return tuple(
        agency.id
        for agency in (chronology.agencies if agencies is None else agencies).values()
        if turns_to(entry, agency, area)
        and (agency.area or ONE_AGENCY in entry.facts or agency.id in chronology.agencies)
    )


def turns_to(entry: Entry, agency: Agency, area: str) -> bool:
    """Whether an entry turns to an agency near the family; `area` is where the child lives.

    Where the entry names one agency, it turns to that one alone, wherever it is.
    """
    if agency.id == entry.source.agency:
        return False
    if ONE_AGENCY in entry.facts:
        return entry.facts[ONE_AGENCY] == agency.id
    to = entry.facts.get("to")
    sectors = to if isinstance(to, frozenset) else {to}
    there = str(entry.facts.get("area", "")) or area
    return agency.sector in sectors and (not agency.area or agency.area == there)
