"""A record from before it was kept who wrote: brought up to date in place, and every leaf as it was."""

from __future__ import annotations

import psycopg
import pytest

from heeded import bootstrap
from heeded.bootstrap import live, sealing
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.casework.verify import Evidence, verify
from tests.borough import NOW, ada, bruised, make_agencies
from tests.casework.looking.telling import rows

SYSTEM = Author("hospital", "hospital-system", through="hospital-system")


def back_to_before(database: str) -> None:
    """Take the later steps back, and the column with them."""
    from django.core.management import call_command  # noqa: PLC0415 - after Django is set up
    from django.db import connections  # noqa: PLC0415 - as above

    from heeded.adapters.record.prepare import as_owner  # noqa: PLC0415 - as above
    from heeded.bootstrap.settings import database_of  # noqa: PLC0415 - as above

    connections["default"].close()
    connections["default"].settings_dict.update(database_of(as_owner(database)))
    call_command("migrate", "record", "0002_record", verbosity=0)
    connections["default"].close()
    with psycopg.connect(database, autocommit=True) as admin:
        admin.execute("ALTER TABLE record.entry DROP COLUMN writer")


def test_an_older_record_is_brought_up_and_still_verifies(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_agencies()
    record, handbook = live.open_record(), bootstrap.open_handbook()
    with monkeypatch.context() as before:
        before.setattr(Author, "writer", "")
        receive(bruised(), SYSTEM, NOW, record, handbook)
    back_to_before(database)
    live.migrate(database)
    live.connect_as_app(database)
    receive(bruised("m2", child=ada("other", nhs="")), SYSTEM, NOW + 60, record, handbook)
    assert rows(database, "SELECT writer, count(*) FROM record.entry GROUP BY writer ORDER BY writer") == [
        ("", 4),
        ("system:hospital-system", 4),
    ]
    log = sealing.verifying()
    found = verify(log, Evidence([], [], ()))
    assert (found.faults, found.leaves) == ([], 8)
