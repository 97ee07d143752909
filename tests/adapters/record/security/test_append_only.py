"""What was told stays as it was told, whoever asks: the application, reports, retention, the owner."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from typing import Any

import psycopg
import pytest
from psycopg import errors, sql

from heeded.adapters.record.prepare import as_owner
from heeded.adapters.record.store.token import Scope
from tests.adapters.record.security.intruder import Children, Intruder, as_admin

ADDED_TO = (
    "entry leaf node description link look glass glass_review checkpoint seen family_account "
    "family_account_step"
).split()
"""The tables to which rows are only ever added."""

COLUMN = {
    "entry": "kind",
    "leaf": "hash",
    "node": "hash",
    "description": "name",
    "link": "reason",
    "assertion": "reason",
}


def edits(table: str) -> Iterator[sql.Composed]:
    """Statements that change a table."""
    column = COLUMN.get(table, "at")
    column = "since" if table == "glass" else column
    name = sql.Identifier("record", table)
    place = sql.Identifier(column)
    yield sql.SQL("UPDATE {} SET {} = {}").format(name, place, place)
    yield sql.SQL("DELETE FROM {}").format(name)
    yield sql.SQL("TRUNCATE {}").format(name)


@contextmanager
def holding(database: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection with the owner's rights, as migrations have them."""
    with psycopg.connect(as_owner(database), autocommit=True) as link:
        yield link


@pytest.mark.parametrize("role", ["heeded_app", "heeded_reader"])
def test_the_application_and_reports_only_add(children: Children, role: str) -> None:
    with Intruder(children, role) as one:
        for scope in Scope:
            one.granted(scope, [children.granted, children.hidden])
            for edit in chain.from_iterable(map(edits, ADDED_TO)):
                with pytest.raises(errors.InsufficientPrivilege):
                    one.link.execute(edit)


def test_even_the_administrator_is_refused_unless_the_trigger_is_taken_off(children: Children) -> None:
    with as_admin(children.database) as admin:
        for table in ("entry", "leaf", "description", "link"):
            for edit in list(edits(table))[:2]:
                with pytest.raises(errors.InsufficientPrivilege, match=f"append-only: .* on record.{table} "):
                    admin.execute(edit)


def test_nobody_empties_the_log_or_the_looks(children: Children) -> None:
    with as_admin(children.database) as admin:
        for table in ("entry", "leaf", "look"):
            with pytest.raises(errors.InsufficientPrivilege, match="append-only"):
                admin.execute(sql.SQL("TRUNCATE {}").format(sql.Identifier("record", table)))


def test_the_owner_sees_nobody(children: Children) -> None:
    """The owner makes tables and is bound by their policies: none lets it see a row."""
    with holding(children.database) as owner:
        for table in ("person", "subject", "entry", "description", "identifier", "address", "duty", "look"):
            counted = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier("record", table))
            assert owner.execute(counted).fetchone() == (0,), table
        assert owner.execute("DELETE FROM record.duty").rowcount == 0
        assert owner.execute("UPDATE record.person SET name = 'x'").rowcount == 0


def test_retention_changes_no_word_and_deletes_nothing_without_a_token(children: Children) -> None:
    with Intruder(children, "heeded_retention") as retention:
        for scope in (None, *Scope):
            if scope is not None:
                retention.granted(scope, [children.granted], agency="hospital")
            for refused in (
                "UPDATE record.entry SET kind = 'x'",
                "UPDATE record.leaf SET hash = decode(repeat('00', 32), 'hex')",
                "UPDATE record.leaf SET index = index + 100",
                "DELETE FROM record.leaf",
                "DELETE FROM record.node",
                "DELETE FROM record.look",
                "UPDATE record.look SET reason = ''",
                "INSERT INTO record.entry SELECT * FROM record.entry",
                "UPDATE record.description SET name = 'x'",
                "TRUNCATE record.entry",
            ):
                with pytest.raises(errors.InsufficientPrivilege):
                    retention.link.execute(refused.encode())
            deleted = retention.touched("DELETE FROM record.entry WHERE index = 0")
            assert deleted == (1 if scope == "erase" else 0), scope


def test_retention_erases_one_agencys_words_about_the_persons_granted_and_no_others(
    children: Children,
) -> None:
    with Intruder(children, "heeded_retention") as retention:
        erase = next(scope for scope in Scope if scope == "erase")
        retention.granted(erase, [children.granted], agency="school")
        assert retention.touched("DELETE FROM record.entry") == 0
        retention.granted(erase, [children.granted], agency="hospital")
        assert retention.touched("DELETE FROM record.entry") == 4
    with as_admin(children.database) as admin:
        assert admin.execute("SELECT count(*) FROM record.entry").fetchone() == (4,)


def test_what_was_said_of_who_is_who_goes_only_when_an_adoption_is_sealed(children: Children) -> None:
    with as_admin(children.database) as admin:
        admin.execute(
            "INSERT INTO record.assertion (act, one, other, verdict, at, by, agency, reason) "
            "VALUES (gen_random_uuid(), least(%s, %s), greatest(%s, %s), 'unsure', 0, 'x', 'x', 'x')",
            [children.granted, children.hidden] * 2,
        )
    with Intruder(children, "heeded_app") as one:
        for scope in Scope:
            one.granted(scope, [children.hidden])
            with pytest.raises(errors.InsufficientPrivilege):
                one.link.execute("UPDATE record.assertion SET reason = reason")
            with suppress(errors.InsufficientPrivilege):
                gone = one.link.execute("DELETE FROM record.assertion").rowcount
                assert bool(gone) is (scope is Scope.UNSEAL)
