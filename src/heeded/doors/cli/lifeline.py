"""Programs that run beside one another: started together, stopped together, none left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from types import FrameType

LIFELINE = "HEEDED_LIFELINE"
"""Names the end of a pipe to a program that was started beside another: it breaks when that one dies."""

_STEADY = 10.0


def hold_on() -> None:
    """Stop as if asked to (SIGTERM) when the program that started this one is gone, even if it was killed."""
    if end := os.environ.pop(LIFELINE, ""):
        threading.Thread(target=_wait_for_end, args=[int(end)], daemon=True).start()


def _wait_for_end(end: int) -> None:
    os.read(end, 1)
    os.kill(os.getpid(), signal.SIGTERM)


class Beside:
    """Commands of Heeded that run beside one another until one is asked to stop or cannot go on."""

    def __init__(self, commands: Sequence[Sequence[str]]) -> None:
        self._ours, self._theirs = os.pipe()
        self._commands = commands
        self._running: dict[int, subprocess.Popen[bytes]] = {}
        self._since: dict[int, float] = {}
        self._stopping = False

    def run(self) -> int:
        """Start them all and wait; the status with which to exit.

        One that ends by itself after a while is started again; one that cannot even start stops them all.
        """
        for asked in (signal.SIGTERM, signal.SIGINT):
            signal.signal(asked, self._stop)
        for each in range(len(self._commands)):
            self._start(each)
        status = 0
        while self._running:
            pid, ended = os.waitpid(-1, 0)
            place = next((place for place, each in self._running.items() if each.pid == pid), None)
            if place is None:
                continue
            code = os.waitstatus_to_exitcode(ended)
            self._running.pop(place).returncode = code
            if not self._is_stopping() and time.monotonic() - self._since[place] >= _STEADY:
                self._start(place)
            elif not self._is_stopping():
                status = abs(code) or 1
                self._stop()
        return status

    def _is_stopping(self) -> bool:
        return self._stopping

    def _start(self, place: int) -> None:
        self._since[place] = time.monotonic()
        self._running[place] = subprocess.Popen(  # noqa: S603 - a command of our own
            [sys.executable, "-c", "from heeded.doors.cli import main; main()", *self._commands[place]],
            pass_fds=[self._ours],
            env={**os.environ, LIFELINE: str(self._ours)},
            start_new_session=True,
        )

    def _stop(self, _number: int = 0, _frame: FrameType | None = None) -> None:
        self._stopping = True
        for each in self._running.values():
            each.terminate()
