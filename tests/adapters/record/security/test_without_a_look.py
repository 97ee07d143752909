"""What an intruder sees without a look, or of a child at whom no look was granted: nothing."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import errors

from heeded.adapters.record.store.token import Scope
from tests.adapters.record.security.conftest import BEN
from tests.adapters.record.security.intruder import NAMING_A_CHILD, Children, Intruder, as_admin


def test_there_is_something_to_be_seen(children: Children) -> None:
    with as_admin(children.database) as admin:
        for table in ("person", "subject", "entry", "leaf", "duty", "description", "address", "identifier"):
            query = psycopg.sql.SQL("SELECT count(*) FROM record.{}").format(psycopg.sql.Identifier(table))
            row = admin.execute(query).fetchone()
            assert row is not None
            assert row[0] > 0, table


def test_without_a_token_nothing_is_seen(app: Intruder, reader: Intruder) -> None:
    assert app.seen() == {}
    assert reader.seen() == {}
    assert set(NAMING_A_CHILD) - set(app.readable()) == {"disposal"}


@pytest.mark.parametrize("scope", [Scope.LOOK, Scope.WRITE])
def test_with_a_token_only_the_person_granted_is_seen(app: Intruder, scope: Scope) -> None:
    app.granted(scope, agency="council")
    assert app.rows("SELECT id FROM record.person") == [(app.children.granted,)]
    assert app.value("SELECT count(*) FROM record.entry") == 4
    assert app.value("SELECT count(DISTINCT subject) FROM record.entry") == 1
    assert app.rows("SELECT DISTINCT person FROM record.duty") == [(app.children.granted,)]
    for name in ("person", "description"):
        query = psycopg.sql.SQL("SELECT count(*) FROM record.{} WHERE name = %s").format(
            psycopg.sql.Identifier(name)
        )
        assert app.link.execute(query, [BEN]).fetchone() == (0,)


def test_whoever_writes_sees_their_own_agencys_words_and_nobody_elses(app: Intruder) -> None:
    """So that an event told before is known again, whomever it was told about."""
    app.granted(Scope.WRITE, [], agency="hospital")
    assert app.rows("SELECT DISTINCT agency FROM record.entry") in ([], [("hospital",)])
    app.granted(Scope.WRITE, [], agency="school")
    assert app.count("entry") == 0


def test_a_look_shows_no_address_and_an_address_no_chronology(app: Intruder) -> None:
    app.granted(Scope.LOOK, [app.children.hidden])
    assert app.count("entry") == 4
    assert app.count("address") == 0
    app.granted(Scope.ADDRESS, [app.children.hidden])
    assert app.count("address") == 1
    assert app.count("entry") == 0


def test_what_a_list_shows_is_an_agencys_own_lines_and_no_chronology(app: Intruder) -> None:
    app.granted(Scope.LIST, [], agency="council")
    assert set(app.seen()) <= {"duty", "acknowledgement", "notice", "cover", "card"}
    assert app.rows("SELECT DISTINCT agency FROM record.duty") == [("council",)]
    app.granted(Scope.LIST, [], agency="school")
    assert app.count("duty") == 0


@pytest.mark.parametrize("scope", [Scope.NOTE, Scope.BOND, Scope.REVIEW])
def test_a_narrow_scope_shows_no_content(app: Intruder, scope: Scope) -> None:
    app.granted(scope, [], agency="school")
    assert app.count("entry") == 0
    assert app.count("person") == 0
    assert app.count("description") == 0


def test_whoever_bonds_is_shown_their_own_agencys_words_alone(app: Intruder) -> None:
    app.granted(Scope.BOND, agency="school")
    assert app.count("entry") == 0
    app.granted(Scope.BOND, agency="hospital")
    assert app.rows("SELECT DISTINCT agency FROM record.entry") == [("hospital",)]


def test_what_is_hidden_cannot_be_updated_or_deleted(app: Intruder) -> None:
    app.granted(Scope.WRITE)
    hidden = app.children.hidden
    assert app.touched("UPDATE record.person SET name = 'x' WHERE id = %s", hidden) == 0
    assert app.touched("UPDATE record.person SET name = name") == 1
    assert app.touched("DELETE FROM record.duty WHERE person = %s", hidden) == 0
    assert app.touched("UPDATE record.shield SET until = 0") == 0


def test_a_row_cannot_be_moved_onto_somebody_hidden(app: Intruder) -> None:
    app.granted(Scope.WRITE)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        app.touched("UPDATE record.duty SET person = %s", app.children.hidden)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        app.touched("UPDATE record.person SET id = %s", app.children.hidden)


def test_an_entry_cannot_be_put_in_anothers_mouth_or_on_somebody_hidden(app: Intruder) -> None:
    app.granted(Scope.WRITE, agency="school")
    mine = app.value("SELECT subject FROM record.entry LIMIT 1")
    with as_admin(app.children.database) as admin:
        row = admin.execute(
            "SELECT id FROM record.subject WHERE person = %s", [app.children.hidden]
        ).fetchone()
    assert row is not None
    add = (
        "INSERT INTO record.entry (index, id, subject, kind, earliest, latest, precision, told, received, "
        "agency, practitioner, role, known, keys, facts, salt) "
        "VALUES (900, gen_random_uuid(), %s, 'note', 0, 0, 'instant', 0, 0, %s, '', '', '{}', '{}', '{}', "
        "decode(repeat('00', 32), 'hex'))"
    )
    for subject, agency in ((mine, "police"), (row[0], "school")):
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            app.touched(add, subject, agency)
    assert app.touched(add, mine, "school") == 1


def test_what_would_fail_on_the_hidden_row_does_not_fail(app: Intruder) -> None:
    """Functions that could tell of a row by failing are asked after the policy has hidden it."""
    app.granted(Scope.LOOK)
    found = app.rows(
        "SELECT name FROM record.person WHERE 1 / (CASE WHEN name = %s THEN 0 ELSE 1 END) = 1", BEN
    )
    assert found == [("Ada Invented",)]
    found = app.rows(
        "SELECT name FROM record.person WHERE (CASE WHEN name = %s THEN name END)::int IS NULL", BEN
    )
    assert found == [("Ada Invented",)]
