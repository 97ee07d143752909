"""The watcher: a small process that keeps the server of a data folder running while anybody uses it.

It starts the server, starts it again when it is killed, and stops it when the last user has gone, even if
every user was killed: what they hold is a lock, which the kernel drops. A spare waits for the watcher's own
lock, and takes its place if it is killed. `server.py` starts it, nobody else.
"""

import os
import select
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import heeded
from heeded.adapters.postgres.account import unprivileged
from heeded.adapters.postgres.binaries import Programs
from heeded.adapters.postgres.layout import PORT, Layout, make_socket_folder
from heeded.adapters.postgres.locks import await_alone, take
from heeded.adapters.postgres.postmaster import running_on
from heeded.adapters.postgres.trouble import Trouble

_LOOK = 3.0
"""Seconds between two looks at whether the socket and the folder are still there."""

_QUICKER = 1.0
"""Seconds to wait for the watcher's lock, which somebody may just be looking at."""

_FIRST_REST = 0.05
_LONGEST_REST = 30.0
"""Seconds between two starts of a server that keeps ending."""


_NOBODY = -1
"""Instead of a pipe: a spare is started by a watcher, and reports to nobody."""


class Watcher:
    """Keeps one server running until nobody uses it."""

    def __init__(self, layout: Layout, programs: Programs, *, lock: int, starter: int) -> None:
        self._layout = layout
        self._programs = programs
        self._lock = lock
        self._starter = starter
        self._leave = os.eventfd(0, os.EFD_CLOEXEC)
        self._spare: subprocess.Popen[bytes] | None = None

    def watch(self) -> int:
        """Run the server until the last user has gone; 1 if it could not be started for the first."""
        signal.signal(signal.SIGTERM, lambda *_: os.eventfd_write(self._leave, 1))
        threading.Thread(target=self._await_last_user, daemon=True).start()
        if self._starter == _NOBODY:
            self._keep_spare()
        try:
            return self._keep_running()
        finally:
            self._dismiss_spare()

    def _keep_running(self) -> int:
        """Run one server after the other, with a rest between those that end by themselves."""
        rest = _FIRST_REST
        while True:
            wrong, killed = self._run_once()
            if self._is_over():
                return 0
            if self._told_starter(wrong):
                return 1
            rest = _FIRST_REST if killed else min(rest * 2, _LONGEST_REST)
            if self._left_within(rest):
                return 0

    def _run_once(self) -> tuple[Trouble | OSError | None, bool]:
        """Run a server until it ends or is not needed.

        Gives what was wrong if it could not even be started, and whether it was killed.
        """
        try:
            account = unprivileged(self._layout.data)
            make_socket_folder(self._layout, account)
            server = running_on(self._layout, self._programs, account)
        except (Trouble, OSError) as wrong:
            _say(str(wrong))
            return wrong, False
        self._keep_spare()
        while not server.ended(_LOOK, unless=self._leave):
            self._keep_spare()
            if self._is_over() or not self._layout.socket.exists():
                server.stop(at_once=not self._answers())
        server.forget()
        return None, server.was_killed()

    def _answers(self) -> bool:
        """Tell whether the server takes connections."""
        ask = [str(self._programs.path("pg_isready")), "--quiet", "--timeout=3"]
        where = [f"--host={self._layout.socket_folder}", f"--port={PORT}"]
        return subprocess.run([*ask, *where], check=False, stdin=subprocess.DEVNULL).returncode == 0  # noqa: S603

    def _keep_spare(self) -> None:
        """See that a spare waits."""
        if self._spare is None or self._spare.poll() is not None:
            self._spare = start_watcher(self._layout, self._programs, sys.stderr.fileno())

    def _dismiss_spare(self) -> None:
        """Let the spare go before our lock does."""
        if self._spare is not None:
            self._spare.kill()
            self._spare.wait()

    def _is_over(self) -> bool:
        """Tell whether the server is needed no more: the last user has gone, or the folder has."""
        return self._left_within(0) or not self._folder_is_there()

    def _left_within(self, seconds: float) -> bool:
        """Wait for some seconds, and tell whether the last user has gone."""
        watch = select.poll()
        watch.register(self._leave, select.POLLIN)
        return bool(watch.poll(seconds * 1000))

    def _await_last_user(self) -> None:
        """Wait until nobody shares the users' lock, and keep it: whoever comes waits until we have ended."""
        await_alone(self._layout.users)
        os.eventfd_write(self._leave, 1)

    def _folder_is_there(self) -> bool:
        """Tell whether the data folder is still the one that we watch."""
        try:
            there, ours = self._layout.watching.stat(), os.fstat(self._lock)
        except OSError:
            return False
        return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)

    def _told_starter(self, wrong: Trouble | OSError | None) -> bool:
        """Tell whoever started us that the server ended, if they still wait for it."""
        if self._starter == _NOBODY:
            return False
        try:
            os.write(self._starter, f"{type(wrong).__name__}\n{wrong or ''}".encode())
        except BrokenPipeError:
            return False
        return True


def _say(words: str) -> None:
    """Write a line into the log, as PostgreSQL does."""
    now = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())
    print(f"{now} [{os.getpid()}] WATCHER:  {words}", file=sys.stderr, flush=True)  # noqa: T201 - the log


def start_watcher(
    layout: Layout, programs: Programs, log: int, starter: int = _NOBODY
) -> subprocess.Popen[bytes]:
    """Start a watcher that reports through a pipe to its starter if its server ends at once.

    The process that is given ends as soon as the watcher has its lock. Without a pipe, it is a spare.
    """
    home = str(Path(heeded.__file__).parents[1])
    path = os.pathsep.join(filter(None, [home, os.environ.get("PYTHONPATH")]))
    told = [layout.root, programs.folder, programs.major, programs.version, starter]
    return subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-P", "-m", "heeded.adapters.postgres.watch", *map(str, told)],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        pass_fds=[] if starter == _NOBODY else [starter],
        env={**os.environ, "PYTHONPATH": path},
        start_new_session=True,
    )


def main(arguments: list[str]) -> int:
    """Watch over a data folder: its path, the programs' folder and version, and a pipe to the starter."""
    folder, programs, major, version, pipe = arguments
    layout, starter = Layout(Path(folder)), int(pipe)
    lock = await_alone(layout.watching) if starter == _NOBODY else take(layout.watching, seconds=_QUICKER)
    if lock is None:
        return 0  # another watcher was quicker
    if starter != _NOBODY and os.fork():
        return 0  # whoever started us has no child to wait for; the lock stays with the one that goes on
    chosen = Programs(Path(programs), int(major), version)
    return Watcher(layout, chosen, lock=lock, starter=starter).watch()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
