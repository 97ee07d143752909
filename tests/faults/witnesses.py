"""Witnesses as programs of their own, each with a folder and an address of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from heeded.bootstrap import sealing
from heeded.bootstrap.keeping.checkpoints import WITNESSES, checkpoint_folders
from heeded.bootstrap.witnessing.cosigning import FOLDER
from heeded.doors.cli.lifeline import LIFELINE

HEEDED = [sys.executable, "-c", "from heeded.doors.cli import main; main()", "witness"]


@dataclass(slots=True)
class Agency:
    """An agency that is a witness: its folder, its key, and the port at which its program listens."""

    folder: Path
    name: str
    port: int
    key: str = ""
    program: subprocess.Popen[str] | None = None
    lifeline: int = -1

    def heeded(self, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run `heeded witness ...` as this agency."""
        return subprocess.run(  # noqa: S603 - our own program
            [*HEEDED, *words],
            input=given,
            env={**os.environ, FOLDER: str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )

    def start(self) -> None:
        """Start its program, and wait until it listens."""
        end, self.lifeline = os.pipe()
        with (self.folder / "told").open("a") as told:
            self.program = subprocess.Popen(  # noqa: S603 - as above
                [*HEEDED, "serve", "--address", f"127.0.0.1:{self.port}"],
                env={**os.environ, FOLDER: str(self.folder), LIFELINE: str(end)},
                pass_fds=[end],
                stdout=subprocess.PIPE,
                stderr=told,
                text=True,
            )
        os.close(end)
        assert self.program.stdout is not None
        assert self.name in self.program.stdout.readline()

    def stop(self) -> None:
        """Stop its program."""
        if self.program is not None:
            self.program.terminate()
            self.program.communicate(timeout=60)
            self.program = None
            os.close(self.lifeline)

    @property
    def told(self) -> str:
        """What its operator was told."""
        return (self.folder / "told").read_text("utf-8")


@contextmanager
def witnessing(place: Path, names: Sequence[str]) -> Iterator[list[Agency]]:
    """Agencies that witness this record's log, and that it trusts until the end."""
    with ExitStack() as ends:
        found = [Agency(place / name, f"{name}.example/w", _free_port()) for name in names]
        for each in found:
            each.folder.mkdir()
            each.key = each.heeded("key", "--name", each.name).stdout.strip()
            assert each.heeded("trust", sealing.verifier_key()).returncode == 0
            each.start()
            ends.callback(each.stop)
        trusted = checkpoint_folders()[0] / WITNESSES
        trusted.parent.mkdir(mode=0o700, exist_ok=True)
        trusted.write_text("".join(f"{each.key} http://127.0.0.1:{each.port}/\n" for each in found))
        ends.callback(trusted.unlink)
        yield found


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
