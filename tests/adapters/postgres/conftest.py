"""A data folder of its own for each test, and proof that no test leaves a server behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.postgres.processes import gone


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A place for a database; at the end its server must have stopped by itself."""
    place = tmp_path / "database"
    yield place
    if place.exists():
        assert gone(place), "the server still runs"
