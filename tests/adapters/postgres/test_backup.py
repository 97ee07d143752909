"""Tests of backups: whole while people write, refused when damaged, put back all or nothing."""

import fcntl
import shutil
import stat
import threading
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import psycopg
import pytest

from heeded.adapters.postgres.backup.connection import for_programs
from heeded.adapters.postgres.backup.manifest import Manifest
from heeded.adapters.postgres.backup.restoring import restore
from heeded.adapters.postgres.backup.taking import back_up
from heeded.adapters.postgres.backup.whole import opened, verify
from heeded.adapters.postgres.binaries import all_programs
from heeded.adapters.postgres.server import Running, embedded
from heeded.adapters.postgres.trouble import CannotBackUp, CannotRestore
from tests.adapters.postgres.conftest import quick_place

RECORD = """
create role heeded_owner nologin;
create role heeded_reader login;
create role heeded_app login in role heeded_reader;
create schema record authorization heeded_owner;
create extension btree_gist;
set role heeded_owner;
create table record.entry (
    number int generated always as identity primary key, child int not null, words text not null,
    seen tstzrange, bytes bytea, exclude using gist (child with =, seen with &&)
);
alter table record.entry enable row level security;
alter table record.entry force row level security;
create policy own on record.entry to heeded_app using (child = 1);
grant usage on schema record to heeded_app;
grant select, insert on record.entry to heeded_app;
reset role;
insert into record.entry (child, words, seen, bytes)
    select n, E'it’s “said”\\n\\t\\\\ ' || n,
        tstzrange(now(), now() + interval '1 day'), decode('00ff5c', 'hex')
    from generate_series(1, 3000) n;
create table public.django_migrations (app text, name text);
grant select on public.django_migrations to heeded_owner;
insert into public.django_migrations values ('record', '0001_first'), ('record', '0002_second');
"""
EVERYTHING = "select md5(string_agg(e::text, '|' order by number)), count(*) from record.entry e"


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    """A server with a small record in it."""
    place = quick_place()
    with embedded(place / "database") as running:
        with psycopg.connect(running.address.url(), autocommit=True) as link:
            for statement in RECORD.split(";\n"):
                link.execute(statement.encode())
        yield running
    shutil.rmtree(place)


