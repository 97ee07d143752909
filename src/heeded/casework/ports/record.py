"""The record: families held under lock while something is written, and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from heeded.casework.ports.desks import Card
from heeded.casework.ports.duties import Owed
from heeded.casework.ports.notices import Notice
from heeded.casework.ports.resembling import Resembling
from heeded.core.access.actor import Actor
from heeded.core.access.guard import ShieldedPlace
from heeded.core.access.standing import Shown
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, written_by_practitioner, written_by_system
from heeded.core.chronology.report import Report


class Nobody(LookupError):  # noqa: N818 - named for what is the case
    """The record holds nobody by that id."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: an agency, through a practitioner or a system, by the id of the account that they used.

    `through` is the credential of the system by which it came; empty for a practitioner who signed in. A
    system that speaks for a practitioner has that one's id; one that speaks for itself has its own.
    """

    agency: str
    id: str
    name: str = ""
    role: str = ""
    through: str = ""

    @property
    def writer(self) -> str:
        """The account, as an entry names it."""
        if self.through and self.through == self.id:
            return written_by_system(self.through)
        return written_by_practitioner(self.id, self.through)


@dataclass(frozen=True, slots=True)
class Held:
    """One family as the record holds it, under lock: its chronology, and what was owed when last judged."""

    chronology: Chronology
    owed: tuple[Owed, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry that was taken in: its place in the log, its leaf, and when (seconds UTC)."""

    entry: str
    index: int
    leaf: bytes
    at: int


@dataclass(frozen=True, slots=True)
class Place:
    """What a report's own names are in the record: its people as subjects, its events as entries.

    `resembling` are the children of it who may be others in the record.
    """

    subjects: Mapping[str, str]
    events: Mapping[str, str]
    resembling: tuple[Resembling, ...] = ()


@dataclass(frozen=True, slots=True)
class Stood:
    """Of a child, as told: since when and until when a system of record is known to have said something.

    By that system's own clock (seconds UTC).
    """

    child: str
    since: int
    at: int


class Writing(Protocol):
    """One transaction: the families are locked, so nothing about them changes until it ends.

    It is all kept when the block ends well, and none of it where an exception leaves the block.
    """

    @property
    def now(self) -> int:
        """The moment of writing (seconds UTC): nothing in it was told later."""

    @property
    def agencies(self) -> Mapping[str, Agency]:
        """Every agency in the record, by id."""

    @property
    def families(self) -> Sequence[Held]:
        """Every family concerned, with everybody in it."""

    def shown(self, actor: Actor, child: str) -> Shown:
        """What ties an actor to a child of these families, as a look at the child would find it."""

    def shielded(self) -> Sequence[ShieldedPlace]:
        """The places of these families that no text may give away."""

    def as_held(self, entry: Entry) -> Entry:
        """An entry that was told, as a chronology holds it: with persons where it names subjects."""

    def held(self, entries: Iterable[str]) -> Mapping[str, Entry]:
        """Those of some entries, by id, that the record holds already, as they were told."""

    def places(self, entries: Iterable[str]) -> Sequence[Kept]:
        """The places in the log of some entries that the record holds."""

    def keep(self, entries: Sequence[Entry], flags: Mapping[str, str]) -> Sequence[Entry]:
        """Append entries as told: their child, and facts that name a person, are subjects.

        `flags` says by entry id what is odd about it. Gives them back as a chronology holds them:
        with the persons whom the links now say that those subjects are.
        """

    def pass_on(self, passed: Mapping[str, Mapping[str, int]], children: Mapping[str, str]) -> None:
        """Note that agencies were told of some entries, since when (seconds UTC), by agency.

        An entry that was addressed to them did it; `children` says by entry which person each is about.
        """

    def as_of(self, entries: Iterable[str]) -> Mapping[str, tuple[int, int]]:
        """Since when and until when systems of record are known to have said so (seconds UTC), by entry.

        Of those entries alone that such a system told.
        """

    def stood(self, said: Mapping[str, Stood]) -> None:
        """Note by entry what a system of record is known to have said; until when, only ever moves on."""

    def stand(self, held: Held, owed: Sequence[Owed]) -> None:
        """Let this be what is owed towards a family from now on."""

    def lay(self, held: Held, cards: Sequence[Card] | None) -> None:
        """Let these be what of a family lies on agencies' desks; None: nothing ever did."""

    def tell(self, notices: Iterable[Notice]) -> None:
        """Put notices in the outbox."""

    def wake(self, held: Held, at: int) -> None:
        """Have the family judged again at a moment (seconds UTC) though nothing is recorded."""

    def kept(self) -> Sequence[Kept]:
        """What was appended, in order; only once the block has ended well."""


class Record(Protocol):
    """The shared record."""

    def receiving(
        self, report: Report, author: Author, now: int, chosen: Iterable[str] = (), *, asks: bool = False
    ) -> AbstractContextManager[tuple[Writing, Place]]:
        """Find or make everybody whom a report describes, and hold their families while it is written.

        `chosen` are people of the record, by id, whom its events name by that id without describing
        them. With `asks`, who else in the record its children may be is noted. Nobody where there is no such
        person.
        """

    def writing(self, children: Sequence[str], author: Author, now: int) -> AbstractContextManager[Writing]:
        """Hold the families of some persons, by id, while something is written about them.

        Nobody where there is no such person.
        """

    def waking(self, wake: int, now: int) -> AbstractContextManager[Writing | None]:
        """Hold the family that a wake names, and have done with the wake; None where that was done before."""
