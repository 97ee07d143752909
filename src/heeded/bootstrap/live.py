"""The wiring of the live record: its database, its keys, and Django under them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from psycopg.conninfo import make_conninfo

from heeded.adapters.postgres.server import embedded
from heeded.bootstrap.secret import derived, folder
from heeded.bootstrap.settings_names import ADMIN_URL, APP_URL, DISK, DJANGO_KEY, LIMIT

if TYPE_CHECKING:
    from heeded.adapters.record.record import PostgresRecord
    from heeded.adapters.record.store.room import Room

ROLES = ("heeded_app", "heeded_reader", "heeded_retention", "heeded_loader")
"""The roles that sign in, each with a password of its own, derived from the deployment's secret."""


@contextmanager
def database() -> Iterator[str]:
    """The connection string of whoever may migrate, while the database is up.

    That of `HEEDED_DATABASE_URL`; without it, the embedded PostgreSQL in the deployment's folder, started
    or joined, and left again at the end.
    """
    if given := os.environ.get(ADMIN_URL):
        yield given
        return
    with embedded(folder() / "postgres") as running:
        yield running.address.url()


def password(role: str) -> str:
    """The password with which a role signs in."""
    return derived(f"password of {role}").hex()


def signed_in(admin: str, role: str) -> str:
    """The connection string of a role for the database of another's."""
    return make_conninfo(admin, user=role, password=password(role))


def migrate(admin: str, *, verbosity: int = 0) -> None:
    """Make the database of a connection string ready, or bring it up to date."""
    from heeded.adapters.record import prepare  # noqa: PLC0415 - only where Django is wanted
    from heeded.adapters.record.store import closing  # noqa: PLC0415 - as above

    prepare.prepare(admin, {role: password(role) for role in ROLES})
    owner = prepare.as_owner(admin)
    set_up(owner)
    from django.core.management import call_command  # noqa: PLC0415 - after Django is set up
    from django.db import connections  # noqa: PLC0415 - as above

    connections["default"].close()
    connections["default"].settings_dict.update(_parts(owner))
    call_command("migrate", verbosity=verbosity, interactive=False)
    call_command("createcachetable", verbosity=0)
    connections["default"].close()
    prepare.open_public(owner)
    prepare.set_token_key(owner, derived("tokens", 64))
    closing.close_side_doors(admin)


def set_up(app: str) -> None:
    """Set Django up over a connection string; twice does no harm."""
    os.environ.setdefault(APP_URL, app)
    os.environ.setdefault(DJANGO_KEY, derived("django").hex())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heeded.bootstrap.settings")
    import django  # noqa: PLC0415 - only where the record is live

    django.setup()
    from heeded.adapters.record.store.room import watch  # noqa: PLC0415 - only where the record is live

    watch(room())


def room() -> Room | None:
    """The room that the database has; None where it is somebody else's and nobody said how much."""
    from heeded.adapters.record.store.limits import of_another  # noqa: PLC0415 - only where the record is live
    from heeded.adapters.record.store.room import Room  # noqa: PLC0415 - as above

    if not os.environ.get(ADMIN_URL):
        return Room(folder() / "postgres")
    measured = of_another(os.environ[APP_URL], os.environ.get(LIMIT, ""), os.environ.get(DISK, ""))
    return Room(None, measured) if measured else None


def connect_as_app(admin: str) -> None:
    """Set Django up, and have it sign in as the application."""
    app = signed_in(admin, ROLES[0])
    set_up(app)
    from django.db import connections  # noqa: PLC0415 - after Django is set up

    connections["default"].close()
    connections["default"].settings_dict.update(_parts(app))


def _parts(url: str) -> dict[str, object]:
    from heeded.bootstrap.settings import database_of  # noqa: PLC0415 - a door of Django's

    return database_of(url)


def open_record() -> PostgresRecord:
    """The shared record, over the database that Django is set up for."""
    from heeded.adapters.record.record import PostgresRecord  # noqa: PLC0415 - as above
    from heeded.adapters.record.store.naming import Naming  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    return PostgresRecord(Naming(derived("naming")), Tokens(derived("tokens", 64)))
