"""Tests that nothing of what was erased is left in any file of the database (trust.md, B6)."""

from __future__ import annotations

import mmap
import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

import pytest
from django.db import connections

from heeded.bootstrap.keeping import retention
from heeded.casework.keeping import Desk, dispose, review_disposal
from tests.casework.keeping.conftest import HOSPITAL, LATER, by, marked
from tests.casework.looking.telling import child_of, send
from tests.record_fixtures import OTHER

elsewhere = pytest.mark.skipif(
    OTHER in os.environ, reason="the files of another's server cannot be read here"
)


def files_with(folder: Path, words: bytes) -> list[str]:
    """Every file below a folder that holds some bytes; what other tests take away meanwhile is gone."""
    found = []
    for place, _, names in os.walk(folder):
        for file in (Path(place) / name for name in names):
            with suppress(FileNotFoundError):
                if _holds(file, words):
                    found.append(str(file.relative_to(folder)))
    return found


def _holds(file: Path, words: bytes) -> bool:
    if not file.is_file() or not file.stat().st_size:
        return False
    with file.open("rb") as read:
        try:
            content = mmap.mmap(read.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError:  # emptied since
            return False
        with content:
            return content.find(words) >= 0


@elsewhere
def test_no_file_holds_a_byte_of_it_after_the_wipe(desk: Desk, database: str, deployment: Path) -> None:
    canary = f"QZX{token_hex(12)}"
    child = child_of(send(marked(canary)), database)
    with_it = files_with(deployment, canary.encode())
    assert any("pg_wal" in name for name in with_it), with_it
    reviewed = review_disposal(desk, by(), HOSPITAL, child)
    dispose(desk, by("ruth"), HOSPITAL, reviewed.id)
    assert files_with(deployment, canary.encode()), "it would prove nothing if the bytes went by themselves"
    assert desk.keeping.unwiped() == 1
    connections["default"].close()
    wiped = retention.wipe(database, LATER)
    assert wiped.whole, wiped
    assert files_with(deployment, canary.encode()) == []
    assert desk.keeping.unwiped() == 0
