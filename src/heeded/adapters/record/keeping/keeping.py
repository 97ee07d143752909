"""What is due in an agency, what was reviewed, and the transaction that erases, as retention's own role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

import psycopg
from psycopg.types.json import JsonbLoader

from heeded.adapters.record.identity.families import hold
from heeded.adapters.record.keeping.erasing import PostgresErasing
from heeded.adapters.record.keeping.rows import owns_of, placed_of, reviewed_of
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import Transaction
from heeded.casework.ports.keeping import Erasing, Own, Placed, Reviewed

_NIL = UUID(int=0)


class PostgresKeeping:
    """Signs in anew for each transaction, by a connection string, as the role that may erase and no other."""

    def __init__(self, url: str, tokens: Tokens) -> None:
        self._url = url
        self._tokens = tokens

    def owns(self, agency: str, after: str, limit: int) -> Sequence[Own]:
        """An agency's records of people, in the order of the people's ids, from after one of them on."""
        with self._due(ITSELF, agency) as tx:
            rows = tx.rows("keeping", "due_people", agency, UUID(after) if after else _NIL, limit)
            return owns_of(tx, agency, [person for (person,) in rows])

    def own(self, agency: str, child: str) -> Own | None:
        """An agency's record of one person; None where it has none."""
        with self._due(ITSELF, agency) as tx:
            people = [person for (person,) in tx.rows("keeping", "now", UUID(child))]
            return next(iter(owns_of(tx, agency, people)), None)

    def holds(self, now: int) -> Sequence[Placed]:
        """The holds that stand at a moment."""
        with self._due(ITSELF, ITSELF) as tx:
            return [placed_of(row) for row in tx.rows("keeping", "holds", now, now)]

    def put(self, reviewed: Reviewed) -> None:
        """Keep what somebody reviewed, for a second person."""
        with self._due(reviewed.by, reviewed.agency) as tx:
            tx.run(
                "keeping",
                "add_disposal",
                *(UUID(reviewed.id), reviewed.agency, UUID(reviewed.child), reviewed.rule, reviewed.because),
                *(reviewed.entries, reviewed.upto, reviewed.by, reviewed.at),
            )

    def awaiting(self, agency: str) -> Sequence[Reviewed]:
        """What was reviewed in an agency and awaits a second person, the oldest first."""
        with self._due(ITSELF, agency) as tx:
            return [reviewed_of(row) for row in tx.rows("keeping", "awaiting", agency)]

    def reviewed(self, review: str, agency: str) -> Reviewed | None:
        """One of an agency's reviews; None where it has none of that name."""
        with self._due(ITSELF, agency) as tx:
            return _reviewed(tx, review, agency)

    @contextmanager
    def erasing(self, review: str, agency: str, by: str, now: int) -> Iterator[Erasing]:
        """Hold the family of a review, then the head of the log, which whoever places a hold takes too."""
        with self._due(by, agency) as tx:
            reviewed = _reviewed(tx, review, agency)
            people = [row[0] for row in tx.rows("keeping", "now", UUID(reviewed.child))] if reviewed else []
            members = hold(tx, people)
            ((size, hashes),) = tx.rows("log", "lock_head")
            own = next(iter(owns_of(tx, agency, people)), None)
            holds = [placed_of(row) for row in tx.rows("keeping", "holds", now, now)]
            tx.enter(Scope.ERASE, members)
            frontier = (size, tuple(map(bytes, hashes)))
            yield PostgresErasing(
                tx, reviewed, own, [placed.hold for placed in holds], members, frontier, now
            )

    def unwiped(self) -> int:
        """How many erasures still leave freed bytes in the database's files."""
        with self._due(ITSELF, ITSELF) as tx:
            ((count,),) = tx.rows("keeping", "unwiped")
            return int(count)

    def newest(self) -> int:
        """The place in the log of the newest erasure; -1 where there is none."""
        with self._due(ITSELF, ITSELF) as tx:
            ((index,),) = tx.rows("keeping", "newest_erasure")
            return int(index)

    def wiped(self, upto: int, now: int) -> None:
        """Note that the freed bytes of every erasure up to a place in the log are out of the files."""
        with self._due(ITSELF, ITSELF) as tx:
            tx.run("keeping", "wiped", now, upto)

    @contextmanager
    def _due(self, actor: str, agency: str) -> Iterator[Transaction]:
        with psycopg.connect(self._url) as connection, connection.cursor() as cursor:
            cursor.adapters.register_loader("jsonb", JsonbLoader)
            tx = Transaction(cursor, self._tokens, actor, agency)
            tx.enter(Scope.DUE)
            yield tx


def _reviewed(tx: Transaction, review: str, agency: str) -> Reviewed | None:
    try:
        name = UUID(review)
    except ValueError:
        return None
    rows = tx.rows("keeping", "disposal", name, agency)
    return reviewed_of(rows[0]) if rows else None
