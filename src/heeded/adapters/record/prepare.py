"""Make a database ready: the roles that share the work, the schema, and the key that signs tokens."""

from __future__ import annotations

from collections.abc import Mapping

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

OWNER, APP, READER, RETENTION = "heeded_owner", "heeded_app", "heeded_reader", "heeded_retention"
LOADER = "heeded_loader"
ROLES = (OWNER, APP, READER, RETENTION, LOADER)
"""Who owns the tables; whom the application, reports, retention and bulk loads sign in as."""

_PREPARING = 7_261_034
"""The advisory lock that keeps two preparations apart."""


def prepare(admin: str, passwords: Mapping[str, str]) -> None:
    """Make the roles and let them into the database of the connection string `admin`.

    `admin` must be able to create roles. `passwords` are those of the roles that sign in; each is
    set anew, so that a changed secret takes effect.
    """
    with psycopg.connect(admin, autocommit=True) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_PREPARING])
        for role in ROLES:
            _make(cursor, role, passwords.get(role))
        database = sql.Identifier(connection.info.dbname)
        owner = sql.Identifier(OWNER)
        cursor.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(owner))
        cursor.execute(sql.SQL("GRANT CREATE, CONNECT ON DATABASE {} TO {}").format(database, owner))
        cursor.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
        cursor.execute(sql.SQL("GRANT CREATE, USAGE ON SCHEMA public TO {}").format(owner))
        for role in (APP, READER, RETENTION, LOADER):
            cursor.execute(
                sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, sql.Identifier(role))
            )
        cursor.execute(
            sql.SQL("GRANT TEMPORARY ON DATABASE {} TO {}").format(database, sql.Identifier(LOADER))
        )
        cursor.execute("SELECT pg_advisory_unlock(%s)", [_PREPARING])


def as_owner(admin: str) -> str:
    """The connection string with which migrations are run: everything that they make is the owner's."""
    return make_conninfo(admin, options=f"-c role={OWNER} -c lock_timeout=3s")


def open_public(owner: str) -> None:
    """Let the application use what Django, its sign-in and its jobs keep in the schema `public`."""
    with psycopg.connect(owner, autocommit=True) as connection:
        for statement in _PUBLIC:
            connection.execute(sql.SQL(statement))


def set_token_key(owner: str, key: bytes) -> None:
    """Keep the 64-byte key with which the application signs its tokens."""
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute("SELECT record.set_token_key(%s)", [key])


_PUBLIC = (
    f"GRANT USAGE ON SCHEMA public TO {APP}",
    f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP}",
    f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP}",
    f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {APP}",
    f"REVOKE INSERT, UPDATE, DELETE ON public.django_migrations FROM {APP}",
    f"GRANT USAGE ON SCHEMA public TO {LOADER}",
    f"GRANT SELECT (id, name, sector, area) ON public.record_agency TO {LOADER}",
    f"GRANT SELECT (agency_id, roles, is_active) ON public.record_practitioner TO {LOADER}",
    f"GRANT INSERT ON public.procrastinate_jobs, public.procrastinate_events TO {LOADER}",
    f"GRANT USAGE ON SEQUENCE public.procrastinate_jobs_id_seq TO {LOADER}",
    f"GRANT USAGE ON SEQUENCE public.procrastinate_events_id_seq TO {LOADER}",
)


def _make(cursor: psycopg.Cursor[tuple[object, ...]], role: str, password: str | None) -> None:
    name = sql.Identifier(role)
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
    if cursor.fetchone() is None:
        cursor.execute(sql.SQL("CREATE ROLE {} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB").format(name))
    if password is not None:
        verifier = _verifier(cursor, role, password)
        cursor.execute(sql.SQL("ALTER ROLE {} LOGIN PASSWORD {}").format(name, sql.Literal(verifier)))


def _verifier(cursor: psycopg.Cursor[tuple[object, ...]], role: str, password: str) -> str:
    """What the server checks a password by (SCRAM-SHA-256): the password itself is in none of its logs."""
    made = cursor.connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    return made.decode()
