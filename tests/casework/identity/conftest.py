"""What the tests of who is who share: a desk on a real record, and a coordinator of the hub."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from heeded.bootstrap import looking
from heeded.bootstrap.keeping import identity
from heeded.casework.identity import Desk
from heeded.casework.keeping import By
from heeded.core.access import Actor, Role
from tests.borough import NOW, make_agencies
from tests.casework.looking.staff import make_staff


def coordinator(now: int = NOW, reason: str = "I rang both wards and compared the red books") -> By:
    """A coordinator of the hub, who says who is who, with a reason."""
    actor = Actor(
        id="hana-hub",
        name="Hana Hub",
        agency="council",
        sector="children's social care",
        area="Norhaven",
        roles=frozenset({Role.HUB_COORDINATOR}),
    )
    return By(actor=actor, now=now, stated=looking.stated("safeguarding", reason=reason))


@pytest.fixture
def desk(database: str) -> Iterator[Desk]:
    """A desk on a fresh record that knows the borough's agencies and staff."""
    assert database
    make_agencies()
    make_staff()
    yield identity.desk()
    looking.recorder().close()
