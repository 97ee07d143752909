"""Tests of the recorder of looks: durable before it says so, many at once, and never hanging."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import psycopg
import pytest

from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.token import Tokens
from heeded.bootstrap.secret import derived
from heeded.casework.ports.looks import Look, NotRecorded
from heeded.casework.ports.notices import Notice, Why

if TYPE_CHECKING:
    from heeded.adapters.record.looking import GroupRecorder


@pytest.fixture
def recorder(database: str) -> Iterator[GroupRecorder]:
    """A recorder on a fresh record, with a wake that nobody looks to."""
    assert database
    made = _again()
    yield made
    made.close()


def _again() -> GroupRecorder:
    from heeded.adapters.record.looking import GroupRecorder  # noqa: PLC0415 - after Django is set up

    return GroupRecorder(Naming(derived("naming")), Tokens(derived("tokens", 64)), patience=2.0)


def _look(reason: str = "") -> Look:
    return Look(
        id=str(uuid4()),
        at=1,
        actor="a",
        name="A",
        agency="hospital",
        role="practitioner",
        operation="read",
        records=("existence",),
        answer="hide",
        rule="nobody",
        child=str(uuid4()),
        reason=reason,
    )


def _held(database: str) -> set[str]:
    with psycopg.connect(database) as connection:
        return {str(id_) for (id_,) in connection.execute("SELECT id FROM record.look").fetchall()}


def test_a_look_is_there_when_its_wait_is_over(recorder: GroupRecorder, database: str) -> None:
    look = _look()
    recorder.record(look).wait()
    assert look.id in _held(database)


def test_looks_of_many_readers_are_all_there(recorder: GroupRecorder, database: str) -> None:
    told: list[str] = []

    def read() -> None:
        for _ in range(20):
            look = _look()
            recorder.record(look).wait()
            told.append(look.id)

    readers = [threading.Thread(target=read) for _ in range(16)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(told) == 16 * 20
    assert set(told) == _held(database)


def test_one_that_cannot_be_written_does_not_keep_out_the_others(
    recorder: GroupRecorder, database: str
) -> None:
    good = [_look() for _ in range(5)]
    bad = _look("a text that no table can hold: \x00")
    waiting = [recorder.record(look) for look in (*good[:2], bad, *good[2:])]
    refused = 0
    for each in waiting:
        try:
            each.wait()
        except NotRecorded:
            refused += 1
    assert refused == 1
    assert {look.id for look in good} == _held(database)


def test_it_connects_again_when_its_connection_was_cut(recorder: GroupRecorder, database: str) -> None:
    recorder.record(_look()).wait()
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE usename = 'heeded_app' AND datname = current_database()"
        )
    look = _look()
    recorder.record(look).wait()
    assert look.id in _held(database)


def test_where_nothing_can_be_written_there_is_no_answer_and_no_hanging(
    recorder: GroupRecorder, database: str
) -> None:
    recorder.record(_look()).wait()
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("REVOKE INSERT ON record.look FROM heeded_app")
        with pytest.raises(NotRecorded):
            recorder.record(_look()).wait()
        connection.execute("GRANT INSERT ON record.look TO heeded_app")
    look = _look()
    recorder.record(look).wait()
    assert look.id in _held(database)


def test_a_commit_that_does_not_end_is_not_waited_for(recorder: GroupRecorder, database: str) -> None:
    with psycopg.connect(database) as connection:
        connection.execute("LOCK TABLE record.look IN ACCESS EXCLUSIVE MODE")
        began = time.monotonic()
        with pytest.raises(NotRecorded, match="within 2 seconds"):
            recorder.record(_look()).wait()
        assert time.monotonic() - began < 10
        connection.rollback()
    look = _look()
    recorder.record(look).wait()
    assert look.id in _held(database)


def test_what_a_killed_process_left_untold_is_told_once(recorder: GroupRecorder, database: str) -> None:
    day = 24 * 3600
    notice = Notice(agency="council", why=Why.CONNECTION, at=day, child=str(uuid4()))
    left = replace(_look(), at=day)
    recorder.record(left, [notice]).wait()
    recorder.close()
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("ALTER TABLE record.notice DISABLE TRIGGER ALL")
        connection.execute("DELETE FROM record.notice")
    for _ in range(2):
        again = _again()
        again.record(replace(_look(), at=day + 9), [replace(notice, child=str(uuid4()))]).wait()
        again.close()
    with psycopg.connect(database) as connection:
        told = connection.execute("SELECT person FROM record.notice WHERE person = %s", [notice.child])
        assert told.fetchall() == [(UUID(notice.child),)]


def test_a_forked_process_starts_a_thread_of_its_own(recorder: GroupRecorder, database: str) -> None:
    recorder.close()
    look = _look()
    child = os.fork()
    if child == 0:
        try:
            recorder.record(look).wait()
            recorder.close()
        except BaseException:  # noqa: BLE001 - a child of a test must end here, whatever happens
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert look.id in _held(database)
