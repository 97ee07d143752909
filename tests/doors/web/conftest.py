"""What the tests of the pages share: the borough on a real record, its staff, and a recorder closed again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.borough import make_agencies
from tests.casework.looking.staff import make_staff


@pytest.fixture
def admin(database: str) -> Iterator[str]:
    """The administrator's connection string of a record that holds the borough's agencies and staff."""
    from heeded.bootstrap import looking  # noqa: PLC0415 - after Django is set up

    make_agencies()
    make_staff()
    yield database
    looking.recorder().close()
