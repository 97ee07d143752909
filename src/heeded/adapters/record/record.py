"""The shared record in PostgreSQL: what casework's port asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from uuid import UUID

from heeded.adapters.record.agencies import agencies
from heeded.adapters.record.identity import Chosen, find, now_named
from heeded.adapters.record.identity.families import Ties, hold
from heeded.adapters.record.reading import Reading
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.room import Need, need_of
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import Transaction, opened
from heeded.adapters.record.writing import RecordWriting
from heeded.casework.ports import Author, Place, Writing
from heeded.core.chronology.report import Report, own


class PostgresRecord:
    """The record, under the keys of a deployment."""

    def __init__(self, naming: Naming, tokens: Tokens) -> None:
        self._naming = naming
        self._tokens = tokens

    @contextmanager
    def receiving(
        self, report: Report, author: Author, now: int, chosen: Iterable[str] = (), *, asks: bool = False
    ) -> Iterator[tuple[Writing, Place]]:
        """Find or make everybody whom a report describes or that were chosen, and hold their families."""
        need = need_of(event.kind for event in report.events)
        with opened(self._tokens, author.id, author.agency, need=need) as tx:
            found = find(
                tx, self._naming, report, ties(report), now, Chosen(author.id, tuple(chosen), asks=asks)
            )
            events = Events(self._naming, report.agency)
            told = [events.entry(event.ref) for event in report.events]
            with tx.at_once():
                tx.run_many("identity", "describe_person", found.shown)
                reading = Reading(tx, found.members, now, told)
            name = self._naming.report(report.agency, report.id)
            writing = self._writing(tx, author, now, reading, report=name)
            place = Place(
                subjects={ref: str(subject) for ref, subject in found.subjects.items()},
                events=events,
                resembling=found.resembling,
            )
            yield writing, place
            writing.append()

    @contextmanager
    def writing(self, children: Sequence[str], author: Author, now: int) -> Iterator[Writing]:
        """Hold the families of some persons while something is written about them."""
        with opened(self._tokens, author.id, author.agency, need=Need.ORDINARY) as tx:
            tx.enter(Scope.FIND)
            members = hold(tx, set(now_named(tx, children).values()))
            with tx.at_once():
                reading = Reading(tx, members, now)
            writing = self._writing(tx, author, now, reading)
            yield writing
            writing.append()

    @contextmanager
    def waking(self, wake: int, now: int) -> Iterator[Writing | None]:
        """Hold the family that a wake names, and have done with the wake; None where it is done already."""
        with opened(self._tokens, ITSELF, ITSELF, need=Need.OWN) as tx:
            tx.enter(Scope.WORK)
            families = tx.rows("work", "take_wake", wake)
            if not families:
                yield None
                return
            tx.enter(Scope.FIND)
            people = [row[0] for row in tx.rows("identity", "members", [family for (family,) in families])]
            members = hold(tx, people)
            with tx.at_once():
                reading = Reading(tx, members, now)
            writing = self._writing(tx, Author(ITSELF, ITSELF), now, reading)
            yield writing
            writing.append()

    def _writing(
        self,
        tx: Transaction,
        author: Author,
        now: int,
        reading: Reading,
        report: UUID | None = None,
    ) -> RecordWriting:
        families = reading.families.held(agencies())
        return RecordWriting(tx, self._naming, author, now, families, reading, report)


class Events(Mapping[str, str]):
    """The entry of every event that an agency might name: a name tells its entry, held or not."""

    def __init__(self, naming: Naming, agency: str) -> None:
        self._naming = naming
        self._agency = agency

    def __getitem__(self, ref: str) -> str:
        return str(self.entry(ref))

    def entry(self, ref: str) -> UUID:
        """The entry of an event, by its name."""
        return self._naming.entry(self._agency, ref)

    def __iter__(self) -> Iterator[str]:
        raise TypeError("the names that an agency may give cannot be listed")

    def __len__(self) -> int:
        raise TypeError("the names that an agency may give cannot be counted")


def ties(report: Report) -> Ties:
    """Who belongs to one family by what a report says: whom one event names, and who shares a household."""
    together: list[frozenset[str]] = []
    households: list[tuple[str, str]] = []
    for event in report.events:
        together.append(event.names)
        for household in (event.keys.get("household"), event.facts.get("household")):
            if household:
                households += [(own(report.agency, str(household)), ref) for ref in sorted(event.names)]
    return Ties(tuple(dict.fromkeys(each for each in together if len(each) > 1)), tuple(households))
