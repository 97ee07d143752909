"""A record made with the schema of an earlier day: brought up to date, it is the one that is made today."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import psycopg

from heeded.adapters.postgres.backup.connection import for_programs, programs_for
from heeded.adapters.record.prepare import as_owner
from heeded.bootstrap import live

EARLIER = Path(__file__).parents[3] / "data" / "record-of-an-earlier-day.sql"


def schema(database: str) -> list[str]:
    """Everything that stands in a database but its rows, as PostgreSQL's own tool writes it."""
    with psycopg.connect(database) as link:
        programs = programs_for(link.info.server_version // 10_000, "pg_dump")
    address, environ = for_programs(database)
    command = [os.fspath(programs.path("pg_dump")), "--schema-only", "--no-password", f"--dbname={address}"]
    written = subprocess.run(  # noqa: S603 - PostgreSQL's own program
        command, env=environ, check=True, capture_output=True, text=True
    )
    # A line with a backslash holds a key that each dump draws for itself.
    return [line for line in written.stdout.splitlines() if not line.startswith("\\")]


def as_it_was(database: str) -> None:
    """Take the later steps back, and put the definitions of the earlier day in place."""
    from django.core.management import call_command  # noqa: PLC0415 - after Django is set up
    from django.db import connections  # noqa: PLC0415 - as above

    from heeded.bootstrap.settings import database_of  # noqa: PLC0415 - as above

    connections["default"].close()
    connections["default"].settings_dict.update(database_of(as_owner(database)))
    call_command("migrate", "record", "0005_kin", verbosity=0)
    connections["default"].close()
    with psycopg.connect(as_owner(database), autocommit=True) as owner:
        owner.execute(EARLIER.read_bytes())


def test_a_record_of_an_earlier_day_becomes_the_one_made_today(database: str) -> None:
    today = schema(database)
    as_it_was(database)
    earlier = schema(database)
    assert earlier != today
    assert any("concern about staff'::text, 'withdrawal'" in line for line in earlier)
    live.migrate(database)
    assert schema(database) == today
