"""What casework asks of files: sources of chronologies, ledgers, findings written out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TextIO

from heeded.core.chronology.chronology import Chronology
from heeded.core.effectiveness.audited import Audited, Line
from heeded.core.effectiveness.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What somebody says of a file beyond what it says itself; left out: the file's own word, or none.

    It is judged as at the end of the day `as_of`, and tells of everything since the day `since`.
    `carries` names the kinds of event that an event table would have told of. `area` is where
    children live of whom nothing else is said.
    """

    as_of: date | None = None
    since: date | None = None
    carries: tuple[str, ...] = ()
    area: str = ""


class Refusals(Protocol):
    """The ledger of a source: everything in it that could not be taken as it stood."""

    def set_aside(self) -> Mapping[str, int]:
        """How many values were not taken over, by reason, the most frequent first."""

    def noted(self) -> Mapping[str, int]:
        """How many values were taken over and should be looked at, by reason."""

    def write_csv(self, out: TextIO, *, heading: bool = True) -> None:
        """Write every line as a row of CSV, under a heading."""


class Families(Protocol):
    """A source of chronologies: a file, opened, whose families can be read once."""

    @property
    def origin(self) -> Origin:
        """What is known of the source before its first family is read."""

    @property
    def ledger(self) -> Refusals:
        """What could not be taken as it stood; complete once every family has been read."""

    @property
    def cut_short(self) -> str:
        """Why and where it breaks off before its end, in a sentence; empty where it does not."""

    @property
    def progress(self) -> tuple[int, int]:
        """How much of the source has been read, and how much there is, in bytes."""

    def families(self) -> Iterator[Chronology]:
        """Each family, once."""

    def close(self) -> None:
        """Let go of the file and of the ledger's lines."""


class FindingsFile(Protocol):
    """Where findings are written, a line a finding, as they are made."""

    def write(self, line: Line) -> None:
        """Write one line."""


__all__ = ["Audited", "Families", "FindingsFile", "Line", "Refusals", "Terms"]
