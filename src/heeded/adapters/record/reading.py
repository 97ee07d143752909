"""What is read of some families before anything is written about them: all of it in one exchange."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from heeded.adapters.record.store.families import Families
from heeded.adapters.record.store.rows import entry_of
from heeded.adapters.record.store.token import Scope
from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.casework.ports import Kept
from heeded.core.chronology.entry import Entry


class Reading:
    """The families of some people under lock, whom of them a shield shelters, and what was told before.

    It is made within a transaction's `at_once`, which it leaves in the scope `write`; its answers are there
    when that has ended. `told` are the entries that may have been told before, by id.
    """

    def __init__(
        self, tx: Transaction, members: Mapping[UUID, UUID], now: int, told: Sequence[UUID] = ()
    ) -> None:
        people = list(members)
        self.people = people
        tx.enter(Scope.WRITE, people)
        self.families = Families(tx, members)
        self._sheltered = tx.ask("shields", "sheltered", people, now, now)
        self.told = frozenset(map(str, told))
        self._entries = tx.ask("log", "held", list(told)) if told else None
        self._places = tx.ask("log", "places", list(told)) if told else None

    def sheltered(self) -> dict[UUID, int]:
        """Whom a shield shelters, since when; once."""
        return dict(self._sheltered.rows())

    def entries(self) -> dict[str, Entry]:
        """Those of what was told before that the record holds, as they were told; once."""
        return entries_of(self._entries.rows() if self._entries else ())

    def places(self) -> dict[str, Kept]:
        """Their places in the log, in order; once."""
        return {each.entry: each for each in places_of(self._places.rows() if self._places else ())}


def entries_of(rows: Sequence[Row]) -> dict[str, Entry]:
    """Entries as told, by id, of rows of the statement `held`."""
    return {str(row[0]): entry_of(row) for row in rows}


def places_of(rows: Sequence[Row]) -> list[Kept]:
    """Places in the log, of rows of the statement `places`."""
    return [Kept(str(entry), index, bytes(leaf), at) for entry, index, leaf, at in rows]
