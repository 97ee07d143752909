"""The ledger of what a source sent and we could not take as it stood, line by line with reasons."""

import csv
import json
import weakref
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Any, Self, TextIO

from heeded.adapters.exchange.visible import cell, visible

KEPT_IN_MEMORY = 4_000_000
"""Bytes of lines held in memory; beyond it they go to a private temporary file, removed on close."""


class Fate(StrEnum):
    """What became of the value that a line is about."""

    SET_ASIDE = "set aside"
    """It was not taken over. What it belonged to was, and says that this part was set aside."""
    KEPT = "kept"
    """It was taken over, or was not there at all; a person should look at it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a source: the file, the line (from 1), which record (from 1), whose, and which element."""

    file: str
    line: int | None = None
    record: int | None = None
    identity: str = ""
    element: str = ""

    def __post_init__(self) -> None:
        """Make every text that came from outside safe to show."""
        object.__setattr__(self, "file", visible(self.file, 300))
        object.__setattr__(self, "identity", visible(self.identity))
        object.__setattr__(self, "element", visible(self.element))

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        record = f"record {self.record}" if self.record else ""
        whose = f"{record} ({self.identity})" if record and self.identity else record or self.identity
        return ", ".join(part for part in (self.file, line, whose, self.element) if part)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One line of the ledger.

    `what` names the part in plain words, `value` is what the source wrote (shortened, control
    characters spelled out), `reason` is one of a small fixed set (lines are counted by it), and
    `remedy` says what the source can do.
    """

    place: Place
    what: str
    value: str
    reason: str
    remedy: str
    fate: Fate = Fate.SET_ASIDE

    def __post_init__(self) -> None:
        """Make the source's value safe to show."""
        object.__setattr__(self, "value", visible(self.value))


COLUMNS = ("file", "line", "record", "identity", "element", "what", "value", "reason", "remedy", "fate")
"""The columns of the ledger in a CSV file, and the names of its parts in JSON."""


class Ledger:
    """Every refusal of a reading, in order: none is dropped, and all are counted by reason.

    Memory stays within about `kept_in_memory` bytes, however many lines there are. Close it, or use
    it in a `with`; then its lines are gone and only the counts remain.
    """

    def __init__(self, kept_in_memory: int = KEPT_IN_MEMORY) -> None:
        self._counts: Counter[tuple[Fate, str]] = Counter()
        self._lines = SpooledTemporaryFile(max_size=kept_in_memory)  # noqa: SIM115 - closed by close()
        self._at_end = True
        self._finalizer = weakref.finalize(self, self._lines.close)

    def add(self, refusal: Refusal) -> None:
        """Write a line."""
        if not self._at_end:
            self._lines.seek(0, 2)
            self._at_end = True
        self._lines.write(json.dumps(_row(refusal)).encode("ascii") + b"\n")
        self._counts[refusal.fate, refusal.reason] += 1

    def __len__(self) -> int:
        return self._counts.total()

    def __iter__(self) -> Iterator[Refusal]:
        """Yield the lines in the order in which they were written."""
        place = 0
        while True:
            self._at_end = False
            self._lines.seek(place)
            line = self._lines.readline()
            if not line:
                return
            place = self._lines.tell()
            yield _refusal(json.loads(line))

    def count(self, fate: Fate) -> int:
        """How many lines tell of values that were set aside, or kept."""
        return sum(count for (its_fate, _), count in self._counts.items() if its_fate is fate)

    def by_reason(self, fate: Fate | None = None) -> dict[str, int]:
        """How many lines there are for each reason, the most frequent first; of one fate, or of both."""
        chosen: Counter[str] = Counter()
        for (its_fate, reason), count in self._counts.items():
            if fate is None or its_fate is fate:
                chosen[reason] += count
        return dict(sorted(chosen.items(), key=lambda pair: (-pair[1], pair[0])))

    def set_aside(self) -> dict[str, int]:
        """How many values were not taken over, by reason, the most frequent first."""
        return self.by_reason(Fate.SET_ASIDE)

    def noted(self) -> dict[str, int]:
        """How many values were taken over and should be looked at, by reason, the most frequent first."""
        return self.by_reason(Fate.KEPT)

    def write_csv(self, out: TextIO, *, heading: bool = True) -> None:
        """Write every line as a row of CSV, under a heading; no cell can run in a spreadsheet."""
        table = csv.writer(out, lineterminator="\n")
        if heading:
            table.writerow(COLUMNS)
        for refusal in self:
            table.writerow([cell(part) if isinstance(part, str) else part for part in _row(refusal)])

    def write_json(self, out: TextIO) -> None:
        """Write every line as an object of one JSON array, a line of text for each."""
        out.write("[")
        for number, refusal in enumerate(self):
            out.write(",\n" if number else "\n")
            json.dump(dict(zip(COLUMNS, _row(refusal), strict=True)), out, ensure_ascii=False)
        out.write("\n]\n")

    def close(self) -> None:
        """Let go of the lines and of the file that may hold them."""
        self._finalizer()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _row(refusal: Refusal) -> tuple[str | int | None, ...]:
    """The parts of a line in the order of COLUMNS."""
    place = refusal.place
    where = (place.file, place.line, place.record, place.identity, place.element)
    return (*where, refusal.what, refusal.value, refusal.reason, refusal.remedy, refusal.fate.value)


def _refusal(row: list[Any]) -> Refusal:
    """The line that a row was made from."""
    *where, what, value, reason, remedy, fate = row
    return Refusal(Place(*where), what, value, reason, remedy, Fate(fate))
