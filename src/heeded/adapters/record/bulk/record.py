"""The record as a load fills it: a connection of its own, a transaction a batch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import psycopg
from psycopg.types.json import JsonbLoader
from psycopg.types.string import TextLoader

from heeded.adapters.record.bulk.batch import Batch
from heeded.adapters.record.jobs import LOOKING
from heeded.adapters.record.log.growing import set_head
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.statements import statement
from heeded.adapters.record.store.token import Scope, Tokens
from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.casework.ports import Author
from heeded.casework.ports.loading import Guarded
from heeded.core.chronology.people import Agency
from heeded.core.chronology.report import Report
from heeded.core.log.tree import Frontier

_ROWS = (
    ("staged_person", ("persons", "persons_changed")),
    ("staged_subject", ("subjects", "subjects_moved")),
    ("staged_link", ("links",)),
    ("staged_identifier", ("identifiers",)),
    ("staged_household", ("households",)),
    ("staged_description", ("descriptions",)),
    ("staged_address", ("addresses",)),
    ("staged_passed_on", ("passed_on",)),
    ("staged_standing", ("standing",)),
)
"""The staging tables, and the statements that write the record from each."""

RACED = (psycopg.errors.UniqueViolation, psycopg.errors.DeadlockDetected)
"""What a batch can come upon where others write of the same people at the same moment."""


class BulkRecord:
    """The record over one connection, signed in as the role that loads; close it when done."""

    def __init__(self, url: str, naming: Naming, tokens: Tokens) -> None:
        self._connection = psycopg.connect(url)
        self._naming = naming
        self._tokens = tokens
        with self._connection.transaction(), self._connection.cursor() as cursor:
            cursor.execute("SET SESSION search_path = public")
            cursor.execute(statement("staging", "staging"))
            rows = cursor.execute(statement("bulk", "agencies")).fetchall()
        self.agencies: Mapping[str, Agency] = {row[0]: Agency(*row) for row in rows}

    @contextmanager
    def loading(
        self, reports: Sequence[Report], author: Author, now: int, digest: bytes
    ) -> Iterator[Batch | None]:
        """Hold everybody in a batch of reports while it is written; None where it was loaded before.

        Guarded where its reports must be received one by one.
        """
        with self._connection.transaction(), self._connection.cursor() as cursor:
            cursor.adapters.register_loader("jsonb", JsonbLoader)
            cursor.adapters.register_loader("uuid", TextLoader)
            tx = Transaction(cursor, self._tokens, author.id, author.agency)
            tx.enter(Scope.LOAD)
            if tx.rows("bulk", "loaded", [digest]):
                yield None
                return
            tx.admit()
            batch = Batch(tx, self._naming, reports, now, self.agencies)
            if _guarded(tx, batch):
                raise Guarded(
                    "a shield, a seal or somebody's word on who is who stands for somebody in it: "
                    "receive its reports one by one"
                )
            yield batch
            _write(tx, cursor, batch)
            tx.run("bulk", "add_loaded", digest, now)

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


def _guarded(tx: Transaction, batch: Batch) -> bool:
    """Whether a shield, a seal or a word of a person stands for anybody whom the batch may concern."""
    if not batch.before:
        return False
    persons = list(batch.everybody.persons)
    if tx.rows("bulk", "said", persons, persons):
        return True
    if tx.rows("bulk", "shielded", list(batch.everybody.persons)):
        return True
    if not tx.rows("identity", "any_seal"):
        return False
    digests = [batch.naming.sealed(subject) for subject in batch.everybody.persons]
    return bool(tx.rows("bulk", "sealed", digests, digests))


def _write(tx: Transaction, cursor: psycopg.Cursor[Row], batch: Batch) -> None:
    """Everything of a batch: people first, and last, while the head of the log is held, the entries."""
    staging, known = batch.staging, batch.everybody
    known.stage(staging, [person for held in batch.families for person in held.chronology.people])
    staging.copy(cursor)
    for table, statements in _ROWS:
        if staging.holds(table):
            for name in statements:
                tx.run("bulk", name)
    _write_duties(tx, batch)
    _write_cards(tx, batch)
    if batch.leaves:
        ((size, hashes),) = tx.rows("log", "lock_head")
        frontier, nodes = Frontier(size, tuple(map(bytes, hashes))).grown(batch.leaves)
        tx.run("bulk", "entries", size)
        tx.run("bulk", "leaves", size)
        if nodes:
            tx.run("bulk", "nodes", *(list(column) for column in zip(*nodes, strict=True)))
        set_head(tx, size, frontier, batch.now)


def _write_cards(tx: Transaction, batch: Batch) -> None:
    if batch.before:
        tx.run("bulk", "cards_gone", batch.relaid)
    if batch.staging.holds("staged_card"):
        tx.run("bulk", "cards")
    if batch.before:
        tx.run("bulk", "cards_moved", batch.before)


def _write_duties(tx: Transaction, batch: Batch) -> None:
    if batch.gone:
        tx.run("bulk", "duties_gone", [duty for duty, _ in batch.gone], [agency for _, agency in batch.gone])
    if batch.staging.holds("staged_duty"):
        tx.run("bulk", "duties")
    if batch.before:
        tx.run("bulk", "duties_moved", batch.before)
    if batch.wakes:
        families, moments = [family for family, _ in batch.wakes], [at for _, at in batch.wakes]
        tx.run("bulk", "wakes", families, moments, *LOOKING)
