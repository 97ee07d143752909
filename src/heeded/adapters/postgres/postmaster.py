"""PostgreSQL's first process and those that it leaves behind, told by what they hold and never by a number.

A number in a file proves nothing: it may be a zombie's, or have been given to a stranger. A process is ours
if the folder that it works in is our data folder; some process of ours lives while the lock that they
inherit is held.
"""

import os
import select
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from heeded.adapters.postgres.account import Account, start
from heeded.adapters.postgres.binaries import Programs
from heeded.adapters.postgres.cluster import data_held_open
from heeded.adapters.postgres.layout import PORT, Layout
from heeded.adapters.postgres.locks import take
from heeded.adapters.postgres.settings import switches
from heeded.adapters.postgres.trouble import InUse

_LEFT_BEHIND = 5.0
"""Seconds in which what a killed server left behind must end."""


class Postmaster:
    """A running server: one that we started, or one whose watcher was killed."""

    def __init__(self, pid: int, child: subprocess.Popen[bytes] | None = None) -> None:
        self._held = os.pidfd_open(pid)
        self._child = child

    def ended(self, seconds: float, unless: int | None = None) -> bool:
        """Wait for some seconds, or until a descriptor has something to read; tell whether it has ended."""
        watch = select.poll()
        watch.register(self._held, select.POLLIN)
        if unless is not None:
            watch.register(unless, select.POLLIN)
        if self._held not in dict(watch.poll(seconds * 1000)):
            return False
        if self._child is not None:
            self._child.wait()
        return True

    def stop(self, *, at_once: bool) -> None:
        """Stop it in good order, if it manages within half a minute; else at once, to recover when it starts.

        One that is just recovering has nothing to put in order, and PostgreSQL 18 may never end if it is
        asked to do so then: its processes wait for each other.
        """
        words = ((signal.SIGINT, 30.0), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 10.0))
        for word, seconds in words[1:] if at_once else words:
            self.tell(word)
            if self.ended(seconds):
                return

    def was_killed(self) -> bool:
        """Tell whether it ended by a signal from outside, as far as one can know."""
        return self._child is None or (self._child.returncode or 0) < 0

    def tell(self, word: signal.Signals) -> None:
        """Send it a signal: SIGINT stops it in good order, SIGQUIT at once."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._held, word)

    def forget(self) -> None:
        """Give back what it was watched by."""
        os.close(self._held)


def running_on(layout: Layout, programs: Programs, account: Account | None) -> Postmaster:
    """The server that runs on a data folder, or else a new one; the caller is the folder's watcher.

    InUse if something that we cannot see or stop still holds the data.
    """
    held = take(layout.running)
    if held is None:
        living = _living(layout)
        if living is not None:
            return living
        held = _after_the_dead(layout)
    try:
        _clear_away(layout)
        return _started(layout, programs, account, held)
    finally:
        os.close(held)


def _started(layout: Layout, programs: Programs, account: Account | None, held: int) -> Postmaster:
    """Start the server with the lock in its hands."""
    inside = layout.socket_folder == layout.server / "socket"
    socket_folder = "../socket" if inside else str(layout.socket_folder)
    with layout.log.open("ab") as log, data_held_open(layout.data) as (data, name):
        child = start(
            [programs.path("postgres"), "-D", name, *switches(str(layout.data), socket_folder, PORT)],
            account,
            output=log,
            errors=log,
            kept_open=[held, data],
        )
    return Postmaster(child.pid, child)


def _clear_away(layout: Layout) -> None:
    """Remove what a killed server left: nobody holds the lock, so it is stale, whatever numbers it names."""
    lock = layout.socket.with_name(f"{layout.socket.name}.lock")
    for stale in (layout.data / "postmaster.pid", layout.socket, lock):
        stale.unlink(missing_ok=True)


def _living(layout: Layout) -> Postmaster | None:
    """The first process of a server that lives, or None."""
    try:
        pid = int((layout.data / "postmaster.pid").read_text("ascii").split()[0])
        found = Postmaster(pid)
    except (OSError, ValueError, IndexError):
        return None
    if pid in _working_in(layout.data) and not found.ended(0):
        return found
    found.forget()
    return None


def _after_the_dead(layout: Layout) -> int:
    """End what a killed server left behind, and give the lock that it held.

    They share no memory with anything that lives: PostgreSQL itself asks for them to be ended.
    """
    for _ in range(10):
        for pid in _working_in(layout.data):
            with suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
        held = take(layout.running, seconds=_LEFT_BEHIND / 10)
        if held is not None:
            return held
    raise InUse(
        f"PostgreSQL processes of an earlier run still hold {layout.root}, and they cannot be seen or "
        "stopped from here; perhaps they run in another container. Stop them there, then start again."
    )


def _working_in(data: Path) -> Iterator[int]:
    """PostgreSQL's processes whose working folder is the data folder."""
    here = data.stat()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                there = (entry / "cwd").stat()
                program = (entry / "exe").readlink().name.removesuffix(" (deleted)")
                if (there.st_dev, there.st_ino, program) == (here.st_dev, here.st_ino, "postgres"):
                    yield int(entry.name)
