"""One row of an event table read into an entry; what cannot be read goes to the ledger, cell by cell."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from heeded.adapters.exchange.events_table import reasons
from heeded.adapters.exchange.events_table.roll import Roll
from heeded.adapters.exchange.events_table.scribe import Scribe
from heeded.adapters.exchange.events_table.times import read_day, read_time
from heeded.adapters.exchange.reason import Reason
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.vocabulary import DRAWN, KINDS, FieldType, Kind, never_told
from heeded.core.chronology.when import When
from heeded.core.procedures.examples.details import read_facts, read_keys
from heeded.core.procedures.examples.table import Row
from heeded.core.procedures.mistake import Refused, nearest
from heeded.core.procedures.text.line import Line

T = TypeVar("T")

EVERYTHING = ""
"""What is in doubt of a child of whom a row tells something that cannot be read at all."""
_REMEMBERED, _SHORT = 20_000, 200
"""How many cells are remembered that were read whole, and how long they may be."""
_KNOWER = re.compile(r"(?P<agency>.*?[^\d\s/.:-])(?:\s+(?P<time>\d.*))?")


@dataclass(frozen=True, slots=True)
class Told:
    """What one row tells: an entry, and what it says of the child itself."""

    entry: Entry
    family: str
    born: date | None
    area: str


class RowReader:
    """Reads rows into what they tell.

    `until` is the last second up to which the table is judged, None if nobody said. `doubtful` says of
    the row read last what happened to its child but could not be read: a kind of event, or everything.
    """

    def __init__(self, scribe: Scribe, roll: Roll, until: int | None) -> None:
        self._scribe = scribe
        self._roll = roll
        self._until = until
        self._line = 0
        self._cells: dict[str, str] = {}
        self._read_before: dict[tuple[str, str], dict[str, Fact]] = {}
        self.doubtful: str | None = None

    def read(self, line: int, cells: dict[str, str]) -> Told | None:
        """What a row tells; None, and a line in the ledger, where it does not say who, what or when."""
        self._line, self._cells, self.doubtful = line, cells, None
        self._scribe.at(line, cells.get("child", ""))
        child, kind, when = self._cell("child"), self._kind(), self._when()
        if not child:
            self._scribe.write(reasons.NO_CHILD, "child", "")
        if not (child and kind and when and self._told_where_needed()):
            self.doubtful = kind.name if kind else EVERYTHING
            return None
        if self._too_late(when):
            return None
        entry = self._entry(child, kind, when)
        return Told(entry, self._cell("family"), self._each_day("born", reasons.NO_BIRTH), self._cell("area"))

    def _entry(self, child: str, kind: Kind, when: When) -> Entry:
        told = self._told(when)
        facts = self._facts(kind, child)
        role = facts.pop("role", None)
        named = ", ".join(sorted(role)) if isinstance(role, frozenset) else ""
        who = self._cell("who")
        return Entry(
            id=self._cell("id") or f"line {self._line}",
            kind=kind.name,
            child=child,
            happened=when,
            told=told,
            source=Source(
                self._agency(who, self._cell("sector")) if who else "", role=self._cell("role") or named
            ),
            known=self._known(told),
            keys=self._keys(kind),
            facts=facts,
            corrects=self._cell("corrects") or None,
            withdraws=self._cell("withdraws") or None,
        )

    def _cell(self, column: str) -> str:
        return self._cells.get(column, "")

    def _kind(self) -> Kind | None:
        written = self._cell("what")
        name = " ".join(written.lower().split())
        if name not in KINDS:
            near = never_told(name) if name in DRAWN else nearest(written, KINDS).strip()
            hint = near or reasons.NO_KIND.remedy
            self._scribe.write(reasons.NO_KIND, "what", written, hint.rstrip("."))
            return None
        return KINDS[name]

    def _when(self) -> When | None:
        return self._time("when", self._cell("when"), reasons.NO_TIME)

    def _too_late(self, when: When) -> bool:
        late = self._until is not None and when.earliest > self._until
        if late:
            self._scribe.write(reasons.TOO_LATE, "when", self._cell("when"))
        return late

    def _time(self, column: str, text: str, reason: Reason) -> When | None:
        try:
            when, midnight = read_time(text)
        except ValueError as wrong:
            self._scribe.write(reason, column, text, str(wrong))
            return None
        if midnight:
            self._scribe.once(reasons.MIDNIGHT, column, column, text)
        return when

    def _told_where_needed(self) -> bool:
        """A row that puts another right must say when it did, or nobody knows what held until then."""
        if (self._cell("corrects") or self._cell("withdraws")) and not self._cell("told"):
            self._scribe.write(reasons.UNTOLD, "told", "")
            return False
        return True

    def _told(self, happened: When) -> int:
        """When the source wrote it; left out or unreadable: by the end of when it happened."""
        text = self._cell("told")
        told = self._time("told", text, reasons.NO_TOLD) if text else None
        if told and self._until is not None and told.latest > self._until:
            self._scribe.write(reasons.TOLD_LATER, "told", text)
        return told.latest if told else happened.latest

    def _each_day(self, column: str, reason: Reason) -> date | None:
        text = self._cell(column)
        try:
            return read_day(text) if text else None
        except ValueError as wrong:
            self._scribe.write(reason, column, text, str(wrong))
            return None

    def _agency(self, name: str, sector: str = "") -> str:
        agency = self._roll.agency_of(name, sector)
        if not self._roll.agencies[agency].sector:
            self._scribe.once(reasons.NO_SECTOR, agency, "who", name)
        return agency

    def _known(self, told: int) -> dict[str, int]:
        """When other agencies came to know, from "police 2024-03-13; school": left out, when it was told."""
        known = {}
        for part in _parts(self._cell("known to"), ";"):
            found = _KNOWER.fullmatch(part)
            time = found and found["time"]
            when = self._time("known to", time, reasons.NO_KNOWER) if time else None
            if found is None or (time and when is None):
                if found is None:
                    self._scribe.write(reasons.NO_KNOWER, "known to", part)
                continue
            known[self._agency(found["agency"].strip())] = when.latest if when else told
        return known

    def _facts(self, kind: Kind, child: str) -> dict[str, Fact]:
        """What the cells "details", "person" and "household" say."""
        facts = self._details(kind)
        self._add(facts, kind, "person", "person", FieldType.PERSON)
        self._add(facts, kind, "household", "household", FieldType.TEXT)
        if kind.name in ("household joined", "household left"):
            facts.setdefault("person", child)
        return facts

    def _details(self, kind: Kind) -> dict[str, Fact]:
        """What the cell "details" says; cells that were read whole before are not read again."""
        written = self._cell("details")
        if (known := self._read_before.get((kind.name, written))) is not None:
            return dict(known)
        facts: dict[str, Fact] = {}
        doubtful = self.doubtful
        for part in _parts(written, ";"):
            one = self._attempt("details", part, lambda row: read_facts(row, kind, self._roll))
            if one and not facts.keys().isdisjoint(one):
                self._scribe.write(reasons.NO_FIELD, "details", part, "Keep one of the two")
                self.doubtful = kind.name
            elif one:
                facts.update(one)
        if self.doubtful == doubtful and len(written) < _SHORT and len(self._read_before) < _REMEMBERED:
            self._read_before[kind.name, written] = dict(facts)
        return facts

    def _add(self, facts: dict[str, Fact], kind: Kind, column: str, field: str, type_: FieldType) -> None:
        """Put the cell of a column of its own where the kind has a field for it."""
        written = self._cell(column)
        if not written:
            return
        found = kind.field(field)
        if found is None or found.type is not type_ or field in facts:
            self._scribe.write(reasons.NO_PLACE, column, written)
        else:
            facts[field] = written

    def _keys(self, kind: Kind) -> dict[str, str]:
        keys: dict[str, str] = {}
        for part in _parts(self._cell("which"), ",;"):
            keys |= self._attempt("which", part, lambda row: read_keys(row, kind)) or {}
        return keys

    def _attempt(self, column: str, part: str, read: Callable[[Row], T]) -> T | None:
        """One part of a cell, read as the handbook's examples are; a line in the ledger if it cannot be."""
        try:
            return read(Row(Line("", self._line, part), {column: part}))
        except Refused as refused:
            mistake = refused.mistake
            reason = reasons.NO_FIELD if column == "details" else reasons.NO_KEY
            self._scribe.write(reason, column, part, f"{mistake.what} {mistake.remedy}".rstrip(" ."))
            self.doubtful = self._cell("what").lower()
            return None


def _parts(text: str, marks: str) -> Iterator[str]:
    return (part.strip() for part in re.split(f"[{marks}\n]", text) if part.strip())
