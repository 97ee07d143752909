"""Loading: many reports taken into the record in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from heeded.casework.ports.desks import Card
from heeded.casework.ports.duties import Owed
from heeded.casework.ports.record import Author, Held, Place, Stood
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency
from heeded.core.chronology.report import Report


class Taking(Protocol):
    """What it takes to look at what comes in: the families concerned, as they stand, and their agencies."""

    @property
    def now(self) -> int:
        """The moment of writing (seconds UTC)."""

    @property
    def agencies(self) -> Mapping[str, Agency]:
        """Every agency in the record, by id."""

    @property
    def families(self) -> Sequence[Held]:
        """Every family concerned."""

    def as_held(self, entry: Entry) -> Entry:
        """An entry that was told, as a chronology holds it: with persons where it names subjects."""

    def held(self, entries: Iterable[str]) -> Mapping[str, Entry]:
        """Those of some entries, by id, that the record holds already, as they were told."""

    def pass_on(self, passed: Mapping[str, Mapping[str, int]], children: Mapping[str, str]) -> None:
        """Note that agencies were told of some entries, since when (seconds UTC), by agency."""

    def as_of(self, entries: Iterable[str]) -> Mapping[str, tuple[int, int]]:
        """Since when and until when systems of record are known to have said so (seconds UTC), by entry.

        Of those entries alone that such a system told.
        """

    def stood(self, said: Mapping[str, Stood]) -> None:
        """Note by entry what a system of record is known to have said; until when, only ever moves on."""


class Part(Taking, Protocol):
    """One report of a load, with the families that it is about as they stand after those before it."""

    @property
    def report(self) -> Report:
        """The report."""

    @property
    def place(self) -> Place:
        """What its names are in the record."""

    def keep(self, entries: Sequence[Entry], flags: Mapping[str, str]) -> Sequence[Entry]:
        """Append entries as told, each with what is odd about it; gives them back as they are held."""

    def let(self, held: Held) -> None:
        """Let this be how one of its families stands by now."""


class Loading(Protocol):
    """One transaction of a load: everybody in its families is locked; all of it is kept, or nothing."""

    @property
    def families(self) -> Sequence[Held]:
        """Every family concerned, as it stands by now."""

    def parts(self) -> Iterator[Part]:
        """The reports, in order."""

    def stand(self, held: Held, owed: Sequence[Owed]) -> None:
        """Let this be what is owed towards a family from now on."""

    def lay(self, held: Held, cards: Sequence[Card] | None) -> None:
        """Let these be what of a family lies on agencies' desks; None: nothing ever did."""

    def wake(self, held: Held, at: int) -> None:
        """Have the family judged again at a moment (seconds UTC) though nothing is recorded."""


class Guarded(Exception):  # noqa: N818 - named for what is the case
    """A shield or a seal stands for somebody whom a batch concerns: each report is looked at singly."""


class Bulk(Protocol):
    """The shared record, as loads fill it."""

    def loading(
        self, reports: Sequence[Report], author: Author, now: int, digest: bytes
    ) -> AbstractContextManager[Loading | None]:
        """Hold everybody in a batch of reports while it is written.

        None where the batch of that digest (32 bytes) is in the record already. Guarded where a shield
        or a seal stands for somebody in it: then its reports must be received one by one.
        """
