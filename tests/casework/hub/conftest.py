"""What the tests of the hub share: a desk on a real record, and a recorder that is closed again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from heeded.bootstrap import looking
from heeded.casework.looking import Desk
from tests.borough import make_agencies
from tests.casework.looking.staff import make_staff


@pytest.fixture
def desk(database: str) -> Iterator[Desk]:
    """A desk on a fresh record that knows the borough's agencies and staff."""
    assert database
    make_agencies()
    make_staff()
    made = looking.desk()
    yield made
    looking.recorder().close()
