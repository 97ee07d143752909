"""What awaits somebody: the worklist, notices, and the work of those for whom they cover."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from heeded.casework.ports.desks import Laid, Wanted
from heeded.casework.ports.duties import Owed
from heeded.casework.ports.notices import Why
from heeded.core.access.shield import Shield
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Person

Place = tuple[int, str]
"""A place in a list: a moment (seconds UTC) by which it is ordered, and an id."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """That somebody has read a line of the worklist: who, and when (seconds UTC)."""

    by: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A line of the worklist as it stands in the record: its id, what is owed, who has acknowledged it."""

    id: str
    family: str
    owed: Owed
    acknowledged: tuple[Acknowledged, ...] = ()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An entry, as told, of another household than the child's, and the name of the agency that told it."""

    entry: Entry
    agency: str


@dataclass(frozen=True, slots=True)
class Cited:
    """Entries, as told, by id: those whose record belongs with a child's, and those of other households."""

    near: Mapping[str, Entry] = field(default_factory=dict)
    elsewhere: Mapping[str, Elsewhere] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeHeld:
    """A notice as it stands in the record: delivered, read and acted upon are three different things."""

    id: str
    why: Why
    at: int
    agency: str
    practitioner: str = ""
    family: str = ""
    child: str = ""
    duty: str = ""
    delivered_at: int | None = None
    read_at: int | None = None
    acted_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Someone carries another's work from one moment until another (seconds UTC), as `by` put down."""

    absent: str
    cover: str
    agency: str
    since: int
    until: int
    by: str


class Listing(Protocol):
    """One transaction of reading what awaits somebody, without the households that they belong to."""

    def worklist(self, carried_by: Sequence[str] | None, after: Place | None, limit: int) -> Sequence[Listed]:
        """What the reader's agency owes, first due first; only what some practitioners carry, if given."""

    def cards(self, wanted: Wanted, after: Place | None, limit: int) -> Sequence[Laid]:
        """What lies on a desk of the reader's agency, in the order of its places."""

    def children(self, carried_by: Sequence[str] | None, limit: int) -> Sequence[str]:
        """The children towards whom the reader's agency owes something, by id, each once, first due first.

        Only those towards whom some practitioners carry it, if given.
        """

    def line(self, duty: str) -> Listed | None:
        """One line of the reader's agency's worklist; None where there is none for this reader."""

    def acknowledge(self, line: Listed) -> None:
        """Note that the reader has read a line."""

    def people(self, persons: Sequence[str]) -> Mapping[str, Person]:
        """Who the children of the lines just listed are."""

    def shields(self, persons: Sequence[str]) -> Sequence[Shield]:
        """What shields hold back of them."""

    def cited(self, persons: Sequence[str], entries: Iterable[str]) -> Mapping[str, Cited]:
        """For each of these children those of some entries that are about their family, as told."""

    def untied(self, persons: Sequence[str]) -> frozenset[str]:
        """Those of some persons to whom nothing ties the reader but what they wrote of them themselves."""

    def carried_for(self) -> Sequence[str]:
        """The reader, and those whose work the reader carries now."""

    def team(self) -> Sequence[str]:
        """The practitioners of the reader's teams in the reader's agency, by id."""

    def teams_of(self, practitioner: str) -> frozenset[str] | None:
        """The teams of a practitioner of the reader's agency; None where nobody of that id works there."""

    def covers(self) -> Sequence[Cover]:
        """Who carries whose work in the reader's agency, now or later."""

    def set_cover(self, cover: Cover) -> None:
        """Put down that someone carries another's work."""

    def notices(self, before: Place | None, limit: int, *, unread: bool) -> Sequence[NoticeHeld]:
        """Notices for the reader or for their whole agency, the latest first."""

    def mark_read(self, notices: Sequence[str]) -> int:
        """Put down that notices were read now, where they are the reader's; how many were not before."""
