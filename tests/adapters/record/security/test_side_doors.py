"""Doors beside the tables: other roles, sessions, jobs, files, channels, what PostgreSQL keeps of queries."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from psycopg import errors

from heeded.adapters.record.store.token import Scope
from tests.adapters.record.security.intruder import Children, Intruder, as_admin

NAMES = ("Ada", "Ben", "ada", "ben", "9434765919", "9434765870", "Refuge")


@pytest.fixture(params=["heeded_app", "heeded_reader"])
def either(children: Children, request: pytest.FixtureRequest) -> Iterator[Intruder]:
    """An intruder on each of the two connections that serve people."""
    with Intruder(children, request.param) as intruder:
        yield intruder


@pytest.mark.parametrize("verb", ["ROLE", "SESSION AUTHORIZATION"])
def test_no_other_role_can_be_taken_on(either: Intruder, verb: str) -> None:
    for role in "heeded_owner heeded_retention heeded_loader heeded_admin pg_read_all_data postgres".split():
        with pytest.raises((errors.InsufficientPrivilege, errors.InvalidParameterValue)):
            either.link.execute(f"SET {verb} {role}".encode())


AROUND = [
    "CREATE TABLE stolen AS SELECT 1",
    "CREATE TABLE record.stolen (x text)",
    "CREATE TEMP TABLE stolen (x text)",
    "CREATE VIEW stolen AS SELECT * FROM record.person",
    "CREATE MATERIALIZED VIEW stolen AS SELECT 1",
    "CREATE FUNCTION stolen(text) RETURNS boolean LANGUAGE sql COST 0.0001 AS 'SELECT true'",
    "CREATE FUNCTION pg_temp.stolen(text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
    "CREATE OPERATOR public.<<< (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text)",
    "CREATE SCHEMA stolen",
    "CREATE ROLE stolen SUPERUSER",
    "CREATE EXTENSION dblink",
    "CREATE POLICY mine ON record.person USING (true)",
    "DROP POLICY named ON record.person",
    "ALTER TABLE record.person DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE record.person NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE record.entry DISABLE TRIGGER append_only",
    "ALTER FUNCTION record.token() SECURITY INVOKER",
    "ALTER ROLE heeded_app BYPASSRLS",
    "GRANT heeded_owner TO heeded_app",
    "GRANT SELECT ON record.token_key TO PUBLIC",
    "SET session_replication_role = replica",
    "LOAD 'auto_explain'",
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT pg_ls_dir('base')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT lo_from_bytea(0, 'smuggled')",
    "SELECT lo_create(0)",
    "COPY record.person TO '/tmp/stolen'",
    "COPY record.person TO PROGRAM 'cat'",
    "COPY record.person FROM PROGRAM 'cat'",
    "SELECT query FROM pg_stat_activity",
    "SELECT pg_stat_get_backend_activity(1)",
    "SELECT * FROM pg_authid",
    "SELECT * FROM pg_largeobject",
    "SELECT pg_export_snapshot(), pg_current_logfile()",
    "SELECT pg_create_logical_replication_slot('stolen', 'pgoutput')",
    "REFRESH MATERIALIZED VIEW record.person",
    "TRUNCATE record.entry",
    "TRUNCATE record.person CASCADE",
    "TRUNCATE record.duty",
]
"""Statements that make, change or read something around the tables' policies."""


def test_nothing_is_made_changed_or_read_around_the_tables(either: Intruder) -> None:
    either.granted(Scope.LOOK)
    refusals = (
        errors.InsufficientPrivilege,
        errors.WrongObjectType,
        errors.UndefinedFile,
        errors.FeatureNotSupported,
    )
    done = []
    for statement in AROUND:
        try:
            either.link.execute(statement.encode())
        except refusals:
            continue
        done.append(statement)
    assert done == []


def test_copy_gives_what_a_select_gives(app: Intruder) -> None:
    def copied() -> list[bytes]:
        with app.link.cursor().copy("COPY (SELECT id FROM record.person) TO STDOUT") as copy:
            return [bytes(row) for row in copy]

    assert copied() == []
    app.granted(Scope.LOOK)
    assert copied() == [f"{app.children.granted}\n".encode()]


def test_a_table_with_policies_is_not_copied_into(app: Intruder) -> None:
    app.granted(Scope.FIND)
    with pytest.raises(errors.FeatureNotSupported), app.link.cursor().copy("COPY record.person FROM STDIN"):
        pass


def test_a_statement_prepared_under_one_token_shows_nothing_under_none(app: Intruder) -> None:
    app.granted(Scope.LOOK)
    app.link.execute("PREPARE kept AS SELECT name FROM record.person")
    assert app.rows("EXECUTE kept") == [("Ada Invented",)]
    app.put("")
    assert app.rows("EXECUTE kept") == []
    app.granted(Scope.LOOK, [])
    assert app.rows("EXECUTE kept") == []


def test_a_cursor_held_open_is_the_connections_own(children: Children) -> None:
    """What was granted and fetched stays with that connection and ends with it."""
    with Intruder(children, "heeded_app") as one, Intruder(children, "heeded_app") as other:
        one.granted(Scope.LOOK)
        one.link.execute("BEGIN; DECLARE kept CURSOR WITH HOLD FOR SELECT name FROM record.person; COMMIT")
        assert one.rows("FETCH ALL FROM kept") == [("Ada Invented",)]
        with pytest.raises(errors.InvalidCursorName):
            other.rows("FETCH ALL FROM kept")


def test_jobs_and_sessions_name_no_child(children: Children, app: Intruder) -> None:
    with as_admin(children.database) as admin:
        ids = {
            str(each)
            for (each,) in admin.execute(
                "SELECT id FROM record.person UNION SELECT id FROM record.subject UNION SELECT id FROM "
                "record.entry UNION SELECT family FROM record.person"
            ).fetchall()
        }
    jobs = app.rows("SELECT task_name, queue_name, args, lock, queueing_lock FROM procrastinate_jobs")
    assert jobs
    told = json.dumps(jobs, default=str)
    told += json.dumps(app.rows("SELECT * FROM procrastinate_events"), default=str)
    told += json.dumps(app.rows("SELECT session_key, session_data FROM django_session"), default=str)
    assert not [name for name in (*ids, *NAMES) if name in told]
    assert {key for _, _, args, *_ in jobs for key in args} <= {"wake", "delivery", "timestamp"}


def test_the_locks_that_are_taken_name_no_child(children: Children) -> None:
    """An advisory lock on a number is on a digest under a key: it cannot be asked about a number."""
    with as_admin(children.database) as admin:
        for plain in ("9434765919", "nhs number:9434765919"):
            row = admin.execute("SELECT hashtextextended(%s, 0)", [plain]).fetchone()
            assert row is not None
            held = admin.execute(
                "SELECT count(*) FROM record.identifier "
                "WHERE hashtextextended(encode(sought, 'hex'), 0) = %s",
                [row[0]],
            ).fetchone()
            assert held == (0,)


def test_nobody_but_the_records_roles_is_let_into_its_database(children: Children) -> None:
    with as_admin(children.database) as admin:
        let_in = admin.execute(
            "SELECT acl.grantee::regrole::text, acl.privilege_type FROM pg_database, aclexplode(datacl) acl "
            "WHERE datname = current_database() AND acl.grantee <> datdba"
        ).fetchall()
    assert ("-", "CONNECT") not in let_in
    assert {role for role, right in let_in if right == "TEMPORARY"} <= {"heeded_loader"}
    assert {role for role, right in let_in if right == "CREATE"} <= {"heeded_owner"}
