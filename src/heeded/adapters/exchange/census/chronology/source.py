"""A census return as a source of chronologies: one family for each child, since it has no households."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from heeded.adapters.exchange.census.chronology.carried import (
    LIMITS,
    Carried,
    Span,
    carried_of,
)
from heeded.adapters.exchange.census.chronology.episode import EpisodeEntries, on_day
from heeded.adapters.exchange.census.chronology.kinds import KEYS
from heeded.adapters.exchange.census.reading import CensusReading, open_census
from heeded.adapters.exchange.census.records import CensusChild
from heeded.adapters.exchange.ledger import Ledger
from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.casework.ports import Terms
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person, Source
from heeded.core.chronology.when import end_of_day, start_of_day
from heeded.core.effectiveness.origin import Origin
from heeded.core.effectiveness.reach import Reach

SOCIAL_CARE = "children's social care"
NO_TERMS = Terms()
FIRST_YEAR, LAST_YEAR = 2000, 2099
UNUSED = "What --carries says was not used: what a census carries is known from its layout."


class CensusSource:
    """A census return, read once, child by child, as families of one.

    `name` is what it is called in reports, else the file's name. Close it, or use it in a `with`. What
    could not be read stands in `ledger`. UnreadableFile where it is no such return.
    """

    def __init__(self, path: Path, terms: Terms = NO_TERMS, name: str = "") -> None:
        self.ledger = Ledger()
        try:
            self._reading = open_census(path, self.ledger, as_of=terms.as_of, name=name)
            _refuse_odd_date(self._reading, name or path.name)
        except BaseException:
            self.ledger.close()
            raise
        self._area = terms.area
        self._size = path.stat().st_size
        self._council = _council(self._reading)
        span = Span.ending(self._reading.header.reference_date or self._reading.reference_date)
        last = self._reading.reference_date
        span = Span(min(terms.since or span.first, last), last)
        self._carried = Carried.by(self._reading.layout_year, span)
        self.origin = Origin(
            name=name or path.name,
            form=f"children-in-need census, layout of {self._reading.layout_year}",
            sender=self._council.name,
            until=end_of_day(last),
            since=start_of_day(span.first),
            reach=Reach(self._carried.general, KEYS),
            limits=(*LIMITS, *((UNUSED,) if terms.carries else ())),
        )

    @property
    def cut_short(self) -> str:
        """Why and where the file breaks off before its end, in a sentence; empty where it does not."""
        return str(self._reading.broke_off or "")

    @property
    def progress(self) -> tuple[int, int]:
        """How much of the file has been read, and how much there is, in bytes."""
        return self._reading.bytes_read, self._size

    def families(self) -> Iterator[Chronology]:
        """Each child of the return with its entries, in the order of the file."""
        agencies = {self._council.id: self._council}
        source = Source(self._council.id)
        for child in self._reading:
            name = _name(child)
            born = child.birth or child.expected_birth
            yield Chronology(
                family=name,
                entries=tuple(_entries(child, name, source)),
                people={name: Person(id=name, born=born, area=self._area)},
                agencies=agencies,
                carriages=carried_of(child, self._carried),
            )

    def close(self) -> None:
        """Close the file and let go of the ledger's lines."""
        self._reading.close()
        self.ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _refuse_odd_date(reading: CensusReading, name: str) -> None:
    """Refuse a reference date of another century: no deadline could be counted there."""
    reference = reading.reference_date
    if not FIRST_YEAR <= reference.year <= LAST_YEAR:
        reading.close()
        remedy = "Correct ReferenceDate, or say up to which day it tells with --as-of YYYY-MM-DD"
        raise UnreadableFile(f"its reference date is {reference}, of another century", name, remedy)


def _name(child: CensusChild) -> str:
    """What a child is called: by identity, and by line where that identity came before in the file."""
    return f"{child.identity} (line {child.line})" if child.same_as_line else child.identity


def _council(reading: CensusReading) -> Agency:
    """The council that sent the return, as far as its header says."""
    number = reading.header.lea
    name = f"local authority {number}" if number else "a local authority that the header does not name"
    return Agency(id=f"council {number}" if number else "the council", name=name, sector=SOCIAL_CARE)


def _entries(child: CensusChild, name: str, source: Source) -> Iterator[Entry]:
    """Every entry of a child, episode by episode."""
    for number, episode in enumerate(child.episodes, start=1):
        place = f"CINdetails-line-{episode.line}" if child.episodes_set_aside else f"CINdetails{number}"
        yield from EpisodeEntries(name, f"{name}/{place}", source).of(episode)
    if child.death:
        when = on_day(child.death)
        yield Entry(
            id=f"{name}/PersonDeathDate",
            kind="death",
            child=name,
            happened=when,
            told=when.latest,
            source=source,
        )
