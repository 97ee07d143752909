"""A real disk that fills up under the embedded server: nothing that was acknowledged is lost."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connections
from django.db.utils import DatabaseError

from heeded import bootstrap
from heeded.adapters.postgres.server import embedded
from heeded.adapters.record.store.room import BALLAST, LAST, Room, watch, watched
from heeded.bootstrap import live, sealing
from heeded.bootstrap.secret import FOLDER
from heeded.casework.ports import Author
from heeded.casework.ports.room import NoRoom
from heeded.casework.receive import receive
from heeded.casework.verify import Evidence, verify
from heeded.core.chronology.report import Event, Report
from tests.borough import NOW, ada, at, bruised, make_agencies
from tests.faults.small_disk import MIB, NotPermitted, SmallDisk, small_disk

HOSPITAL, COUNCIL = Author("hospital", "hospital-system"), Author("council", "council-system")
SIZE = 640 * MIB
PATIENCE = 120


@pytest.fixture
def disk(tmp_path: Path, deployment: Path) -> Iterator[SmallDisk]:
    """A disk of 640 MiB with a server and a record on it; Django is signed in to it."""
    before = watched()
    os.environ[FOLDER] = str(deployment)
    try:
        with small_disk(tmp_path / "disk", SIZE) as found:
            folder = found.folder / "postgres"
            with embedded(folder) as running:
                live.migrate(running.address.url())
                live.connect_as_app(running.address.url())
                from heeded.adapters.record.agencies import forget_agencies  # noqa: PLC0415 - after Django

                forget_agencies()
                make_agencies()
                watch(Room(folder))
                yield found
                connections["default"].close()
    except NotPermitted:
        pytest.skip("this account may not mount a small disk")
    finally:
        watch(before)


def concern(number: int) -> int:
    """Let the hospital tell of a bruise; how many entries were acknowledged."""
    child = ada(f"child{number}", nhs="")
    report = bruised(f"m{number}", child=child, now=NOW + number)
    return len(receive(report, HOSPITAL, NOW + number, live.open_record(), bootstrap.open_handbook()).kept)


def visit(number: int) -> int:
    """Let the council tell of a visit, which can wait."""
    event = Event(ref=f"v{number}", kind="visit", child="ada", happened=at(NOW), told=NOW)
    report = Report(id=f"v{number}", agency="council", people=(ada(),), events=(event,))
    return len(receive(report, COUNCIL, NOW + number, live.open_record(), bootstrap.open_handbook()).kept)


def again(number: int) -> int:
    """The same, once the server has come back by itself."""
    last = time.monotonic() + PATIENCE
    while True:
        try:
            return concern(number)
        except (DatabaseError, NoRoom, psycopg.Error) as wrong:
            if time.monotonic() > last:
                raise AssertionError("it did not recover by itself") from wrong
            connections["default"].close()
            time.sleep(0.5)  # the server is starting: asked again as a sender would


def held() -> int:
    """How many entries the record holds, every leaf and root computed anew."""
    log = sealing.verifying()
    found = verify(log, Evidence())
    assert found.sound, found.faults
    return found.leaves


def test_a_disk_that_fills_up_refuses_first_what_can_wait_and_recovers_by_itself(disk: SmallDisk) -> None:
    kept = concern(1) + visit(1)
    assert (disk.folder / "postgres" / "ballast").stat().st_size == BALLAST
    disk.fill(2 * BALLAST - MIB)
    with pytest.raises(NoRoom):
        visit(2)
    kept += concern(2)
    disk.fill(LAST)
    kept += concern(3)
    assert not (disk.folder / "postgres" / "ballast").exists()
    assert held() == kept
    disk.clear()
    kept += visit(2)
    assert (disk.folder / "postgres" / "ballast").exists()
    assert held() == kept


def test_a_disk_filled_until_postgresql_fails_loses_nothing_that_was_acknowledged(disk: SmallDisk) -> None:
    kept, number, failed = 0, 10, 0
    while not failed and number < 400:
        disk.fill(0)
        try:
            kept += concern(number)
        except (DatabaseError, NoRoom, psycopg.Error):
            failed = number
            connections["default"].close()
        number += 1
    assert failed, "the disk never filled up"
    disk.clear()
    kept += again(failed)
    kept += visit(1)
    assert held() == kept
    assert (disk.folder / "postgres" / "ballast").exists()
