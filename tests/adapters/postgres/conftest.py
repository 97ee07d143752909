"""A data folder of its own for each test, and proof that no test leaves a server behind."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.postgres.processes import gone

MEMORY = Path("/dev/shm")  # noqa: S108 - the folders made in it have names that nobody can guess


def quick_place() -> Path:
    """A new folder in memory where there is one: these tests kill processes, not the machine."""
    place = MEMORY if os.access(MEMORY, os.W_OK | os.X_OK) else None
    return Path(tempfile.mkdtemp(prefix="heeded-test-", dir=place))


@pytest.fixture
def folder() -> Iterator[Path]:
    """A place for a database; at the end its server must have stopped by itself."""
    place = quick_place()
    try:
        yield place / "database"
        if (place / "database").exists():
            assert gone(place / "database"), "the server still runs"
    finally:
        shutil.rmtree(place)
