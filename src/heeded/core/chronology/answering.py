"""Which agencies are near a family: those to which duties towards it can fall."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person


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
