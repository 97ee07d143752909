"""What the tests of acts share: a desk on a real record, and a recorder of looks that is closed again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from heeded.bootstrap import acting, looking
from heeded.casework.acting import Desk
from tests.borough import make_agencies


@pytest.fixture
def desk(database: str) -> Iterator[Desk]:
    """What every act stands on, over a fresh record that knows the borough's agencies."""
    assert database
    make_agencies()
    made = acting.desk()
    yield made
    looking.recorder().close()
