"""The command line as a whole: mistyped commands, and a disk that takes no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from heeded.doors.cli import COMMANDS, main

FULL = Path("/dev/full")
"""A device that takes nothing, as a full disk does."""


@pytest.mark.parametrize(
    ("written", "meant"), [("handbok", "handbook"), ("AUDIT", "audit"), ("relpay", "replay")]
)
def test_a_mistyped_command_is_refused_with_the_one_that_was_meant(written: str, meant: str) -> None:
    found = CliRunner().invoke(main, [written], prog_name="heeded")
    assert found.exit_code == 2
    assert f"No such command '{written}'. Did you mean '{meant}'?" in found.stderr


def test_a_command_that_resembles_none_is_refused_without_a_guess() -> None:
    found = CliRunner().invoke(main, ["quux"], prog_name="heeded")
    assert found.exit_code == 2
    assert "No such command 'quux'.\n" in found.stderr


@pytest.mark.parametrize("words", [("handbook", "show"), ("replay", "child-t", "--as-of", "2010-06-19")])
def test_a_full_disk_is_told_in_one_line(words: tuple[str, ...]) -> None:
    assert words[0] in COMMANDS
    with FULL.open("wb") as full:
        ended = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-c", "from heeded.doors.cli import main; main()", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (
        1,
        "Error: What this prints cannot be written: No space left on device.\n",
    )
