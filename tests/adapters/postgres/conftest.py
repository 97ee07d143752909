"""A data folder of its own for each test, and proof that no test leaves a server behind."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.postgres.processes import gone
from tests.record_fixtures import quick


def quick_place() -> Path:
    """A new folder in memory where there is one: these tests kill processes, not the machine."""
    return Path(tempfile.mkdtemp(prefix="heeded-test-", dir=quick()))


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
