"""A deployment of its own: the database, the web server and the worker as processes that can be killed."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
from pathlib import Path

from heeded.adapters.postgres.server import embedded

PROGRAM = [sys.executable, "-c", "from heeded.doors.cli import main; main()"]
PARTS = ("web server", "worker", "database")
"""What is killed, one of them at a time."""


class Deployment:
    """The processes of one deployment in a folder; each is started again as soon as it was killed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self._env = {**os.environ, "HEEDED_FOLDER": str(folder), "HEEDED_SECURE": "0"}
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def url(self) -> str:
        """Where the web server serves."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the web server and the worker."""
        for part in PARTS[:2]:
            self._start(part)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the product on this deployment, to its end."""
        return subprocess.run(  # noqa: S603 - our own command
            [*PROGRAM, *words], env=self._env, capture_output=True, text=True, check=False, timeout=600
        )

    def kill(self, part: str) -> None:
        """Kill a part in the midst of what it does, all its processes at once, and have it back."""
        if part == "database":
            self._kill_database()
            return
        self._end(part)
        self._start(part)

    def stop(self) -> None:
        """Kill what runs."""
        for part in list(self._running):
            self._end(part)

    def _start(self, part: str) -> None:
        words = ["serve", "--no-worker", "--workers", "2", "--address", f"127.0.0.1:{self.port}"]
        said = (self.folder.parent / f"{part.replace(' ', '-')}.log").open("ab")
        with said:
            self._running[part] = subprocess.Popen(  # noqa: S603 - our own command
                [*PROGRAM, *(words if part == "web server" else ["worker"])],
                env=self._env,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )

    def _end(self, part: str) -> None:
        running = self._running.pop(part)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()

    def _kill_database(self) -> None:
        """Kill the server's first process, or one of those that serve a connection: all others then end."""
        home = self.folder / "postgres"
        with embedded(home):  # a server that just now ends with its last user is begun again
            first = int((home / "server" / "data" / "postmaster.pid").read_text().split()[0])
            children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
            one = int(random.choice([*map(str, [first] * len(children)), *children]))  # noqa: S311 - any will do
            held = os.pidfd_open(one)
            signal.pidfd_send_signal(held, signal.SIGKILL)
            os.close(held)
        with embedded(home):
            return


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
