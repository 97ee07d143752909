"""Making room for a backup without losing what is there: the old database is renamed, never dropped."""

from datetime import UTC, datetime

import psycopg
from psycopg import sql

from heeded.adapters.postgres.backup.connection import database_name, linked
from heeded.adapters.postgres.backup.contents import is_empty
from heeded.adapters.postgres.trouble import CannotRestore

_MAINTENANCE = "postgres"


def make_way(url: str, *, set_aside: bool) -> str | None:
    """Leave an empty database at an address; gives the name under which the one that was there is kept.

    CannotRestore if it holds something and may not be set aside, or is in use.
    """
    name = database_name(url)
    with linked(url) as link:
        if is_empty(link):
            return None
    if not set_aside:
        raise CannotRestore(
            f"The database {name} is not empty, and was left as it is. Give an empty one (a fresh folder), "
            "or restore with --force: the present one is then kept under another name."
        )
    kept_as = f"{name}_until_{datetime.now(UTC):%Y%m%d_%H%M%S}"
    try:
        with linked(url, database=_MAINTENANCE) as link:
            _rename(link, name, kept_as)
            made = sql.SQL("create database {} template template0 owner {}")
            owner = link.execute(
                "select pg_get_userbyid(datdba) from pg_database where datname = %s", [kept_as]
            ).fetchone()
            link.execute(made.format(sql.Identifier(name), sql.Identifier(str(owner[0]) if owner else "")))
    except psycopg.errors.ObjectInUse as wrong:
        raise CannotRestore(
            f"The database {name} is in use, and was left as it is. Stop everything that uses it (heeded "
            "serve, heeded worker), then try again."
        ) from wrong
    return kept_as


def give_way_back(url: str, kept_as: str) -> None:
    """Put the database that was set aside back in its place, instead of one into which nothing came."""
    name = database_name(url)
    with linked(url, database=_MAINTENANCE) as link:
        link.execute(sql.SQL("drop database {}").format(sql.Identifier(name)))
        _rename(link, kept_as, name)


def _rename(link: psycopg.Connection[tuple[object, ...]], name: str, new: str) -> None:
    """Give a database another name."""
    renamed = sql.SQL("alter database {} rename to {}")
    link.execute(renamed.format(sql.Identifier(name), sql.Identifier(new)))
