"""To which agencies an entry turns, when it names a sector and an area."""

from __future__ import annotations

from collections.abc import Mapping

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency


def addressed(
    entry: Entry, chronology: Chronology, agencies: Mapping[str, Agency] | None = None
) -> tuple[str, ...]:
    """The agencies, by id, that an entry is for: never its own source.

    Those of the sectors that it names, in the area that it names or, if it names none, where the child
    lives. An agency without an area is reached where it is near the family: it said something of it, or no
    other of its sector did. `agencies` are all there are (None: those near the family).
    """
    to = entry.facts.get("to")
    sectors = to if isinstance(to, frozenset) else {to}
    area = str(entry.facts.get("area", "")) or chronology.area_of(entry.child)
    return tuple(
        agency.id
        for agency in (chronology.agencies if agencies is None else agencies).values()
        if agency.sector in sectors
        and agency.id != entry.source.agency
        and (agency.area == area if agency.area else agency.id in chronology.agencies)
    )
