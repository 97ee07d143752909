"""Questions by which somebody would learn that a child is in the record without seeing a row."""

from __future__ import annotations

import re
from itertools import product
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors

from heeded.adapters.record.store.token import Scope, Tokens
from heeded.adapters.record.store.transaction import opened
from heeded.bootstrap.secret import derived
from tests.adapters.record.security.conftest import BEN, NUMBER
from tests.adapters.record.security.intruder import Children, Intruder, as_admin

REFUSED = "row-level security"
ADD_PERSON = "INSERT INTO record.person (id, family) VALUES (%s, %s)"


def really(children: Children, query: psycopg.sql.SQL) -> object:
    """What is really there."""
    with as_admin(children.database) as admin:
        row = admin.execute(query).fetchone()
        assert row is not None
        return row[0]


@pytest.mark.parametrize("scope", [None, Scope.LOOK, Scope.WRITE])
def test_a_person_that_is_there_and_one_that_is_not_are_refused_alike(
    app: Intruder, scope: Scope | None
) -> None:
    if scope:
        app.granted(scope)
    said = set()
    ends = ("", "ON CONFLICT DO NOTHING", "ON CONFLICT (id) DO UPDATE SET name = 'x'")
    for person, again in product((app.children.hidden, uuid4()), ends):
        with pytest.raises(errors.InsufficientPrivilege, match=REFUSED) as refused:
            app.link.execute(f"{ADD_PERSON} {again}".encode(), [person, person])
        said.add(str(refused.value))
    assert len(said) == 1


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("subject", "(id, person, agency, ref) VALUES (%(it)s, %(it)s, 'hospital', 'ben')"),
        ("identifier", "(sought, subject, system, value) VALUES ('\\x00', %(it)s, 'nhs number', '1')"),
        ("household", "(id, person) VALUES ('hospital:ben', %(it)s)"),
        ("leaf", "(index, entry, at, hash) VALUES (0, %(it)s, 0, decode(repeat('00', 32), 'hex'))"),
    ],
)
def test_what_is_unique_is_not_asked_before_the_policy(app: Intruder, table: str, columns: str) -> None:
    app.granted(Scope.LOOK)
    for end in ("", " ON CONFLICT DO NOTHING"):
        with pytest.raises(errors.InsufficientPrivilege, match=REFUSED):
            app.link.execute(
                f"INSERT INTO record.{table} {columns}{end}".encode(), {"it": app.children.hidden}
            )


def test_a_note_on_somebody_hidden_is_not_accepted(app: Intruder) -> None:
    app.granted(Scope.WRITE)
    for person in (app.children.hidden, uuid4()):
        with pytest.raises(errors.InsufficientPrivilege, match=REFUSED):
            app.touched(
                "INSERT INTO record.acknowledgement (duty, agency, person, by, at) "
                "VALUES (gen_random_uuid(), 'hospital', %s, 'me', 0)",
                person,
            )


def test_names_in_the_record_cannot_be_worked_out(children: Children) -> None:
    """A name is a keyed digest: what a known hash would give is not there."""
    with as_admin(children.database) as admin:
        held = {row[0] for row in admin.execute("SELECT id FROM record.subject").fetchall()}
        sought = {bytes(row[0]) for row in admin.execute("SELECT sought FROM record.identifier").fetchall()}
        row = admin.execute(
            "SELECT sha256(convert_to(value, 'UTF8')) FROM record.identifier WHERE value = %s", [NUMBER]
        ).fetchone()
    assert row is not None
    assert bytes(row[0]) not in sought
    assert all(one.version == 8 for one in held)
    assert held.isdisjoint({UUID(int=0)})


