"""Who writes the ledger while an event table is read: knows the file, the row and the child in hand."""

from heeded.adapters.exchange.ledger import Ledger, Place, Refusal
from heeded.adapters.exchange.reason import Reason


class Scribe:
    """Writes lines about the row in hand."""

    def __init__(self, ledger: Ledger, file: str) -> None:
        self._ledger = ledger
        self._file = file
        self._line: int | None = None
        self._child = ""
        self._said: set[tuple[str, str]] = set()

    def at(self, line: int | None, child: str = "") -> None:
        """Take up the row that begins on a line."""
        self._line, self._child = line, child

    def write(self, reason: Reason, column: str, value: str, remedy: str = "") -> None:
        """Write a line about a cell of the row, or about the file."""
        place = Place(self._file, self._line, None, self._child, column)
        what = f"the cell “{column}”" if column else "the table"
        self._ledger.add(Refusal(place, what, value, reason.text, remedy or reason.remedy, reason.fate))

    def once(self, reason: Reason, about: str, column: str, value: str) -> None:
        """Write a line about a cell, unless one with this reason was written about the same before."""
        if (reason.text, about) not in self._said:
            self._said.add((reason.text, about))
            self.write(reason, column, value)
