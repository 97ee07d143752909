"""The record in PostgreSQL, changed by the database's superuser with every trigger off: each is found."""

from __future__ import annotations

import json
from datetime import date
from typing import LiteralString

import psycopg
import pytest

from heeded import bootstrap
from heeded.adapters.seals import Verifiers
from heeded.bootstrap import live, sealing
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.casework.verify import Evidence, Verified, verify
from heeded.core.log.leaf import leaf_hash
from heeded.core.log.note import VerifierKey
from heeded.core.log.stretch import Asked
from tests.borough import NOW, ada, bruised, make_agencies

HOSPITAL = Author("hospital", "hospital-system")


class Live:
    """A live record of a few reports, and what their sender and an outsider hold of it."""

    def __init__(self, database: str) -> None:
        self.database = database
        make_agencies()
        record, handbook = live.open_record(), bootstrap.open_handbook()
        self.receipts = list[str]()
        for number in range(3):
            now = NOW + 600 * number
            child = ada(f"child{number}", nhs="", born=date(2010 + number, 1 + number, 20 + number))
            report = bruised(f"m{number}", child=child, now=now)
            received = receive(report, HOSPITAL, now, record, handbook)
            self.receipts += [sealing.receipt(kept) for kept in received.kept]
            if number == 1:
                self.checkpoint = sealing.proving().checkpoint(now)
        self.verifiers = Verifiers((VerifierKey.parse(sealing.verifier_key()),))

    def verified(self, *, receipts: bool = False) -> Verified:
        """The verification, with what is held outside."""
        held = [self.verifiers.receipt(written) for written in self.receipts] if receipts else []
        log = sealing.verifying()
        evidence = Evidence([self.verifiers.checkpoint(self.checkpoint)], held, ("Northgate Hospital",))
        return verify(log, evidence)

    def as_superuser(self, *statements: LiteralString) -> None:
        """Run statements as the superuser, every trigger and foreign key off; each must touch a row."""
        with psycopg.connect(self.database, autocommit=True) as connection:
            connection.execute("SET session_replication_role = replica")
            for statement in statements:
                assert connection.execute(statement).rowcount > 0


@pytest.fixture
def record(database: str) -> Live:
    """Three reports of four entries each; the first two under a checkpoint."""
    return Live(database)


def test_the_record_as_it_was_kept_is_sound(record: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heeded.adapters.record.log.verifying.LENGTH", 4)
    found = record.verified(receipts=True)
    assert found.faults == []
    assert (found.leaves, found.signed_to, found.receipts) == (12, 8, 12)


PUT_BACK: tuple[LiteralString, ...] = (
    "DELETE FROM record.entry",
    "DELETE FROM record.leaf",
    "INSERT INTO record.entry SELECT * FROM entries",
    "INSERT INTO record.leaf SELECT * FROM leaves",
)
CHANGES: list[tuple[LiteralString, str, int]] = [
    ("UPDATE record.entry SET kind = 'record created' WHERE index = 5", "CONTENT", 5),
    ("UPDATE record.entry SET facts = facts || '{\"odd\": null}' WHERE index = 5", "CONTENT", 5),
    ("UPDATE record.entry SET facts = '[]' WHERE index = 5", "CONTENT", 5),
    ("UPDATE record.entry SET precision = 'never' WHERE index = 5", "CONTENT", 5),
    ("UPDATE record.entry SET told = told - 3600 WHERE index = 5", "CONTENT", 5),
    ("UPDATE record.entry SET received = received - 60 WHERE index = 5", "ENTRY_GONE", 5),
    ("UPDATE record.entry SET writer = 'system:another' WHERE index = 5", "CONTENT", 5),
    ("UPDATE record.entry SET writer = '' WHERE index = 5", "CONTENT", 5),
    ("UPDATE record.entry SET practitioner = 'somebody else' WHERE index = 5", "CONTENT", 5),
    ("UPDATE record.entry SET subject = gen_random_uuid() WHERE index = 5", "CONTENT", 5),
    ("UPDATE record.entry SET withdraws = gen_random_uuid() WHERE index = 5", "CONTENT", 5),
    ("UPDATE record.entry SET known = '{\"police\": 1}' WHERE index = 5", "CONTENT", 5),
    ("UPDATE record.entry SET salt = decode(repeat('00', 32), 'hex') WHERE index = 5", "CONTENT", 5),
    ("UPDATE record.entry SET index = 99 WHERE index = 5", "ENTRY_GONE", 5),
    ("DELETE FROM record.entry WHERE index = 5", "ENTRY_GONE", 5),
    ("DELETE FROM record.leaf WHERE index = 5", "MISSING", 5),
    ("UPDATE record.leaf SET at = at - 60 WHERE index = 5", "ENTRY_GONE", 5),
    ("UPDATE record.leaf SET erased_at = 1, erased_under = 'nothing' WHERE index = 5", "NOT_ERASED", 5),
    ("UPDATE record.leaf SET index = index + 100 WHERE index > 5", "NOT_SEALED", 6),
    ("DELETE FROM record.leaf WHERE index > 5", "NOT_SEALED", 6),
    ("UPDATE record.leaf SET hash = sha256(hash) WHERE index = 5", "CONTENT", 5),
]


def test_each_of_a_superusers_changes_is_found_where_it_is(record: Live) -> None:
    record.as_superuser(
        "CREATE TABLE entries AS SELECT * FROM record.entry",
        "CREATE TABLE leaves AS SELECT * FROM record.leaf",
    )
    for change, how, place in CHANGES:
        record.as_superuser(change)
        first = record.verified().first
        assert first is not None, change
        assert (first.how.name, first.place) == (how, place), change
        record.as_superuser(*PUT_BACK)
    assert record.verified().sound


def test_an_entry_put_in_beside_the_record_is_found(record: Live) -> None:
    record.as_superuser(
        "INSERT INTO record.entry SELECT (jsonb_populate_record(entry, jsonb_build_object("
        "'id', gen_random_uuid(), 'index', 500))).* FROM record.entry WHERE index = 5"
    )
    assert [fault.how.name for fault in record.verified().faults] == ["NOT_SEALED"]


def test_a_newer_entry_sealed_again_is_found_by_its_receipt(record: Live) -> None:
    record.as_superuser("UPDATE record.entry SET practitioner = 'somebody else' WHERE index = 10")
    (row,) = (row for part in sealing.verifying().stretches(Asked()) for row in part.noted)
    assert row.place == 10
    assert row.content is not None
    assert row.salt is not None
    with psycopg.connect(record.database) as connection:
        connection.execute("SET session_replication_role = replica")
        again = leaf_hash(row.salt, row.content)
        connection.execute("UPDATE record.leaf SET hash = %s WHERE index = 10", [again])
    assert record.verified().sound
    found = record.verified(receipts=True)
    assert [(fault.how.name, fault.place) for fault in found.faults] == [("RECEIPT", 10)]
    assert json.loads(record.receipts[10])["entry"] == row.entry
