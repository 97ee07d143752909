"""The database reached, checked and signed in to, for whatever runs on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import psycopg

from heeded.adapters.postgres.trouble import Trouble
from heeded.adapters.record.store.token import Tokens
from heeded.bootstrap import live
from heeded.bootstrap.secret import derived
from heeded.bootstrap.settings_names import ADMIN_URL

_SECONDS = 10


class NotReady(Exception):  # noqa: N818 - it says what is the case, and is shown as it is
    """The record cannot be used as it is: why, and what to do. Its words are for people."""


@contextmanager
def reached() -> Iterator[str]:
    """The connection string of whoever may migrate, once the database answers; NotReady where it does not."""
    with ExitStack() as left:
        try:
            admin = left.enter_context(live.database())
            psycopg.connect(admin, connect_timeout=_SECONDS).close()
        except (Trouble, ValueError, OSError) as wrong:
            raise NotReady(str(wrong)) from wrong
        except psycopg.Error as wrong:
            raise NotReady(
                f"The database does not answer: {str(wrong).strip()}. Check {ADMIN_URL}."
            ) from wrong
        yield admin


@contextmanager
def ready(*, migrating: bool = False) -> Iterator[str]:
    """The same, with Django signed in as the application; NotReady where the database is not up to date.

    With `migrating` it is first brought up to date.
    """
    with reached() as admin:
        if migrating:
            live.migrate(admin)
        live.connect_as_app(admin)
        if lacking := steps_lacking():
            raise NotReady(
                f"The database lacks {lacking} of the steps by which it is made: run heeded migrate, "
                "or heeded serve --migrate."
            )
        yield admin


def steps_lacking() -> int:
    """How many migrations the database lacks, seen as the application, for whom Django is set up."""
    from django.db import DatabaseError, connections  # noqa: PLC0415 - after Django is set up
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 - as above

    try:
        executor = MigrationExecutor(connections["default"])
    except DatabaseError:  # nobody has made the application's role, or let it in, yet
        from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415 - as above

        return len(MigrationLoader(None).disk_migrations)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def tokens() -> Tokens:
    """The signer of this deployment's tokens."""
    return Tokens(derived("tokens", 64))
