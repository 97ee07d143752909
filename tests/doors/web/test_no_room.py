"""A disk that is nearly full, at a browser: every page says so, what can wait is refused, a concern kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from heeded.adapters.record.store.room import RESERVE, Room, watch, watched
from tests.casework.looking.telling import rows
from tests.doors.web.visiting import ada_now, opened, said, signed_in
from tests.faults.test_room import Disk

BANNER = "The record's disk is nearly full. Concerns about children are still recorded"
YESTERDAY = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """The disk of the record, with room on it as yet."""
    found, before = Disk(2 * RESERVE), watched()
    watch(Room(tmp_path, found.measured))
    yield found
    watch(before)


def writes(here: Client, child: str, kind: str) -> tuple[int, str]:
    """Begin to write an event, and send it; the first answer that refuses it, or the last."""
    begun = here.post(f"/children/{child}/record/kinds", {"kind": kind})
    if begun.status_code != 302:
        return begun.status_code, said(begun)
    sent = here.post(str(begun["Location"]), {"day": YESTERDAY, "do": "send"})
    return sent.status_code, said(sent)


def test_pages_say_that_room_is_short_and_what_can_wait_is_refused_with_507(admin: str, disk: Disk) -> None:
    child, here = ada_now(admin), signed_in("worker")
    assert opened(here, child).status_code == 200
    assert BANNER not in said(here.get("/", follow=True))
    disk.free = RESERVE - 1
    page = here.get("/", follow=True)
    assert (page.status_code, BANNER in said(page)) == (200, True)
    status, told = writes(here, child, "visit")
    assert status == 507
    assert "kept for concerns about children" in told
    refused = here.post(f"/children/{child}/record/kinds", {"kind": "visit"})
    assert (refused["Retry-After"], refused["Cache-Control"]) == ("600", "no-store")
    status, told = writes(here, child, "concern raised")
    assert (status, "It stands in the record" in told) == (200, True)
    disk.free = 2 * RESERVE
    assert BANNER not in said(here.get("/", follow=True))
    assert writes(here, child, "visit")[0] == 200
    kept = rows(admin, "SELECT kind FROM record.entry ORDER BY index DESC LIMIT 2")
    assert kept == [("visit",), ("concern raised",)]
