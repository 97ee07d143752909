"""Tokens that somebody would make, change, take or keep: none lets them see anybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from psycopg import errors

from heeded.adapters.record.store.token import Scope, Tokens
from heeded.adapters.record.store.transaction import opened
from heeded.bootstrap.secret import derived
from tests.adapters.record.security.intruder import Children, Intruder


def _other_scope(token: str) -> str:
    return token.replace("|look|", "|find|")


def _later(token: str) -> str:
    parts = token.split("|")
    parts[2] = str(int(parts[2]) + 3600)
    return "|".join(parts)


def _unsigned(token: str) -> str:
    return token.rpartition("|")[0]


def _signed_by_itself(token: str) -> str:
    backend = int(token.split("|")[1])
    return Tokens(bytes(64)).token(backend, "hospital-system", "hospital", Scope.FIND)


def _longer(token: str) -> str:
    body, _, signature = token.rpartition("|")
    return f"{body},{'0' * 8}-0000-8000-8000-{'0' * 12}|{signature}"


def _two_in_one(token: str) -> str:
    return f"{token}|{token}"


FORGED: list[Callable[[str], str]] = [
    _other_scope,
    _later,
    _unsigned,
    _signed_by_itself,
    _longer,
    _two_in_one,
    lambda token: token.upper(),
    lambda token: token.replace("hospital|", "police|"),
    lambda token: "2" + token[1:],
    lambda token: "|" * token.count("|"),
    lambda token: "1|x|y|||find||" + token.rpartition("|")[2],
    lambda token: "\u202e" + token,
]


def test_a_token_that_was_made_or_changed_shows_nothing(app: Intruder) -> None:
    token = app.granted(Scope.LOOK)
    assert app.count("entry") == 4
    for forge in FORGED:
        app.put(forge(token))
        assert app.value("SELECT record.token() IS NULL"), forge(token)
        assert app.seen() == {}


def test_a_token_is_of_no_use_on_another_connection(children: Children) -> None:
    with Intruder(children, "heeded_app") as one, Intruder(children, "heeded_app") as other:
        other.put(one.granted(Scope.LOOK))
        assert one.count("entry") == 4
        assert other.seen() == {}


def test_a_token_ends(app: Intruder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heeded.adapters.record.store.token.LASTS", -2)
    app.granted(Scope.LOOK)
    assert app.seen() == {}


def test_a_token_kept_on_a_shared_connection_gives_way_to_the_next(children: Children) -> None:
    """Whoever leaves a token behind shows it to nobody who works on the same connection later."""
    signing = Tokens(derived("tokens", 64))
    with opened(signing, "hospital-system", "hospital") as tx:
        tx.enter(Scope.LOOK, [children.granted])
        assert len(tx.rows("families", "people", [children.granted])) == 1
        tx._cursor.execute("SELECT set_config('heeded.token', current_setting('heeded.token'), false)")  # noqa: SLF001
    with opened(signing, "somebody", "school") as tx:
        tx.enter(Scope.LOOK, [children.hidden])
        assert tx.rows("families", "people", [children.granted]) == []
        assert len(tx.rows("families", "people", [children.hidden])) == 1


def test_nothing_is_run_on_what_somebody_left_behind(children: Children) -> None:
    """A transaction of the record runs no statement before it has put a token of its own in the place."""
    signing = Tokens(derived("tokens", 64))
    with pytest.raises(RuntimeError, match="enter a scope"), opened(signing, "x", "school") as tx:
        tx.rows("families", "people", [children.granted])
    with pytest.raises(RuntimeError, match="enter a scope"), opened(signing, "x", "school") as tx:
        tx.run("families", "wrote", [children.granted])
    with pytest.raises(RuntimeError, match="enter a scope"), opened(signing, "x", "school") as tx:
        tx.run_many("families", "move_duties", [(children.granted, [], children.granted)])


def test_a_token_ends_with_its_transaction(children: Children) -> None:
    from django.db import connection  # noqa: PLC0415 - after Django is set up

    with opened(Tokens(derived("tokens", 64)), "hospital-system", "hospital") as tx:
        tx.enter(Scope.LOOK, [children.granted])
        assert len(tx.rows("families", "people", [children.granted])) == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM record.person")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT coalesce(current_setting('heeded.token', true), '')")
        assert cursor.fetchone() == ("",)


def test_no_account_or_agency_can_be_named_so_that_a_token_says_something_else() -> None:
    with pytest.raises(ValueError, match="bar"):
        Tokens(bytes(64)).token(1, "a|hospital|find||", "school", Scope.LOOK)


@pytest.mark.parametrize("statement", ["RESET ALL", "DISCARD ALL", "RESET heeded.token"])
def test_wiping_the_connection_takes_the_token_away_and_nothing_else(app: Intruder, statement: str) -> None:
    app.granted(Scope.LOOK)
    app.link.execute(statement.encode())
    assert app.seen() == {}


def test_the_key_cannot_be_read_or_set(app: Intruder, reader: Intruder) -> None:
    for one in (app, reader):
        for statement in (
            "SELECT key FROM record.token_key",
            "SELECT inner_pad FROM record.token_pads",
            "SELECT record.set_token_key(decode(repeat('00', 64), 'hex'))",
            "UPDATE record.token_key SET key = decode(repeat('00', 64), 'hex')",
            "TABLE record.token_pads",
            "COPY record.token_key TO STDOUT",
        ):
            with pytest.raises(errors.InsufficientPrivilege):
                one.link.execute(statement.encode())
