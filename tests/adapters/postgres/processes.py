"""Processes for these tests: users of a server that are told what to do line by line, and can be killed."""

import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg

import heeded
from heeded.adapters.postgres.layout import Layout
from heeded.adapters.postgres.locks import take

_STEPS = """
import os
import sys
from pathlib import Path
import psycopg
from heeded.adapters.postgres.server import embedded

server = embedded(Path(sys.argv[1]))
print("ready", flush=True)
for line in sys.stdin:
    if line.strip() == "leave":
        server.leave()
        print("left", flush=True)
        continue
    if line.strip() == "fork":
        if child := os.fork():
            os.waitpid(child, 0)
            print("child left", flush=True)
            continue
        server.leave()
        os._exit(0)
    with psycopg.connect(server.address.url(), autocommit=True) as link:
        asked = link.execute(line)
        print(asked.fetchone() if asked.description else "done", flush=True)
"""

PATH = os.pathsep.join({str(Path(module.__file__ or "").parents[1]) for module in (heeded, psycopg)})
"""Where another interpreter of the same version finds what it imports."""


def gone(folder: Path) -> bool:
    """Wait until no PostgreSQL process holds a data folder; False if one still does after long."""
    held = take(Layout(folder).running, seconds=30)
    if held is None:
        return False
    os.close(held)
    return True


class User:
    """A process that uses the server of a data folder."""

    def __init__(self, folder: Path, *, python: str = sys.executable, uid: int | None = None) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - an interpreter of our own
            [python, "-c", _STEPS, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd="/",
            env={"PATH": os.environ["PATH"], "PYTHONPATH": PATH},
            user=uid,
            group=uid,
            extra_groups=None if uid is None else [],
        )

    def hear(self) -> str:
        """Wait for the next line that it says; empty if it has ended."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def ask(self, line: str) -> str:
        """Tell it a line, and hear the answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.hear()

    def __enter__(self) -> Self:
        assert self.hear() == "ready"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.communicate()
