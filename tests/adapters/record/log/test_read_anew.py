"""The short way to a leaf's content against the long one: on odd words, and on what was changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg.types.json import Jsonb

from heeded.adapters.record.log.leaves import Leaves
from heeded.adapters.record.log.verifying import Verifying
from heeded.adapters.record.store.rows import COLUMNS, row_of
from heeded.bootstrap import live, sealing
from heeded.bootstrap.secret import derived
from heeded.casework.verify import Evidence, verify
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import Precision, When
from heeded.core.log.leaf import content, leaf_hash
from heeded.core.log.stretch import Asked
from heeded.core.log.tree import Frontier

SECOND = 1_276_800_000
WORDS = ("plain", 'a "quoted" \\ word', "two\nlines\tand a tab", "100 % of it %s", "naïve – 子", "\u2028", "")
FACTS: tuple[dict[str, Fact], ...] = (
    {},
    {"count": 3, "weight": 2.5, "small": 1e-7, "whole": 4.0, "suspected": True, "said": 'he "fell"\n50 %'},
    {"sites": frozenset({"ear", "cheek"}), "born": date(2010, 6, 18), "number": 2**60, "a": "z", "bb": "y"},
)


def told(number: int) -> Entry:
    """An entry with words of all sorts in it."""
    word = WORDS[number % len(WORDS)]
    return Entry(
        id=str(uuid4()),
        kind="injury observed",
        child=str(uuid4()),
        happened=When(SECOND - 60, SECOND - 60 + number % 2, Precision.ABOUT),
        told=SECOND,
        source=Source("hospital", word, WORDS[-number % len(WORDS)]),
        known={"police": SECOND} if number % 3 == 0 else {},
        keys={"referral": word} if number % 4 == 0 else {},
        facts=FACTS[number % len(FACTS)],
        corrects=str(uuid4()) if number % 5 == 0 else None,
        withdraws=str(uuid4()) if number % 7 == 0 else None,
        writer=f"practitioner:{word}" if number % 2 else "",
    )


def put(database: str, entries: list[Entry]) -> None:
    """Put entries into the record with their leaves, as its own statements would."""
    names = f"index, received, salt, {COLUMNS}"
    gaps = ", ".join(["%s"] * (3 + len(COLUMNS.split(","))))
    tree = Frontier()
    with psycopg.connect(database) as admin:
        for place, entry in enumerate(entries):
            salt = place.to_bytes(32)
            leaf = leaf_hash(salt, content(entry, entry.child, SECOND + 5))
            row = (place, SECOND + 5, salt, *row_of(entry))
            admin.execute(f"INSERT INTO record.entry ({names}) VALUES ({gaps})".encode(), row)  # noqa: S608 - names
            leaf_row = (place, UUID(entry.id), SECOND + 5, leaf)
            admin.execute(
                "INSERT INTO record.leaf (index, entry, at, hash) VALUES (%s, %s, %s, %s)", leaf_row
            )
            tree = tree.append([leaf])
        admin.execute("UPDATE record.head SET size = %s, frontier = %s", [tree.size, list(tree.hashes)])


@pytest.fixture
def entries(database: str) -> list[Entry]:
    """Entries with words of all sorts, in the record."""
    made = [told(number) for number in range(60)]
    put(database, made)
    return made


@pytest.fixture
def leaves(database: str, entries: list[Entry]) -> Iterator[Leaves]:
    """The log, read as the application."""
    reading = Leaves(live.signed_in(database, "heeded_app"), derived("tokens", 64))
    assert reading.size == len(entries)
    yield reading
    reading.close()


def test_whatever_the_words_the_short_way_comes_to_what_was_sealed(leaves: Leaves) -> None:
    read = leaves.stretch(0, 60, Asked([7, 60], [11]))
    assert list(read.noted) == []
    assert [*read.at] == [7, 60]
    assert [*read.stood] == [0, 7, 11]
    assert leaves.unsealed() == []


def test_a_name_that_holds_what_stands_between_columns_or_rows_goes_the_long_way(database: str) -> None:
    hostile = ["a\x1fb", "a\x1eb", "a\x1db", "\x1f" * 14, "a\x1e1\x1f" + "0" * 64]
    made = [replace(told(1), source=Source("hospital", word)) for word in hostile]
    put(database, [told(0), *made, told(2)])
    found = verify(sealing.verifying(), Evidence())
    assert (found.faults, found.leaves) == ([], 7)


CHANGES: tuple[tuple[str, object], ...] = (
    ("practitioner = %s", "plain\x1fplain"),
    ("practitioner = %s", "100 % of it %d"),
    ("role = %s", "another"),
    ("known = %s", Jsonb([])),
    ("facts = %s", Jsonb([])),
    ("facts = %s", Jsonb({"odd": None})),
    ("facts = %s", Jsonb({"count": 1e300})),
    ("latest = %s", SECOND * 10**6),
    ("precision = %s", "never"),
    ("salt = %s", b"\1" * 32),
    ("corrects = %s", None),
)
"""What is changed in the entries from the place 25 on; that at 35, the last, corrects another."""


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize("processes", [1, 2])
def test_each_change_is_found_where_it_is_by_one_process_or_two(
    database: str, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    monkeypatch.setattr("heeded.adapters.record.log.verifying.LENGTH", 16)
    monkeypatch.setattr("heeded.adapters.record.log.verifying.SHORT", 1)
    changes = CHANGES if processes == 1 else CHANGES[:2]
    with psycopg.connect(database, autocommit=True) as superuser:
        superuser.execute("SET session_replication_role = replica")
        for place, (change, value) in enumerate(changes, 25):
            superuser.execute(f"UPDATE record.entry SET {change} WHERE index = %s".encode(), [value, place])  # noqa: S608 - names
        superuser.execute("DELETE FROM record.leaf WHERE index = 50")
    shown = list[tuple[int, int]]()
    log = sealing.verifying(processes=processes, show=lambda *far: shown.append(far))
    found = verify(log, Evidence())
    changed = [*range(25, 25 + len(changes))]
    assert [fault.place for fault in found.faults] == [*changed, 50, 60]
    assert [fault.how.name for fault in found.faults][-2:] == ["MISSING", "NOT_SEALED"]
    assert shown == [(16, 60), (32, 60), (48, 60), (60, 60)]


@pytest.mark.usefixtures("entries")
def test_what_is_read_is_the_log_as_it_was_at_one_moment(database: str) -> None:
    log = Verifying(live.signed_in(database, "heeded_app"), derived("tokens", 64))
    with pytest.raises(RuntimeError, match="read the leaves first"):
        log.unsealed()
    reading = log.stretches(Asked())
    with psycopg.connect(database, autocommit=True) as superuser:
        first = next(reading)
        superuser.execute("SET session_replication_role = replica")
        superuser.execute("DELETE FROM record.leaf WHERE index = 50")
    assert [*reading] == []
    assert first.end == 60
    assert log.unsealed() == []
