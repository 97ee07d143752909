"""One row of a table read into entries; what cannot be read goes to the ledger, cell by cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from heeded.adapters.exchange.events_table.times import read_day, read_time
from heeded.adapters.exchange.ledger import Ledger, Place, Refusal
from heeded.adapters.exchange.reason import Reason
from heeded.adapters.exchange.ssd import reasons, values
from heeded.adapters.exchange.ssd.layout import Step, Table
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import When


@dataclass(slots=True)
class Scribe:
    """Writes lines about the row in hand."""

    ledger: Ledger
    file: str = ""
    line: int | None = None
    person: str = ""

    def write(self, reason: Reason, column: str, value: str = "", remedy: str = "") -> None:
        """Write a line about a cell, or about the table where no column is named."""
        place = Place(self.file, self.line, None, self.person, column)
        what = f"the cell “{column}”" if column and self.line else column or "the table"
        self.ledger.add(Refusal(place, what, value, reason.text, remedy or reason.remedy, reason.fate))


class RowReader:
    """Reads rows of one table. `last` is the last second of which it may tell.

    `doubtful` are the kinds of event of the row read last that happened and could not be read whole.
    """

    def __init__(self, table: Table, scribe: Scribe, source: Source, last: int) -> None:
        self._table = table
        self._scribe = scribe
        self._source = source
        self._last = last
        self.doubtful: set[str] = set()

    def read(self, cells: Mapping[str, str]) -> Iterator[Entry]:
        """The entries of a row whose person is known."""
        self.doubtful = set()
        if self._is_elsewhere(cells):
            return
        for step in self._table.steps:
            written = cells.get(step.date, "")
            when = self._when(step, written, cells) if written else None
            if when is None:
                continue
            yield Entry(
                id=f"{self._table.name}/{cells.get(self._table.id) or self._scribe.line}/{step.date}",
                kind=step.kind,
                child=self._scribe.person,
                happened=when,
                told=when.latest,
                source=self._source,
                keys=self._keys(step, cells),
                facts=self._facts(step, cells),
            )

    def _is_elsewhere(self, cells: Mapping[str, str]) -> bool:
        column = self._table.elsewhere
        written = cells.get(column, "") if column else ""
        if not written or written.lower() not in values.YES:
            return False
        self._scribe.write(reasons.ELSEWHERE, column, written)
        return True

    def _when(self, step: Step, written: str, cells: Mapping[str, str]) -> When | None:
        """When a step happened; None, and doubt, where that cannot be used. Later than `last` is no doubt."""
        try:
            when, _ = read_time(written)
        except ValueError as wrong:
            self._refuse(step, reasons.NO_DATE, written, str(wrong))
            return None
        if when.earliest > self._last:
            self._scribe.write(reasons.TOO_LATE, step.date, written)
            return None
        if step.after and _before(written, cells.get(step.after, "")):
            self._refuse(step, reasons.ENDS_FIRST, f"{written} (start {cells[step.after]})")
            return None
        return when

    def _keys(self, step: Step, cells: Mapping[str, str]) -> dict[str, str]:
        """What the event belongs to; doubt where that is left out: it may answer what seems unanswered."""
        keys = {key: cells[column] for key, column in step.keys.items() if cells.get(column)}
        for key in step.keys.keys() - keys.keys():
            column = step.keys[key]
            self._scribe.write(reasons.NOT_TIED, column, "", f"Fill in the id of its {key}")
            self.doubtful.add(step.kind)
        return keys

    def _facts(self, step: Step, cells: Mapping[str, str]) -> dict[str, Fact]:
        facts = dict(step.always)
        for name, (column, read) in step.facts.items():
            written = cells.get(column, "")
            try:
                fact = read(written) if written else None
            except ValueError:
                self._refuse(step, reasons.UNKNOWN_WORD, written, column=column)
                continue
            if fact is not None:
                facts[name] = fact
        return facts

    def _refuse(self, step: Step, reason: Reason, value: str, remedy: str = "", column: str = "") -> None:
        self._scribe.write(reason, column or step.date, value, remedy)
        self.doubtful.add(step.kind)


def _before(end: str, start: str) -> bool:
    """Whether an end lies on a day before its start; not, where the start cannot be read."""
    try:
        return bool(start) and read_day(end) < read_day(start)
    except ValueError:
        return False
