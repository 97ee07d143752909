"""Fixtures for tests on a real PostgreSQL: one server a run, one template, a fresh database a test."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from heeded.bootstrap.secret import FOLDER
from heeded.bootstrap.settings_names import ADMIN_URL

MEMORY = Path("/dev/shm")  # noqa: S108 - the folders made in it have names that nobody can guess
ROOM = 4 * 2**30
"""Bytes that must be free in memory, for the tests of several processes and then some."""
_SCHEMA = Path(__file__).parent.parent / "src" / "heeded" / "adapters" / "record"
_MADE_OF = sorted([*_SCHEMA.glob("sql/schema/*.sql"), *_SCHEMA.glob("migrations/*.py")])
TEMPLATE = f"heeded_{hashlib.sha256(b''.join(file.read_bytes() for file in _MADE_OF)).hexdigest()[:16]}"
"""The template's name: another for another schema, so that no test runs on what a schema was."""
_READY = "template.ready"
OTHER = "HEEDED_TEST_DATABASE_URL"
"""Another PostgreSQL to run the same tests on: `make test-postgres URL=...` sets it."""


def quick() -> Path:
    """The folder in memory, where there is one with room for databases; else the one for what passes."""
    usable = os.access(MEMORY, os.W_OK | os.X_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if usable else Path(tempfile.gettempdir())


@pytest.fixture(scope="session")
def deployment() -> Iterator[Path]:
    """The deployment's folder of this run, shared by all its processes and gone with the last of them.

    It lies in memory where there is one: what these tests pull is never the machine's own plug.
    """
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or uuid4().hex
    place = quick() / f"heeded-tests-{run[:12]}"
    place.mkdir(mode=0o700, exist_ok=True)
    os.environ[FOLDER] = str(place)
    with (place / "tests.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield place
        with suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(place, ignore_errors=True)


@pytest.fixture(scope="session")
def cluster(deployment: Path) -> Iterator[str]:
    """The connection string of the server's administrator; the template database is ready."""
    from heeded.bootstrap import live  # noqa: PLC0415 - after the folder is known

    if given := os.environ.get(OTHER):
        os.environ[ADMIN_URL] = given
    with live.database() as admin:
        with _one_at_a_time(deployment):
            if given and _exists(admin, TEMPLATE) and not (deployment / _READY).exists():
                live.migrate(make_conninfo(admin, dbname=TEMPLATE))  # left by a run with keys of its own
            (deployment / _READY).touch()
            if not _exists(admin, TEMPLATE):
                _run(admin, "DROP DATABASE IF EXISTS {}", TEMPLATE + "_making")
                _run(admin, "CREATE DATABASE {}", TEMPLATE + "_making")
                live.migrate(make_conninfo(admin, dbname=TEMPLATE + "_making"))
                _run(admin, "ALTER DATABASE {} RENAME TO {}", TEMPLATE + "_making", TEMPLATE)
        yield admin


@pytest.fixture
def database(cluster: str) -> Iterator[str]:
    """The administrator's connection string of a database of this test's own, migrated and empty.

    Django is signed in to it as the application.
    """
    with fresh(cluster) as own:
        yield own


@contextmanager
def fresh(cluster: str) -> Iterator[str]:
    """A database of its own, migrated and empty, with Django signed in to it; gone at the end."""
    from heeded.bootstrap import live  # noqa: PLC0415 - after the folder is known

    name = f"heeded_{uuid4().hex[:16]}"
    _run(cluster, "CREATE DATABASE {} TEMPLATE {}", name, TEMPLATE)
    own = make_conninfo(cluster, dbname=name)
    _run(own, "REVOKE ALL ON DATABASE {} FROM PUBLIC", name)
    _run(
        own,
        "GRANT CONNECT ON DATABASE {} TO heeded_app, heeded_reader, heeded_retention, heeded_loader",
        name,
    )
    _run(own, "GRANT TEMPORARY ON DATABASE {} TO heeded_loader", name)
    live.connect_as_app(own)
    from heeded.adapters.record.agencies import forget_agencies  # noqa: PLC0415 - after Django is set up

    forget_agencies()
    yield own
    from django.db import connections  # noqa: PLC0415 - after Django is set up

    connections["default"].close()
    _run(cluster, "DROP DATABASE {} WITH (FORCE)", name)


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    with (folder / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _exists(admin: str, name: str) -> bool:
    with psycopg.connect(admin) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return found.fetchone() is not None


def _run(admin: str, statement: str, *names: str) -> None:
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
