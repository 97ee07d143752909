"""Tests that no answer leaves without its look on record, wherever its process is killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from subprocess import PIPE

import pytest

from tests.casework.looking.conftest import desk
from tests.casework.looking.telling import ada_is_bruised, rows

__all__ = ["desk"]

KILLS = int(os.environ.get("HEEDED_KILLS", "30"))
ANSWERS_BEFORE = 3


@pytest.mark.usefixtures("desk")
def test_no_answered_read_lacks_its_look_when_readers_are_killed(database: str) -> None:
    child = ada_is_bruised(database)
    chance = random.Random(30)  # noqa: S311 - when to kill, no secret
    answered: list[str] = []
    command = [sys.executable, "-m", "tests.adapters.record.looking.reader", database, child, "4"]
    root = Path(__file__).parents[4]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, cwd=root, text=True, bufsize=1) as parent:  # noqa: S603 - ours
        assert parent.stdin is not None
        assert parent.stdout is not None
        for _ in range(KILLS):
            print("read", file=parent.stdin, flush=True)
            reader = int(parent.stdout.readline().removeprefix("process "))
            told = [parent.stdout.readline() for _ in range(ANSWERS_BEFORE + chance.randrange(40))]
            time.sleep(chance.random() * 0.02)
            os.kill(reader, signal.SIGKILL)
            told += iter(parent.stdout.readline, "ended\n")
            answered += [line.strip() for line in told]
        parent.stdin.close()
    held = {str(look) for (look,) in rows(database, "SELECT id FROM record.look")}
    assert len(answered) >= KILLS * ANSWERS_BEFORE
    assert [look for look in answered if look not in held] == []