@pytest.fixture(scope="module")
def taken(server: Running, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the record."""
    file = tmp_path_factory.mktemp("taken") / "record.heeded"
    back_up(server.address.url(), file)
    return file


@pytest.fixture
def empty(server: Running, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database on the same server."""
    name = f"empty_{abs(hash(request.node.name))}"
    with psycopg.connect(server.address.url(database="postgres"), autocommit=True) as link:
        link.execute(f"create database {name}".encode())
        yield server.address.url(database=name)


def everything(url: str) -> object:
    """What the record at an address holds, as one line."""
    with psycopg.connect(url) as link:
        return link.execute(EVERYTHING).fetchone()


def test_what_is_put_back_is_what_was_taken(server: Running, taken: Path, empty: str) -> None:
    told: list[str] = []
    checked: list[str] = []
    restored = restore(taken, empty, progress=told.append, check=checked.append)
    assert everything(empty) == everything(server.address.url())
    assert checked == [empty]
    assert any("record.entry" in words.replace('"', "") for words in told)
    assert restored.kept_as is None
    assert restored.manifest.rows["record.entry"] == 3000
    assert restored.manifest.schema == {"record": "0002_second"}
    with psycopg.connect(empty) as link:
        forced = link.execute("select relforcerowsecurity from pg_class where relname = 'entry'").fetchone()
        owner = link.execute("select tableowner from pg_tables where tablename = 'entry'").fetchone()
        assert (forced, owner) == ((True,), ("heeded_owner",))


def test_a_backup_goes_into_a_fresh_folder_of_a_server_that_knows_no_roles(taken: Path, folder: Path) -> None:
    with embedded(folder) as fresh:
        restored = restore(taken, fresh.address.url())
        assert {role.name for role in restored.manifest.roles} == {
            "heeded_owner",
            "heeded_app",
            "heeded_reader",
        }
        with psycopg.connect(fresh.address.url()) as link:
            link.execute("set role heeded_app")
            assert link.execute("select count(*) from record.entry").fetchone() == (1,)
            kept = "select rolname, rolcanlogin from pg_roles where rolname ~ '^heeded' and not rolsuper"
            assert dict(link.execute(kept).fetchall()) == {
                "heeded_owner": False,
                "heeded_app": True,
                "heeded_reader": True,
            }
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(fresh.address.url(role="heeded_app", password="heeded_app"))  # noqa: S106


def test_a_backup_is_of_one_moment_while_people_write(server: Running, tmp_path: Path, empty: str) -> None:
    pair = "insert into record.pair default values"
    with psycopg.connect(server.address.url(), autocommit=True) as link:
        link.execute("create table record.pair (number int generated always as identity)")
        link.execute("create table record.pair_again (number int generated always as identity)")
    begun, enough = threading.Event(), threading.Event()

    def write() -> None:
        with psycopg.connect(server.address.url()) as link:
            while not enough.is_set():
                link.execute(pair)
                link.execute("insert into record.pair_again default values")
                link.commit()
                begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert begun.wait(60), "nothing was written"
        manifest = back_up(server.address.url(), tmp_path / "b", progress=lambda _: None)
        assert manifest.rows["record.pair"] == manifest.rows["record.pair_again"] > 0
        restore(tmp_path / "b", empty)
    finally:
        enough.set()
        writer.join()
        with psycopg.connect(server.address.url(), autocommit=True) as link:
            link.execute("drop table record.pair, record.pair_again")


def test_only_its_owner_can_read_a_backup_and_none_is_overwritten(server: Running, taken: Path) -> None:
    assert stat.S_IMODE(taken.stat().st_mode) == 0o600
    before = taken.read_bytes()
    with pytest.raises(CannotBackUp, match="never replaces"):
        back_up(server.address.url(), taken)
    assert taken.read_bytes() == before
    assert list(taken.parent.iterdir()) == [taken]


def test_what_a_backup_left_that_was_cut_off_is_named_and_one_under_way_is_waited_for(
    server: Running, tmp_path: Path
) -> None:
    file = tmp_path / "record.backup"
    left = file.with_name("record.backup.partial")
    left.touch()
    with pytest.raises(CannotBackUp, match=f"run rm {left}"):
        back_up(server.address.url(), file)
    with left.open("wb") as writing:
        fcntl.flock(writing, fcntl.LOCK_EX)
        with pytest.raises(CannotBackUp, match="wait for it"):
            back_up(server.address.url(), file)
    left.unlink()
    assert back_up(server.address.url(), file).rows
    assert [each.name for each in tmp_path.iterdir()] == ["record.backup"]


def test_a_backup_without_all_rows_is_refused(server: Running, tmp_path: Path) -> None:
    with psycopg.connect(server.address.url(), autocommit=True) as link:
        link.execute("alter role heeded_owner login password 'owner'")
    blind = server.address.url(role="heeded_owner", password="owner")  # noqa: S106
    with pytest.raises(CannotBackUp, match="rows left out would be worse"):
        back_up(blind, tmp_path / "b")
    assert list(tmp_path.iterdir()) == []


def spoilt(taken: Path, copy: Path, how: str) -> Path:
    """A copy of a backup with something wrong."""
    whole = taken.read_bytes()
    if how == "truncated":
        copy.write_bytes(whole[: len(whole) // 2])
    elif how == "one byte changed":
        middle = len(whole) // 2
        copy.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
    elif how == "no zip":
        copy.write_bytes(b"-- PostgreSQL database dump")
    elif how == "empty":
        copy.write_bytes(b"")
    else:
        with zipfile.ZipFile(taken) as old, zipfile.ZipFile(copy, "w") as new:
            for name in old.namelist():
                kept = old.read(name)
                if how == "another part" and name == "database.dump":
                    kept = kept[:-1] + b"x"
                if how == "another layout" and name == "manifest.json":
                    kept = kept.replace(b"heeded-backup-1", b"heeded-backup-9")
                if not (how == "no manifest" and name == "manifest.json"):
                    new.writestr(name, kept)
    return copy


@pytest.mark.parametrize(
    "how",
    ["truncated", "one byte changed", "no zip", "empty", "another part", "another layout", "no manifest"],
)
def test_a_backup_that_is_not_whole_is_refused_before_anything_is_touched(
    taken: Path, tmp_path: Path, how: str, folder: Path
) -> None:
    bad = spoilt(taken, tmp_path / "bad", how)
    nowhere = f"postgresql://nobody@/none?host={folder}"
    with pytest.raises(CannotRestore, match="Nothing was changed"):
        restore(bad, nowhere)


def test_a_database_that_holds_something_is_left_alone_or_set_aside(
    server: Running, taken: Path, empty: str
) -> None:
    with psycopg.connect(empty, autocommit=True) as link:
        link.execute("create table precious (words text)")
        link.execute("insert into precious values ('kept')")
    with pytest.raises(CannotRestore, match="not empty"):
        restore(taken, empty)
    with psycopg.connect(empty), pytest.raises(CannotRestore, match="in use"):
        restore(taken, empty, set_aside=True)
    restored = restore(taken, empty, set_aside=True)
    assert everything(empty) == everything(server.address.url())
    with psycopg.connect(server.address.url(database=restored.kept_as)) as link:
        assert link.execute("select words from precious").fetchone() == ("kept",)


def test_what_cannot_be_put_back_leaves_what_was_there(taken: Path, empty: str, tmp_path: Path) -> None:
    with psycopg.connect(empty, autocommit=True) as link:
        link.execute("create table precious (words text)")
    with opened(taken) as archive:
        manifest = verify(archive)
        dump = archive.read("database.dump")
    bad = tmp_path / "bad"
    with zipfile.ZipFile(bad, "w") as archive:
        short = dump[: len(dump) - 2000]
        part = manifest.parts[0]
        manifest_of_bad = manifest.written().replace(part.sha256.encode(), sha256(short).hexdigest().encode())
        manifest_of_bad = manifest_of_bad.replace(str(len(dump)).encode(), str(len(short)).encode())
        archive.writestr("database.dump", short)
        archive.writestr("manifest.json", manifest_of_bad)
    with pytest.raises(CannotRestore, match="did not take the backup"):
        restore(bad, empty, set_aside=True)
    with psycopg.connect(empty) as link:
        assert link.execute("select count(*) from precious").fetchone() == (0,)


def test_a_manifest_survives_being_written_and_read(taken: Path) -> None:
    with opened(taken) as archive:
        manifest = verify(archive)
    assert Manifest.read(manifest.written()) == manifest


def test_no_password_stands_on_a_command_line(server: Running) -> None:
    address, environ = for_programs(server.address.url())
    assert server.address.password not in address
    assert environ["PGPASSWORD"] == server.address.password


def test_it_serves_an_older_server_whose_own_programs_are_missing(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest, *others = all_programs()
    older = next((there for there in others if there.major < 17 <= newest.major), None)
    if older is None:
        pytest.skip("there is no older PostgreSQL on this machine")
    monkeypatch.setenv("PG_BINDIR", str(older.folder))
    with embedded(folder) as running:
        one, two = running.address.url(), running.address.url(database="two")
        with psycopg.connect(one, autocommit=True) as link:
            for statement in RECORD.split(";\n"):
                link.execute(statement.encode())
            link.execute("create database two")
        monkeypatch.delenv("PG_BINDIR")
        monkeypatch.setattr("heeded.adapters.postgres.backup.connection.all_programs", lambda: iter([newest]))
        manifest = back_up(one, tmp_path / "b")
        assert manifest.server_major == older.major
        assert int(manifest.programs.split(".")[0]) == newest.major
        restore(tmp_path / "b", two)
        assert everything(one) == everything(two)
