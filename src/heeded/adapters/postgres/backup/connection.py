"""Connections for backups: our own, and those of PostgreSQL's programs, which never show a password."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from heeded.adapters.postgres.binaries import Programs, all_programs
from heeded.adapters.postgres.trouble import NoPrograms

Link = psycopg.Connection[tuple[object, ...]]


@contextmanager
def linked(url: str, *, snapshot: bool = False, database: str | None = None) -> Iterator[Link]:
    """A connection that sees every row or is refused: row security that would hide one is an error to it.

    With `snapshot` it only reads, and sees the database as it is at its first question.
    """
    other = {"dbname": database} if database else {}
    with psycopg.connect(make_conninfo(url, **other), autocommit=not snapshot) as link:
        if snapshot:
            link.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            link.read_only = True
        link.execute("set row_security = off")
        yield link


def for_programs(url: str) -> tuple[str, dict[str, str]]:
    """The address without its password, since others can see a command line, and the environment with it."""
    parts = {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
    password = parts.pop("password", None)
    environ = {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": os.environ.get("HOME", "/"),
        "LC_ALL": "C",
    }
    return make_conninfo("", **parts), environ | ({"PGPASSWORD": password} if password is not None else {})


def database_name(url: str) -> str:
    """The database that an address names."""
    parts = conninfo_to_dict(url)
    return str(parts.get("dbname") or parts.get("user") or "")


def programs_for(server_major: int, *needed: str) -> Programs:
    """PostgreSQL's own programs for a server: of its own version, else newer; NoPrograms if there are none.

    Older ones refuse a newer server.
    """
    fit = [
        there
        for there in all_programs()
        if there.major >= server_major and all(there.has(name) for name in needed)
    ]
    if not fit:
        raise NoPrograms(
            f"The database runs on PostgreSQL {server_major}, and there is no {' or '.join(needed)} of that "
            f"version or a newer one here. Install it (apt-get install postgresql-client-{server_major}), or "
            "name its folder in PG_BINDIR."
        )
    return min(fit, key=lambda there: there.major)
