"""Tests of one server for many processes: started by the first, joined by the others, stopped by the last."""

import os
import stat
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from heeded.adapters.postgres.server import embedded
from tests.adapters.postgres.processes import User, gone


def test_it_starts_in_an_empty_folder_and_keeps_what_it_is_given(folder: Path) -> None:
    with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
        link.execute("create table entry (words text)")
        link.execute("insert into entry values ('seen')")
    with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
        assert link.execute("select words from entry").fetchall() == [("seen",)]


def test_it_is_safe_before_it_is_quick(folder: Path) -> None:
    wanted = {
        "data_checksums": "on",
        "fsync": "on",
        "full_page_writes": "on",
        "synchronous_commit": "on",
        "listen_addresses": "",
        "password_encryption": "scram-sha-256",
        "TimeZone": "UTC",
        "server_encoding": "UTF8",
    }
    with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
        shown: dict[str, str] = dict(link.execute("select name, setting from pg_settings").fetchall())
        assert {name: shown[name] for name in wanted} == wanted
        assert link.execute("select 'a' < 'B', 'É' = upper('é')").fetchone() == (False, True)


def test_nobody_gets_in_without_the_password(folder: Path) -> None:
    with embedded(folder) as server:
        for password in ("", "wrong"):
            with pytest.raises(psycopg.OperationalError, match="password"):
                psycopg.connect(server.address.url(password=password))
        with psycopg.connect(server.address.url()) as link:
            odd = "p/w:d@?"
            link.execute(sql.SQL("create role reader login password {}").format(odd))
            link.commit()
            as_reader = server.address.url(role="reader", password=odd, database="postgres")
            with psycopg.connect(as_reader) as other:
                assert other.execute("select current_user, current_database()").fetchone() == (
                    "reader",
                    "postgres",
                )


def test_the_folder_is_closed_to_others(folder: Path) -> None:
    with embedded(folder) as server:
        closed = [folder, folder / "server", folder / "server" / "data", server.address.socket_folder]
        assert {stat.S_IMODE(place.stat().st_mode) for place in closed} == {0o700}
        assert stat.S_IMODE((folder / "password").stat().st_mode) == 0o600
        assert (folder / "password").stat().st_uid == os.geteuid()
        assert server.address.password not in repr(server.address)


def test_postgres_never_runs_as_root_and_listens_on_no_port(folder: Path) -> None:
    with embedded(folder), (folder / "server" / "data" / "postmaster.pid").open() as file:
        status = Path(f"/proc/{file.readline().strip()}/status").read_text()
        uids = next(line.split()[1:] for line in status.splitlines() if line.startswith("Uid:"))
        groups = next(line.split()[1:] for line in status.splitlines() if line.startswith("Groups:"))
        assert "0" not in uids
        if os.geteuid() == 0:
            assert groups == []


def test_others_join_and_the_last_stops_it(folder: Path) -> None:
    began = "select pg_postmaster_start_time()"
    with User(folder) as first, User(folder) as second:
        assert first.ask(began) == second.ask(began)
        assert first.ask("leave") == "left"
        assert second.ask("select 1") == "(1,)"
        assert second.ask("leave") == "left"
        assert not (folder / "server" / "data" / "postmaster.pid").exists()


def test_many_that_come_at_once_share_one(folder: Path) -> None:
    users = [User(folder) for _ in range(5)]
    try:
        assert [user.hear() for user in users] == ["ready"] * 5
        assert len({user.ask("select pg_postmaster_start_time()") for user in users}) == 1
    finally:
        for user in users:
            user.__exit__(None, None, None)


def test_one_comes_while_the_last_leaves(folder: Path) -> None:
    with User(folder) as last:
        assert last.ask("select 1") == "(1,)"
        last.process.kill()
        with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
            assert link.execute("select 1").fetchone() == (1,)


def test_leaving_twice_is_leaving_once(folder: Path) -> None:
    server = embedded(folder)
    server.leave()
    server.leave()
    assert gone(folder)


def test_a_forked_child_that_leaves_takes_nothing_from_its_parent(folder: Path) -> None:
    with User(folder) as parent:
        assert parent.ask("fork") == "child left"
        assert parent.ask("select 1") == "(1,)"
        assert parent.ask("leave") == "left"
        assert not (folder / "server" / "data" / "postmaster.pid").exists()
