"""What the tests of the API share: the borough on a real record, and a recorder that is closed again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.borough import make_agencies


@pytest.fixture
def admin(database: str) -> Iterator[str]:
    """The administrator's connection string of a record that holds the borough's agencies."""
    from heeded.bootstrap import looking  # noqa: PLC0415 - after Django is set up

    make_agencies()
    yield database
    looking.recorder().close()