def test_a_slip_in_a_statement_cannot_have_a_plan_made(app: Intruder) -> None:
    """Open in PostgreSQL: EXPLAIN ANALYZE tells whether a leakproof condition held for a hidden row.

    `EXPLAIN ANALYZE ... WHERE name = 'somebody'` shows whether the policy was then asked at all. Nothing in
    PostgreSQL takes EXPLAIN away. So the record's statements go out one at a time with their values apart,
    which leaves no room to bring an EXPLAIN along, and functions that run a string are closed.
    """
    app.granted(Scope.LOOK)
    with psycopg.Cursor(app.link) as cursor, pytest.raises(errors.SyntaxError, match="multiple commands"):
        cursor.execute("SELECT %s::text; EXPLAIN ANALYZE SELECT FROM record.person", ["x"])
    for statement in (
        "SELECT query_to_xml('EXPLAIN ANALYZE SELECT FROM record.person', true, false, '')",
        "SELECT cursor_to_xml('c', 1, true, false, '')",
        "SELECT ts_stat('SELECT null::tsvector')",
        "SELECT database_to_xml(true, false, '')",
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            app.link.execute(statement.encode())


def test_the_record_sends_values_apart_from_statements(children: Children) -> None:
    with opened(Tokens(derived("tokens", 64)), "hospital-system", "hospital") as tx:
        tx.enter(Scope.LOOK, [children.granted])
        assert len(tx.rows("families", "people", [children.granted])) == 1
        with as_admin(children.database) as admin:
            texts = admin.execute(
                "SELECT query FROM pg_stat_activity WHERE usename = 'heeded_app'"
            ).fetchall()
        assert any("$1" in text for (text,) in texts)
        assert not any(str(children.granted) in text or "hospital-system" in text for (text,) in texts)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("person", "name"),
        ("description", "name"),
        ("identifier", "value"),
        ("address", "postcode"),
        ("subject", "ref"),
    ],
)
def test_a_plan_is_made_without_knowing_what_names_a_child(app: Intruder, table: str, column: str) -> None:
    """The planner keeps no samples of columns that name somebody, so that its guesses give none away."""
    with as_admin(app.children.database) as admin:
        kept = admin.execute(
            "SELECT count(*) FROM pg_stats WHERE schemaname = 'record' AND tablename = %s AND attname = %s",
            [table, column],
        ).fetchone()
    assert kept == (0,)
    asked = psycopg.sql.SQL("EXPLAIN SELECT 1 FROM record.{} WHERE {} = %s").format(
        psycopg.sql.Identifier(table), psycopg.sql.Identifier(column)
    )
    app.granted(Scope.LOOK)
    guesses = {
        re.sub(r"'[^']*'", "", str(app.link.execute(asked, [value]).fetchall()))
        for value in (BEN, NUMBER, "Nobody At All")
    }
    assert len(guesses) == 1


def test_the_planners_samples_are_not_shown(app: Intruder, reader: Intruder) -> None:
    app.granted(Scope.LOOK)
    for one in (app, reader):
        assert (
            one.rows(
                "SELECT tablename FROM pg_stats WHERE schemaname = 'record' AND tablename <> 'head'"
                " AND tablename NOT IN ('node', 'checkpoint', 'allowance')"
            )
            == []
        )
        with pytest.raises(errors.InsufficientPrivilege):
            one.rows("SELECT * FROM pg_statistic")


def test_what_is_counted_of_a_table_is_of_all_children_together(app: Intruder) -> None:
    """Open in PostgreSQL, and left open: reltuples and the sizes of files tell how many rows a table has.

    They are of the whole record, which is published anyway (the log's size is on each checkpoint), and
    tell nothing of one child; a table a child is never made.
    """
    told = app.value("SELECT reltuples FROM pg_class WHERE oid = 'record.person'::regclass")
    assert told == really(app.children, psycopg.sql.SQL("SELECT count(*) FROM record.person"))
    assert app.value("SELECT count(*) FROM pg_class WHERE relname ~ '[0-9a-f]{8}-[0-9a-f]{4}'") == 0


def test_refusing_to_be_filtered_is_an_error_and_not_a_way_in(app: Intruder) -> None:
    app.link.execute("SET row_security = off")
    with pytest.raises(errors.InsufficientPrivilege, match=REFUSED):
        app.count("person")
