"""Tests that kill: the server, its watcher, its users, at any moment; nothing acknowledged may be lost."""

import os
import queue
import select
import shutil
import signal
import subprocess
import threading
from pathlib import Path

import psycopg
import pytest

from heeded.adapters.postgres.account import start, unprivileged
from heeded.adapters.postgres.layout import Layout
from heeded.adapters.postgres.locks import await_alone, is_held
from heeded.adapters.postgres.server import embedded
from tests.adapters.postgres.processes import User, gone

KILLS = 5
BETWEEN = 40


def postmaster(folder: Path) -> int:
    """The number of the server's first process."""
    return int((folder / "server" / "data" / "postmaster.pid").read_text().split()[0])


def watchers(folder: Path, *, spare: bool) -> list[int]:
    """The numbers of the folder's watchers: the one that watches, or the spare ones."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes().rstrip(b"\0").split(b"\0")
        except OSError:
            continue
        ours = b"heeded.adapters.postgres.watch" in words and os.fsencode(folder) in words
        if ours and (words[-1] == b"-1") == spare:
            found.append(int(entry.name))
    return found


def leave_unwatched(folder: Path) -> None:
    """Kill the watcher and its spare, and wait until nobody watches."""
    for spare in (True, False):
        for number in watchers(folder, spare=spare):
            kill(number)
    os.close(await_alone(Layout(folder).watching))


def kill(number: int) -> None:
    """Kill a process and wait for its end."""
    held = os.pidfd_open(number)
    os.kill(number, signal.SIGKILL)
    await_end(held)


def await_end(held: int) -> None:
    """Wait until a process has ended."""
    watch = select.poll()
    watch.register(held, select.POLLIN)
    assert watch.poll(30_000)
    os.close(held)


def write(folder: Path, kept: "queue.Queue[int]", enough: threading.Event) -> None:
    """Write numbers one by one, and tell each that was acknowledged; join again whenever that fails."""
    number = 0
    while not enough.is_set():
        try:
            with embedded(folder) as server, psycopg.connect(server.address.url(), autocommit=True) as link:
                while not enough.is_set():
                    number += 1
                    link.execute("insert into entry values (%s)", [number])
                    kept.put(number)
        except psycopg.OperationalError:
            continue


def test_no_acknowledged_row_is_lost_when_the_server_is_killed(folder: Path) -> None:
    kept: queue.Queue[int] = queue.Queue()
    enough = threading.Event()
    acknowledged: list[int] = []
    with embedded(folder) as server:
        with psycopg.connect(server.address.url()) as link:
            link.execute("create table entry (number int primary key)")
        writer = threading.Thread(target=write, args=(folder, kept, enough))
        writer.start()
        try:
            for _ in range(KILLS):
                acknowledged += [kept.get(timeout=30) for _ in range(BETWEEN)]
                kill(postmaster(folder))
                with embedded(folder):
                    acknowledged += [kept.get() for _ in range(kept.qsize())]
            acknowledged += [kept.get(timeout=30) for _ in range(BETWEEN)]
        finally:
            enough.set()
            writer.join()
        acknowledged += [kept.get() for _ in range(kept.qsize())]
        with psycopg.connect(server.address.url()) as link:
            rows = {number for (number,) in link.execute("select number from entry")}
    assert set(acknowledged) <= rows
    assert len(rows - set(acknowledged)) <= KILLS  # at most the one in flight at each kill
    assert len(acknowledged) >= (KILLS + 1) * BETWEEN


def test_the_server_ends_when_all_its_users_are_killed(folder: Path) -> None:
    with User(folder) as first, User(folder) as second, User(folder) as third:
        for user in (first, second, third):
            assert user.ask("select 1") == "(1,)"
            user.process.kill()
        assert gone(folder)
    assert not (folder / "server" / "data" / "postmaster.pid").exists()


def test_a_spare_takes_the_place_of_a_watcher_that_is_killed(folder: Path) -> None:
    with User(folder) as user, User(folder) as other:
        began = user.ask("select pg_postmaster_start_time()")
        for number in watchers(folder, spare=False):
            kill(number)
        assert user.ask("select pg_postmaster_start_time()") == began
        kill(postmaster(folder))
        with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
            assert str(link.execute("select pg_postmaster_start_time()").fetchone()) != began
        user.process.kill()
        other.process.kill()
        assert gone(folder)


def test_a_server_without_its_watcher_is_adopted(folder: Path) -> None:
    with User(folder) as user:
        began = user.ask("select pg_postmaster_start_time()")
        leave_unwatched(folder)
        with User(folder) as joined:
            assert joined.ask("select pg_postmaster_start_time()") == began
            assert is_held(Layout(folder).watching)
            user.process.kill()
            joined.process.kill()
        assert gone(folder)


def test_the_last_to_leave_stops_a_server_without_a_watcher(folder: Path) -> None:
    with User(folder) as user:
        leave_unwatched(folder)
        assert user.ask("leave") == "left"
        assert not is_held(Layout(folder).running)


def test_it_recovers_when_everything_was_killed_in_the_middle_of_work(folder: Path) -> None:
    with User(folder) as user, User(folder) as busy:
        assert user.ask("create table entry (number int)") == "done"
        assert user.ask("insert into entry values (7)") == "done"
        assert busy.process.stdin is not None
        busy.process.stdin.write("select count(*) from generate_series(1, 100000000000)\n")
        busy.process.stdin.flush()
        waiting = (
            "select count(*) from pg_stat_activity where query like '%100000000000%' and state = 'active'"
        )
        while user.ask(waiting) != "(2,)":
            assert busy.process.poll() is None
        leave_unwatched(folder)
        for number in (postmaster(folder), user.process.pid, busy.process.pid):
            os.kill(number, signal.SIGKILL)
    with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
        assert link.execute("select number from entry").fetchall() == [(7,)]


def test_a_server_that_is_recovering_stops_as_well(folder: Path) -> None:
    server = embedded(folder)
    with psycopg.connect(server.address.url(), autocommit=True) as link:
        link.execute("create table entry (number int)")
        os.kill(link.info.backend_pid, signal.SIGKILL)
        with pytest.raises(psycopg.OperationalError):
            link.execute("select 1")
    while "reinitializing" not in (folder / "log").read_text():
        assert is_held(Layout(folder).running)
    server.leave(seconds=20)
    assert not is_held(Layout(folder).running)


def test_a_number_in_a_file_proves_nothing(folder: Path) -> None:
    with embedded(folder):
        pass
    layout = Layout(folder)
    account = unprivileged(layout.data)
    with start(
        ["/usr/bin/env", "sleep", "60"],
        account,
        output=subprocess.DEVNULL,
        errors=subprocess.DEVNULL,
    ) as stranger:
        try:
            stale = layout.data / "postmaster.pid"
            stale.write_text(
                f"{stranger.pid}\n/elsewhere\n1\n5432\n/elsewhere\n\n  1234567         1\nready\n"
            )
            with embedded(folder) as server, psycopg.connect(server.address.url()) as link:
                assert link.execute("select 1").fetchone() == (1,)
            assert stranger.poll() is None
        finally:
            stranger.kill()


def test_the_log_keeps_no_word_of_the_record(folder: Path) -> None:
    with embedded(folder) as server:
        with psycopg.connect(server.address.url(), autocommit=True) as link:
            link.execute("create table entry (words text primary key check (words <> 'a-secret-refused'))")
            link.execute("insert into entry values ('a-secret-kept')")
            for wrong in ("a-secret-kept", "a-secret-refused"):
                with pytest.raises(psycopg.IntegrityError):
                    link.execute("insert into entry values (%s)", [wrong])
            with pytest.raises(psycopg.DataError):
                link.execute("select 'a-secret-word'::int")
            number = link.info.backend_pid
            link.execute("prepare said as select 'a-secret-said'")
            killed = pytest.raises(psycopg.OperationalError)
            with killed:
                os.kill(number, signal.SIGKILL)
                link.execute("select 'a-secret-running', pg_sleep(60)")
        with embedded(folder):
            said = (folder / "log").read_text()
    assert "terminated by signal 9" in said
    assert "a-secret" not in said


def test_a_socket_that_was_cleared_away_comes_back(folder: Path) -> None:
    with embedded(folder) as server:
        shutil.rmtree(server.address.socket_folder)
        with embedded(folder) as again, psycopg.connect(again.address.url()) as link:
            assert link.execute("select 1").fetchone() == (1,)


def test_a_server_ends_when_its_folder_is_removed(folder: Path) -> None:
    with User(folder) as user:
        held = os.pidfd_open(postmaster(folder))
        shutil.rmtree(folder)
        assert user.process.poll() is None
        await_end(held)
