"""One PostgreSQL server for a data folder, joined by every process that uses it.

    with embedded(folder) as server:
        psycopg.connect(server.address.url())

The first to come makes the data and starts the server, the others join it, and it stops with the last. A user
is whoever holds the users' lock, so one that is killed leaves nothing behind.
"""

import os
import select
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg
from psycopg import sql
from psycopg.pq import PGconn, Ping

from heeded.adapters.postgres import trouble
from heeded.adapters.postgres.account import unprivileged
from heeded.adapters.postgres.address import Address
from heeded.adapters.postgres.binaries import all_programs, find_programs
from heeded.adapters.postgres.cluster import ADMIN, make_cluster, what_it_said
from heeded.adapters.postgres.layout import (
    PORT,
    Layout,
    check_version,
    furnish,
    lay_out,
    password_of,
)
from heeded.adapters.postgres.locks import is_held, take
from heeded.adapters.postgres.private_copy import reachable
from heeded.adapters.postgres.trouble import DidNotStart, InUse, NoPrograms, Trouble
from heeded.adapters.postgres.watch import start_watcher

DATABASE = "heeded"
"""The database that a new server is given."""

_SHUTTING_DOWN = "57P"
"""How the codes of a server that stops or starts begin, PostgreSQL appendix A."""
_LONGEST_LOG = 8 * 1024 * 1024


class Running:
    """A running server, held until it is left; it is started again by itself if it is killed meanwhile."""

    def __init__(self, layout: Layout, held: int) -> None:
        self._layout = layout
        self._held: int | None = held
        self.address = _address(layout)

    def leave(self, *, seconds: float = 15.0) -> None:
        """Give the server back; if nobody else uses it, wait some seconds for it to have stopped."""
        if self._held is None:
            return
        until = time.monotonic() + seconds
        if not _is_watched(self._layout) and is_held(self._layout.running):
            _bring_up(self._layout, until)  # its watcher was killed, and nobody would stop it
        os.close(self._held)
        self._held = None
        since = time.monotonic()
        while _is_stopping(self._layout) and time.monotonic() < until:
            time.sleep(_pause(since))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leave()


def embedded(folder: Path, *, seconds: float = 120.0) -> Running:
    """Join the server of a data folder, or start it, making the folder if need be; leave it when done.

    It is waited for as long as `seconds`: after a crash a large database takes a while to recover. Trouble
    says what keeps it from running.
    """
    if not hasattr(os, "pidfd_open"):
        raise NoPrograms("The embedded database runs on Linux. Here, give a server in HEEDED_DATABASE_URL.")
    layout = lay_out(folder)
    until = time.monotonic() + seconds
    held = take(layout.users, shared=True, seconds=seconds)
    if held is None:
        raise InUse(
            f"The server of {layout.root} has been stopping for {seconds:g} seconds. See {layout.log}."
        )
    try:
        if not _serves(layout):
            _bring_up(layout, until)
        return Running(layout, held)
    except BaseException:
        os.close(held)
        raise


def _bring_up(layout: Layout, until: float) -> None:
    """Start the server, unless another process is just doing so, and wait until it answers."""
    turn = take(layout.starting, seconds=max(0.0, until - time.monotonic()))
    if turn is None:
        raise InUse(
            f"Another process has been starting the server of {layout.root} for too long. Stop the processes "
            f"that use this folder, then try again. See {layout.log}."
        )
    try:
        while not (_serves(layout) and _has_database(layout, until)):
            if _is_watched(layout):
                _wait_while_watched(layout, until)
            else:
                _start(layout, until)
    finally:
        os.close(turn)


def _wait_while_watched(layout: Layout, until: float) -> None:
    """Wait for a server that its watcher is bringing up again; until it answers, or the watcher has gone."""
    since = time.monotonic()
    while _is_watched(layout) and not _answers(layout):
        if time.monotonic() > until:
            raise _too_slow(layout)
        time.sleep(_pause(since))


