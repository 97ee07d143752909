"""A folder of the Standard Safeguarding Dataset as a source of chronologies, a child a family."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from heeded.adapters.exchange.events_table.carries import carried_of
from heeded.adapters.exchange.events_table.row import EVERYTHING, Told
from heeded.adapters.exchange.events_table.store import Store
from heeded.adapters.exchange.events_table.times import read_day
from heeded.adapters.exchange.ledger import Ledger
from heeded.adapters.exchange.reason import Reason
from heeded.adapters.exchange.ssd import reasons
from heeded.adapters.exchange.ssd.beside import Beside
from heeded.adapters.exchange.ssd.carried import LAST_DAY, LIMITS, SOURCE, WINDOW, YEARS, Met
from heeded.adapters.exchange.ssd.layout import FACTOR_ROWS, FACTORS, PERSONS, TABLES, Table
from heeded.adapters.exchange.ssd.row import RowReader, Scribe
from heeded.adapters.exchange.ssd.tables import TableFile, tables_in
from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.casework.ports import Terms
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person, Source
from heeded.core.chronology.when import end_of_day, local, start_of_day
from heeded.core.effectiveness.origin import Origin
from heeded.core.effectiveness.reach import Reach
from heeded.core.procedures.deadline import months_after

NO_TERMS = Terms()
COUNCIL = Agency(id="the council", name="the council", sector="children's social care")
UNUSED = "What --carries says was not used: what a dataset carries is known from its tables."


class SsdSource:
    """A folder of tables, read whole on opening, row by row, in memory that does not grow.

    Where the terms do not say up to which day it is judged, that is the last day in it; a day after the
    files were written is set aside. Close it, or use it in a `with`. What could not be read stands in
    `ledger`. UnreadableFile where the folder holds no such table, or one that cannot be read.
    """

    def __init__(self, folder: Path, terms: Terms = NO_TERMS, name: str = "") -> None:
        self.ledger = Ledger()
        self._store = Store()
        self._beside = Beside()
        self._met = Met()
        self._scribe = Scribe(self.ledger)
        self._area = terms.area
        self._latest = self._judged = self._kept = 0
        called = name or folder.name
        try:
            self._read(tables_in(folder, called), terms.as_of)
            self._refuse_empty(called)
        except BaseException:
            self.close()
            raise
        self.origin = self._origin(called, terms)

    def _refuse_empty(self, name: str) -> None:
        if not self._kept:
            raise UnreadableFile(
                "no event in it can be read", name, "Check whether the right tables are there"
            )

    def _origin(self, name: str, terms: Terms) -> Origin:
        last = terms.as_of or local(self._latest).date()
        since = start_of_day(terms.since or months_after(last, -12 * YEARS) + timedelta(days=1))
        self._carriages = (self._met.carriage(since, end_of_day(last)),)
        unsaid = (
            *((WINDOW,) if terms.since is None else ()),
            *((LAST_DAY,) if terms.as_of is None else ()),
            *((UNUSED,) if terms.carries else ()),
        )
        return Origin(
            name=name,
            form=SOURCE,
            sender="",
            until=end_of_day(last),
            since=since,
            reach=Reach(self._carriages, self._met.tied()),
            limits=(*LIMITS, *unsaid),
        )

    @property
    def cut_short(self) -> str:
        """Nothing: a table that breaks off within a row is refused, and no other can be told."""
        return ""

    @property
    def progress(self) -> tuple[int, int]:
        """How many events have been handed over, and how many there are."""
        return self._judged, self._kept

    def families(self) -> Iterator[Chronology]:
        """Each child of whom something is told, by id."""
        for name, children in self._store.families():
            (child,) = children
            self._judged += len(child.entries)
            person = Person(id=child.child, born=self._born(child.child), area=self._area)
            yield Chronology(
                family=name,
                entries=child.entries,
                people={child.child: person},
                agencies={COUNCIL.id: COUNCIL},
                carriages=carried_of(children, self._carriages),
            )

    def close(self) -> None:
        """Let go of the rows and of the ledger's lines."""
        self._store.close()
        self._beside.close()
        self.ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, files: Mapping[str, Path], as_of: date | None) -> None:
        """Read every table into the store; first what others lean on."""
        last = end_of_day(as_of or max(map(_written, files.values())))
        if FACTOR_ROWS in files:
            for _, cells in self._rows(files[FACTOR_ROWS]):
                self._beside.factor(cells.get("cinf_assessment_id", ""), cells.get(FACTORS, ""))
        for table in TABLES:
            if table.name in files:
                self._read_table(table, files[table.name], last)
            else:
                self._about(table.name, reasons.NO_TABLE)

    def _read_table(self, table: Table, path: Path, last: int) -> None:
        reader = RowReader(table, self._scribe, Source(COUNCIL.id), last)
        rows = 0
        for line, cells in self._rows(path, table):
            rows += 1
            self._take(table, reader, line, cells)
        if not rows:
            self._about(path.name, reasons.NO_ROWS)

    def _rows(self, path: Path, table: Table | None = None) -> Iterator[tuple[int, Mapping[str, str]]]:
        """The rows of a file, after noting what it lacks."""
        file = TableFile(path)
        if file.not_utf8:
            self._about(path.name, reasons.NOT_UTF8)
        for column in table.columns if table else ():
            if column not in file.columns:
                self._about(path.name, reasons.NO_COLUMN, column)
        for number, (line, cells) in enumerate(file):
            if table and not number:
                self._met.table(table, file.columns)
            self._scribe.file, self._scribe.line, self._scribe.person = path.name, line, ""
            yield line, cells

    def _about(self, file: str, reason: Reason, column: str = "") -> None:
        self._scribe.file, self._scribe.line, self._scribe.person = file, None, ""
        self._scribe.write(reason, column)

    def _take(self, table: Table, reader: RowReader, line: int, cells: Mapping[str, str]) -> None:
        """Read one row into the store, once however often it stands there."""
        person = self._scribe.person = cells.get(table.person, "")
        if not person:
            self._scribe.write(reasons.NO_PERSON, table.person)
            return
        if not self._store.is_new(f"{table.name} {sorted(cells.items())}"):
            self._scribe.write(reasons.TWICE, "", cells.get(table.id, ""))
            return
        if table.name == PERSONS:
            self._beside.person(person, self._birth(cells))
        elif not self._is_person(person):
            self._scribe.write(reasons.UNKNOWN_PERSON, table.person, person)
            self._beside.person(person, None)
        if table.name == "ssd_cin_assessments":
            cells = {**cells, FACTORS: self._beside.factors(cells.get(table.id, ""))}
        for entry in reader.read(cells):
            self._keep(entry, line)
        for kind in reader.doubtful:
            self._store.doubt(person, kind or EVERYTHING)

    def _keep(self, entry: Entry, line: int) -> None:
        kept = entry
        if not self._store.is_new(entry.id):
            self._scribe.write(reasons.SAME_ID, "", entry.id)
            kept = replace(entry, id=f"{entry.id} (line {line})")
            self._store.is_new(kept.id)
        self._store.add(Told(kept, "", None, ""))
        self._met.meet(kept)
        self._kept += 1
        self._latest = max(self._latest, kept.happened.latest)

    def _birth(self, cells: Mapping[str, str]) -> date | None:
        """The date of birth, or the one expected; a line in the ledger where it cannot be read."""
        column = "pers_dob" if cells.get("pers_dob") else "pers_expected_dob"
        written = cells.get(column, "")
        try:
            return read_day(written) if written else None
        except ValueError as wrong:
            self._scribe.write(reasons.NO_DATE, column, written, str(wrong))
            return None

    def _is_person(self, person: str) -> bool:
        try:
            self._beside.born(person)
        except KeyError:
            return False
        return True

    def _born(self, person: str) -> date | None:
        return self._beside.born(person)


def _written(path: Path) -> date:
    """The day on which a file was last written: it cannot tell of what happened later."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
