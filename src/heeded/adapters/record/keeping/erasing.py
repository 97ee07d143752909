"""One transaction of erasing: entries, their salts, and whatever repeats them; the leaves stay."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID, uuid4

from heeded.adapters.record.keeping.leavings import Leavings, clear
from heeded.adapters.record.keeping.rows import ENTRY
from heeded.adapters.record.store.rows import entry_of
from heeded.adapters.record.store.transaction import Transaction
from heeded.casework.ports.keeping import Gone, Own, Reviewed
from heeded.core.access.retention import Hold
from heeded.core.chronology.entry import Entry
from heeded.core.log.erasure import Erasure
from heeded.core.log.leaf import SALT, leaf_hash
from heeded.core.log.tree import Frontier


class PostgresErasing:
    """The family under lock, and the head of the log: meanwhile nothing is told of it and no hold placed."""

    def __init__(
        self,
        tx: Transaction,
        reviewed: Reviewed | None,
        own: Own | None,
        holds: Sequence[Hold],
        members: Mapping[UUID, UUID],
        head: tuple[int, tuple[bytes, ...]],
        now: int,
    ) -> None:
        self._tx = tx
        self._members = members
        self._head = head
        self._now = now
        self.reviewed = reviewed
        self.own = own
        self.holds = holds

    def erase(self, entries: Iterable[str], ground: str, by: str) -> Gone:
        """Destroy the content and salts of these entries and whatever repeats them; seal that it was done.

        ValueError where there is nothing to erase, or an entry is not the agency's own.
        """
        erased, left = self._parted(frozenset(entries))
        places = [place for place, _ in erased]
        self._tx.run("erasing", "mark", self._now, ground, places)
        if self._tx.run("erasing", "entries", places) != len(places):
            raise ValueError("an entry to be erased is not the agency's own: nothing was erased")
        index = self._seal(Erasure(leaves=tuple(places), ground=ground, by=by, at=self._now))
        leavings = clear(self._tx, list(self._members), [entry for _, entry in erased], left)
        if self.reviewed:
            self._tx.run("keeping", "done", self._tx.actor, self._now, UUID(self.reviewed.id))
        return _gone(places, index, self._wake(), leavings)

    def _parted(self, wanted: frozenset[str]) -> tuple[list[tuple[int, Entry]], list[Entry]]:
        """What is to go, with its places, and what anybody told of the family that stays."""
        subjects = [row[0] for row in self._tx.rows("erasing", "family_subjects", list(self._members))]
        placed = [
            (row[ENTRY], entry_of(row[:ENTRY]))
            for row in self._tx.rows("erasing", "family_entries", subjects)
        ]
        erased = [(place, entry) for place, entry in placed if entry.id in wanted]
        if not erased or len(erased) != len(wanted):
            raise ValueError("an entry to be erased is not in this family's record: nothing was erased")
        return erased, [entry for _, entry in placed if entry.id not in wanted]

    def _seal(self, erasure: Erasure) -> int:
        """Append the erasure's own leaf; its place."""
        size, hashes = self._head
        salt, identity = secrets.token_bytes(SALT), uuid4()
        leaf = leaf_hash(salt, erasure.content)
        frontier, nodes = Frontier(size, hashes).grown([leaf])
        self._tx.run("erasing", "add_leaf", size, identity, erasure.at, leaf)
        values = (erasure.at, erasure.by, erasure.ground, list(erasure.leaves), salt)
        self._tx.run("erasing", "add_erasure", size, identity, *values)
        self._tx.run_many("log", "add_node", nodes)
        self._tx.run("log", "set_head", frontier.size, list(frontier.hashes))
        return size

    def _wake(self) -> int:
        """Have the family judged again: what is owed may have rested on what is gone."""
        family = next(iter(self._members.values()))
        rows = self._tx.rows("erasing", "add_wake", family, self._now)
        return int((rows or self._tx.rows("erasing", "wake", family, self._now))[0][0])


def _gone(places: Sequence[int], index: int, wake: int, leavings: Leavings) -> Gone:
    people, described = (tuple(sorted(map(str, who))) for who in (leavings.nobody, leavings.described))
    return Gone(tuple(places), index, wake, people, described)