def _start(layout: Layout, until: float) -> None:
    """Make what is missing, start a watcher with a server, and wait until the server answers."""
    programs = find_programs()
    account = unprivileged(layout.data)
    check_version(layout, programs.major, ((there.major, there.folder) for there in all_programs()))
    programs = reachable(programs, account)
    password = furnish(layout, account)
    if not layout.data.exists():
        make_cluster(layout, programs, account, password)
    if layout.log.exists() and layout.log.stat().st_size > _LONGEST_LOG:
        layout.log.replace(layout.log.with_suffix(".old"))
    ours, theirs = os.pipe()
    try:
        with layout.log.open("ab") as log:
            before = log.tell()
            start_watcher(layout, programs, log.fileno(), theirs).wait()
        os.close(theirs)
        theirs = -1
        since = time.monotonic()
        while not _answers(layout):
            if select.select([ours], [], [], _pause(since))[0]:
                told = os.read(ours, 65536).decode()
                if not told and _is_watched(layout):
                    return  # another watcher was quicker
                raise _what_was_told(layout, told, before)
            if time.monotonic() > until:
                raise _too_slow(layout)
    finally:
        os.close(ours)
        if theirs >= 0:
            os.close(theirs)


def _what_was_told(layout: Layout, told: str, before: int) -> Trouble:
    """The trouble that the watcher told of, or that PostgreSQL wrote into its log since."""
    kind, _, words = told.partition("\n")
    known = getattr(trouble, kind, None)
    if words and isinstance(known, type) and issubclass(known, Trouble):
        return known(words)
    with layout.log.open("rb") as log:
        log.seek(before)
        return what_it_said(layout, log.read().decode(errors="replace"))


def _pause(since: float) -> float:
    """Seconds until the next look: short at first, and longer when it takes long."""
    return min(0.5, max(0.01, (time.monotonic() - since) / 10))


def _too_slow(layout: Layout) -> DidNotStart:
    """The server has started and does not answer yet."""
    return DidNotStart(
        f"PostgreSQL was started on {layout.root} and does not answer yet; it may be recovering after a "
        f"crash. It goes on in the background only while someone waits: look into {layout.log}, try again."
    )


def _answers(layout: Layout) -> bool:
    """Tell whether the server takes connections: the only proof that it runs."""
    if not layout.socket.exists():
        return False
    asked = f"host='{_quoted(layout.socket_folder)}' port={PORT} connect_timeout=5"
    return PGconn.ping(asked.encode()) == Ping.OK


def _is_watched(layout: Layout) -> bool:
    """Tell whether a watcher keeps the server running."""
    return is_held(layout.watching, by_one_alone=True)


def _serves(layout: Layout) -> bool:
    """Tell whether the server takes connections and will go on doing so."""
    return _is_watched(layout) and _answers(layout)


def _is_stopping(layout: Layout) -> bool:
    """Tell whether the server has yet to stop, and nobody uses it any more."""
    if not _is_watched(layout):
        return False
    shared = take(layout.users, shared=True)
    if shared is None:
        return True  # the watcher has it alone
    os.close(shared)
    return not is_held(layout.users)  # nobody shares it: the watcher has yet to notice


def _has_database(layout: Layout, until: float) -> bool:
    """Make the database if the server is new; False if it was killed meanwhile, so that one tries again."""
    url = _address(layout).url(database="postgres")
    try:
        with psycopg.connect(url, autocommit=True) as link:
            if not link.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone():
                link.execute(sql.SQL("create database {}").format(sql.Identifier(DATABASE)))
    except psycopg.OperationalError as wrong:
        unreached = wrong.sqlstate is None and "authentication failed" not in str(wrong)
        cut_off = unreached or (wrong.sqlstate or "").startswith(_SHUTTING_DOWN)
        if cut_off and time.monotonic() < until:
            return False
        raise what_it_said(layout, str(wrong)) from wrong
    return True


def _address(layout: Layout) -> Address:
    """Where the server of a data folder is to be reached."""
    return Address(layout.socket_folder, PORT, ADMIN, password_of(layout), DATABASE)


def _quoted(path: Path) -> str:
    """A path inside quotes of a connection string, libpq 34.1.1.1."""
    return str(path).replace("\\", "\\\\").replace("'", "\\'")
