"""One transaction of writing: what casework asks for, as rows."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from heeded.adapters.record.agencies import agencies
from heeded.adapters.record.jobs import LOOKING
from heeded.adapters.record.log.growing import set_head
from heeded.adapters.record.looking.standing import standing
from heeded.adapters.record.reading import Reading, entries_of, places_of
from heeded.adapters.record.store.cards import card_rows
from heeded.adapters.record.store.families import duty_row
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.rows import AFTER_ALL, as_held, row_of
from heeded.adapters.record.store.shielding import places_of_sheltered
from heeded.adapters.record.store.token import Scope
from heeded.adapters.record.store.transaction import Transaction
from heeded.adapters.record.waiting.outbox import Putting
from heeded.casework.ports import Author, Held, Kept, Notice, Owed
from heeded.casework.ports.desks import Card
from heeded.casework.ports.record import Stood
from heeded.core.access import Actor
from heeded.core.access.guard import ShieldedPlace
from heeded.core.access.standing import Shown
from heeded.core.chronology.entry import UNPLACED, Entry
from heeded.core.chronology.people import Agency
from heeded.core.log.leaf import SALT, content, leaf_hash
from heeded.core.log.tree import Frontier


class RecordWriting:
    """The families that a transaction holds, and what it writes about them."""

    def __init__(
        self,
        tx: Transaction,
        naming: Naming,
        author: Author,
        now: int,
        families: Sequence[Held],
        read: Reading,
        report: UUID | None = None,
    ) -> None:
        self._tx = tx
        self._naming = naming
        self._author = author
        self._families = families
        self._people = read.people
        self._persons = read.families.persons
        self._sheltered = read.sheltered()
        self._told, self._entries, self._places = read.told, read.entries(), read.places()
        self._report = report
        self._kept: list[Kept] = []
        self._appended: list[tuple[bytes, tuple[object, ...]]] = []
        self._names: list[str] = []
        self._soon: list[tuple[str, str, list[tuple[object, ...]]]] = []
        self._notices: list[Notice] = []
        self.now = now

    @property
    def agencies(self) -> Mapping[str, Agency]:
        """Every agency in the record, by id."""
        return agencies()

    @property
    def families(self) -> Sequence[Held]:
        """Every family concerned."""
        return self._families

    def shown(self, actor: Actor, child: str) -> Shown:
        """What ties an actor to a child of these families, by the statements with which a look asks."""
        found = standing(self._tx, actor, child, self.now, counted=False).shown
        self._tx.enter(Scope.WRITE, self._people)
        connected = self._tx.rows("work", "connected", actor.id, self._people, self.now, self.now)
        return replace(found, connected=found.connected or bool(connected))

    def shielded(self) -> Sequence[ShieldedPlace]:
        """The places of these families that no text may give away."""
        return places_of_sheltered(self._tx, self._sheltered, self._people, Scope.WRITE)

    def as_held(self, entry: Entry) -> Entry:
        """An entry that was told, as a chronology holds it."""
        return as_held(entry, self._persons)

    def held(self, entries: Iterable[str]) -> Mapping[str, Entry]:
        """Those of some entries that the record holds already, as they were told."""
        wanted = list(entries)
        if self._told.issuperset(wanted):
            return {entry: self._entries[entry] for entry in wanted if entry in self._entries}
        return entries_of(self._tx.rows("log", "held", [UUID(entry) for entry in wanted]))

    def places(self, entries: Iterable[str]) -> Sequence[Kept]:
        """The places in the log of some entries that the record holds."""
        wanted = set(entries)
        if self._told.issuperset(wanted):
            return [place for entry, place in self._places.items() if entry in wanted]
        return places_of(self._tx.rows("log", "places", [UUID(entry) for entry in wanted]))

    def keep(self, entries: Sequence[Entry], flags: Mapping[str, str]) -> Sequence[Entry]:
        """Take entries in: a row and a salted leaf for each; their places in the log come last."""
        placed = [replace(entry, turn=self._turn(entry, place)) for place, entry in enumerate(entries)]
        for entry in placed:
            salt = secrets.token_bytes(SALT)
            leaf = leaf_hash(salt, content(entry, entry.child, self.now))
            odd = [flags[entry.id]] if entry.id in flags else []
            self._appended.append((leaf, (self.now, self._report, odd, salt, *row_of(entry))))
            self._names.append(entry.id)
        return tuple(as_held(entry, self._persons) for entry in placed)

    def _turn(self, entry: Entry, place: int) -> int:
        """The turn of what has no place in the log yet: after all that has one, in the order of keeping."""
        return AFTER_ALL + len(self._names) + place if entry.told == self.now else UNPLACED

    def append(self) -> None:
        """Write it all, and give what was kept its places in the log as the last thing of the transaction.

        Whoever appends holds the head of the log until they commit, so that places are in the order of
        commit: nobody should have to wait there while somebody else judges.
        """
        self._settle()
        if not self._appended:
            return
        ((size, hashes),) = self._tx.rows("log", "lock_head")
        hashed = [leaf for leaf, _ in self._appended]
        for index, (name, leaf) in enumerate(zip(self._names, hashed, strict=True), size):
            self._kept.append(Kept(name, index, leaf, self.now))
        frontier, nodes = Frontier(size, tuple(map(bytes, hashes))).grown(hashed)
        rows = [(size + place, *row) for place, (_, row) in enumerate(self._appended)]
        with self._tx.at_once():
            self._tx.run_many("log", "add_entry", rows)
            leaves = [(each.index, UUID(each.entry), self.now, each.leaf) for each in self._kept]
            self._tx.run_many("log", "add_leaf", leaves)
            self._tx.run_many("log", "add_node", nodes)
            set_head(self._tx, size, frontier, self.now)

    def pass_on(self, passed: Mapping[str, Mapping[str, int]], children: Mapping[str, str]) -> None:
        """Note that agencies were told of some entries by another that was addressed to them."""
        rows: list[tuple[object, ...]] = [
            (UUID(entry), UUID(children[entry]), agency, at)
            for entry, agencies in passed.items()
            for agency, at in agencies.items()
        ]
        self._soon.append(("families", "pass_on", rows))

    def as_of(self, entries: Iterable[str]) -> Mapping[str, tuple[int, int]]:
        """Since when and until when systems of record are known to have said so, by entry."""
        rows = self._tx.rows("families", "standing", [UUID(entry) for entry in entries])
        return {str(entry): (since, at) for entry, since, at in rows}

    def stood(self, said: Mapping[str, Stood]) -> None:
        """Note what a system of record is known to have said."""
        rows: list[tuple[object, ...]] = [
            (UUID(entry), UUID(each.child), each.since, each.at) for entry, each in said.items()
        ]
        self._soon.append(("families", "stood", rows))

    def stand(self, held: Held, owed: Sequence[Owed]) -> None:
        """Write the lines that are new or changed, and drop those that are owed no more."""
        people = [UUID(person) for person in held.chronology.people]
        family = UUID(held.chronology.family)
        before = {(self._duty(line), line.agency): line for line in held.owed}
        now = {(self._duty(line), line.agency): line for line in owed}
        gone = [key for key in before if key not in now]
        fresh = [(key, line) for key, line in now.items() if before.get(key) != line]
        moves = bool(held.owed) and len(people) > 1
        dropped = (people, [duty for duty, _ in gone], [agency for _, agency in gone])
        self._soon += [
            ("families", "drop_duties", [dropped] if gone else []),
            ("families", "put_duty", [duty_row(duty, line, family) for (duty, _), line in fresh]),
            ("families", "move_duties", [(family, people, family)] if moves else []),
            ("families", "wrote", [(people,)]),
            ("work", "woken", [(family, self.now)]),
        ]

    def lay(self, held: Held, cards: Sequence[Card] | None) -> None:
        """Lay a family's cards out anew."""
        if cards is None:
            return
        people = [UUID(person) for person in held.chronology.people]
        self._soon += [
            ("families", "clear_cards", [(people,)]),
            ("families", "put_card", list(card_rows(self._naming, held.chronology.family, cards))),
        ]

    def tell(self, notices: Iterable[Notice]) -> None:
        """Put notices in the outbox."""
        self._notices += notices

    def wake(self, held: Held, at: int) -> None:
        """Have the family judged again at a moment."""
        self._soon.append(("log", "add_wake", [(UUID(held.chronology.family), at, *LOOKING)]))

    def _settle(self) -> None:
        """Write what was to be written of duties, notices and wakes, in one exchange with the jobs."""
        with self._tx.at_once():
            for file, name, rows in self._soon:
                self._tx.run_many(file, name, rows)
            putting = Putting(self._tx, self._notices)
        putting.deliver()

    def kept(self) -> Sequence[Kept]:
        """What was appended, in order."""
        return self._kept

    def _duty(self, line: Owed) -> UUID:
        return self._naming.duty(*line.key)
