"""Tests of serving and working as programs: started, reached, stopped, killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from heeded.doors.cli import main
from heeded.doors.cli.demo import command as demo
from heeded.doors.cli.serve import command as serve

PROGRAM = [sys.executable, "-c", "from heeded.doors.cli import main; main()"]


def said(*words: str) -> Result:
    """What a command says."""
    return CliRunner().invoke(main, [*words], prog_name="heeded")


@pytest.mark.parametrize("address", ["0.0.0.0:8000", "[::]:8000", "10.0.0.7:80", "record.example:443"])
def test_an_address_that_others_can_reach_is_refused_without_tls_in_front(address: str) -> None:
    found = said("serve", "--address", address)
    assert found.exit_code == 2
    assert "can be reached from other machines" in found.stderr
    assert "--behind-tls" in found.stderr


@pytest.mark.parametrize("address", ["8000", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:http"])
def test_what_is_no_address_is_refused_with_one_that_is(address: str) -> None:
    found = said("serve", "--address", address)
    assert found.exit_code == 2
    assert "127.0.0.1:8000" in found.stderr


def test_the_demonstration_serves_this_machine_alone() -> None:
    found = said("demo", "--address", "0.0.0.0:8000")
    assert found.exit_code == 2
    assert "serves this machine alone" in found.stderr


def test_help_teaches() -> None:
    for command in (serve, demo):
        assert "Exit status" in (command.help or "")
    assert "HEEDED_DATABASE_URL" in said("migrate", "--help").stdout
    assert "PG_BINDIR" in said("migrate", "--help").stdout


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    """The environment of a deployment of a test's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HEEDED_")}
    return {**kept, "HEEDED_FOLDER": str(tmp_path / "deployment")}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(env: dict[str, str], port: int, *more: str) -> Iterator[subprocess.Popen[str]]:
    """`heeded serve`, once it says that it serves."""
    words = ["serve", "--address", f"127.0.0.1:{port}", "--workers", "1", *more]
    with subprocess.Popen([*PROGRAM, *words], env=env, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603 - our own command
        try:
            assert running.stdout is not None
            assert "Heeded serves" in running.stdout.readline()
            yield running
        finally:
            running.kill()


def answers(port: int) -> bool:
    """Whether anybody serves there."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=10):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def ended(running: subprocess.Popen[str]) -> bool:
    """Whether its output has come to an end: nobody whom it started holds it open any more."""
    assert running.stdout is not None
    return running.stdout.read() is not None


def test_it_serves_with_a_worker_and_stops_as_asked(own: dict[str, str]) -> None:
    port = free_port()
    with serving(own, port, "--migrate") as running:
        assert answers(port)
        running.send_signal(signal.SIGTERM)
        assert running.wait(60) == 0
        assert ended(running)
    assert not answers(port)


def test_killed_at_once_it_leaves_nobody_behind(own: dict[str, str]) -> None:
    port = free_port()
    with serving(own, port, "--migrate") as running:
        running.kill()
        assert running.wait(60) == -signal.SIGKILL
        assert ended(running)
    assert not answers(port)


def test_a_database_that_is_not_up_to_date_is_not_served(own: dict[str, str]) -> None:
    found = subprocess.run([*PROGRAM, "serve"], env=own, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert found.returncode == 1
    assert "run heeded migrate" in found.stderr
    assert "Traceback" not in found.stderr
