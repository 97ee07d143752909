"""What was sent to somebody whom the record does not hold: nobody was told, and it stays the sender's."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from heeded.casework.ports.notices import Why
from heeded.casework.telling.address import REACHING
from heeded.core.chronology.answering import addressed
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency
from heeded.core.procedures.mistake import nearest

OUTSIDE = frozenset({"family", "public"})
"""Those whom somebody tells without the record: they are no agencies."""


def unreached(
    entry: Entry, chronology: Chronology, agencies: Mapping[str, Agency] | None = None
) -> tuple[str, ...]:
    """The sectors to which an entry turns and of which it reaches nobody, its own source not counted out.

    Given as held in the chronology. `agencies` are all there are (None: those near the family). A sector
    to which its own source belongs is reached: they have it.
    """
    if entry.kind not in REACHING:
        return ()
    known = chronology.agencies if agencies is None else agencies
    reached = {known[name].sector for name in addressed(entry, chronology, known)}
    own = known.get(entry.source.agency)
    if own is not None and own.area in ("", _area(entry, chronology)):
        reached.add(own.sector)
    return tuple(sorted(_sectors(entry) - reached - OUTSIDE))


def nobody_told(entry: Entry, sectors: Iterable[str], agencies: Mapping[str, Agency]) -> str:
    """That it reached nobody of these sectors, and what to do; the area only as the entry itself names it."""
    area = str(entry.facts.get("area", ""))
    where = f" of {area}" if area else " where the child is recorded to live"
    named = " or ".join(sectors)
    like = {agency.area for agency in agencies.values() if agency.sector in sectors and agency.area}
    hint = nearest(area, sorted(like)) if area and area not in like else ""
    return (
        f"no other agency here is {named}{where}, so nobody here was told of it, and it stays with you: "
        f"send it to them yourselves, and see that they say in writing that they have it.{hint}"
    )


def sent_astray(unreached: Container[str], fresh: Iterable[Entry]) -> Iterator[tuple[str, Why, str]]:
    """Those who just sent something that has reached nobody in the record: agency, why, child."""
    for entry in fresh:
        if entry.id in unreached:
            yield entry.source.agency, Why.UNREACHED, entry.child


def _sectors(entry: Entry) -> frozenset[str]:
    to = entry.facts.get("to")
    if isinstance(to, frozenset):
        return to
    return frozenset({str(to)}) if to else frozenset()


def _area(entry: Entry, chronology: Chronology) -> str:
    return str(entry.facts.get("area", "")) or chronology.area_of(entry.child)
