"""An event table as a source of chronologies."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from heeded.adapters.exchange.events_table import reasons
from heeded.adapters.exchange.events_table.carries import (
    NO_HOUSEHOLDS,
    Met,
    carried_of,
    read_kinds,
    told_in_words,
)
from heeded.adapters.exchange.events_table.heading import (
    Heading,
    read_heading,
    row_cells,
    rows_of,
    suggested,
)
from heeded.adapters.exchange.events_table.logs import (
    Rows,
    looks_like_xes,
    parquet_heading,
    parquet_rows,
    xes_rows,
)
from heeded.adapters.exchange.events_table.opening import WINDOWS, encoding_of
from heeded.adapters.exchange.events_table.roll import Roll
from heeded.adapters.exchange.events_table.row import RowReader
from heeded.adapters.exchange.events_table.scribe import Scribe
from heeded.adapters.exchange.events_table.store import Store, StoredChild
from heeded.adapters.exchange.ledger import Ledger
from heeded.adapters.exchange.opening import open_file
from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.casework.ports import Terms
from heeded.core.chronology.carriage import Carriage
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Person
from heeded.core.chronology.vocabulary import KINDS, FieldType
from heeded.core.chronology.when import end_of_day, local, start_of_day
from heeded.core.effectiveness.origin import Origin
from heeded.core.effectiveness.reach import Reach

NO_TERMS = Terms()
PERSON_FIELDS: Mapping[str, tuple[str, ...]] = {
    name: tuple(field.name for field in kind.fields if field.type is FieldType.PERSON)
    for name, kind in KINDS.items()
}


class EventsSource:
    """An event table, read whole on opening, as families by the column “family” or one for each child.

    Where the terms do not say up to which day it is judged, that is the last day that stands in it; where
    they do not say what it carries, that is what it holds. Close it, or use it in a `with`. What could
    not be read stands in `ledger`. UnreadableFile where it is no such table; ValueError where the terms
    name what is no kind of event.
    """

    def __init__(self, path: Path, terms: Terms = NO_TERMS, name: str = "") -> None:
        carries = read_kinds(terms.carries) if terms.carries else None
        self.ledger = Ledger()
        self._store = Store()
        self._roll = Roll()
        self._met = Met()
        self._area = terms.area
        self._last = self._judged = self._kept = 0
        self._has_families = False
        self.form = "event table"
        try:
            self._read(path, name or path.name, end_of_day(terms.as_of) if terms.as_of else None)
        except BaseException:
            self.close()
            raise
        until = end_of_day(terms.as_of or local(self._last).date())
        since = start_of_day(terms.since) if terms.since else None
        carriage = self._met.carriage(carries, since, until)
        self._carriages: tuple[Carriage, ...] = (carriage,)
        keys = {name: frozenset(met) for name, met in self._met.keys.items()}
        self.origin = Origin(
            name=name or path.name,
            form=self.form,
            sender="",
            until=until,
            since=carriage.since,
            reach=Reach(self._carriages, keys),
            limits=(told_in_words(carries), *(() if self._has_families else (NO_HOUSEHOLDS,))),
        )

    @property
    def cut_short(self) -> str:
        """Nothing: a table that breaks off within a row is refused, and no other can be told."""
        return ""

    @property
    def progress(self) -> tuple[int, int]:
        """How many rows have been handed over, and how many there are."""
        return self._judged, self._kept

    def families(self) -> Iterator[Chronology]:
        """Each family of the table."""
        for name, children in self._store.families():
            entries = tuple(entry for child in children for entry in child.entries)
            self._judged += len(entries)
            yield Chronology(
                family=name,
                entries=entries,
                people=self._people(children, entries),
                agencies=self._roll.agencies,
                carriages=carried_of(children, self._carriages),
            )

    def close(self) -> None:
        """Let go of the rows and of the ledger's lines."""
        self._store.close()
        self.ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, path: Path, name: str, until: int | None) -> None:
        """Read every row into the store."""
        scribe = Scribe(self.ledger, name)
        reader = RowReader(scribe, self._roll, until)
        if path.suffix.lower() == ".parquet":
            self.form = "event table in Parquet"
            heading = parquet_heading(path, name)
            self._note_unknown(heading, scribe)
            rows = parquet_rows(path, heading, name)
        elif looks_like_xes(path):
            self.form = "event log in XES"
            rows = xes_rows(path, name, scribe)
        else:
            rows = self._csv_rows(path, name, scribe)
        for line, cells in rows:
            self._take(reader, scribe, line, dict(cells))
        self._look_for_targets(scribe)
        if not self._kept:
            raise UnreadableFile("no row of it could be read", name, _first_remedy(self.ledger))

    def _csv_rows(self, path: Path, name: str, scribe: Scribe) -> Rows:
        """The line and cells of each row of a spreadsheet saved as CSV."""
        with open_file(path) as file:
            encoding = encoding_of(file, name)
            if encoding == WINDOWS:
                scribe.write(reasons.NOT_UTF8, "", encoding)
            lines = io.TextIOWrapper(file, encoding, newline="")
            heading = read_heading(lines, name)
            self._note_unknown(heading, scribe)
            for line, cells in rows_of(lines, heading, name):
                yield line, row_cells(cells, heading, line, scribe)

    def _note_unknown(self, heading: Heading, scribe: Scribe) -> None:
        for column in heading.unknown:
            scribe.at(heading.line)
            scribe.write(reasons.UNKNOWN_COLUMN, column, column, suggested(column))

    def _take(self, reader: RowReader, scribe: Scribe, line: int, cells: dict[str, str]) -> None:
        """Read one row into the store, with lines in the ledger for what does not fit the rows before."""
        told = reader.read(line, cells) if cells else None
        if cells and reader.doubtful is not None and cells["child"]:
            self._store.doubt(cells["child"], reader.doubtful)
        if told is None:
            return
        entry = told.entry
        if not self._store.is_new(entry.id):
            scribe.write(reasons.SAME_ID, "id", entry.id)
            entry = replace(entry, id=f"{entry.id} (line {line})")
            self._store.is_new(entry.id)
        for column in self._store.add(replace(told, entry=entry)):
            scribe.write(reasons.TWO_WORDS, column, cells[column])
        if target := entry.corrects or entry.withdraws:
            self._store.aim(target, entry.child, line)
        self._met.meet(entry)
        self._kept += 1
        self._has_families = self._has_families or bool(told.family)
        self._last = max(self._last, entry.happened.latest, entry.told)

    def _look_for_targets(self, scribe: Scribe) -> None:
        """Note the corrections and withdrawals of rows that are not in the table."""
        for target, child, line in self._store.astray():
            scribe.at(line, child)
            scribe.write(reasons.STRAY_TARGET, "corrects", target)

    def _people(self, children: tuple[StoredChild, ...], entries: tuple[Entry, ...]) -> dict[str, Person]:
        """The family's children, and everybody else whom its entries name, who are taken for adults."""
        people = {
            child.child: Person(child.child, born=child.born, area=child.area or self._area)
            for child in children
        }
        for entry in entries:
            for field in PERSON_FIELDS[entry.kind]:
                name = entry.facts.get(field)
                if isinstance(name, str) and name not in people:
                    people[name] = Person(name, adult=not self._store.has_child(name))
        return people


def _first_remedy(ledger: Ledger) -> str:
    """What the first line of the ledger says to do, and where."""
    first = next(iter(ledger), None)
    return (
        f"The first: {first.place}: {first.reason}. {first.remedy}"
        if first
        else "Put events under its heading"
    )
