"""Keeps watch on the way in: `tools/` finds or fetches uv, and a browser, on whatever machine it is run."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.source import ROOT

SHELL = ("sh", "cat", "dirname", "id", "mkdir", "chmod", "rm", "touch")
UV = "#!/bin/sh\necho uv 0.0.0\n"
PYTHON = """#!/bin/sh
case "$*" in
    -c*) exit 0 ;;
    "-m venv"*) {venv} ;;
    "-m pip"*) {pip} ;;
esac
"""
MAKES_UV = 'mkdir -p {own}/bin && printf "#!/bin/sh\\necho uv" >{own}/bin/uv && chmod +x {own}/bin/uv'


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Make a machine with a shell and our script, and nothing else."""
    for folder in ("path", "checkout/tools"):
        (tmp_path / folder).mkdir(parents=True)
    for script in ("uv.sh", "browser.sh"):
        shutil.copy(ROOT / "tools" / script, tmp_path / "checkout" / "tools")
    for name in SHELL:
        (tmp_path / "path" / name).symlink_to(shutil.which(name) or name)
    return tmp_path


def install(machine: Path, name: str, text: str) -> None:
    """Put a program on the machine's path."""
    program = machine / "path" / name
    program.write_text(text)
    program.chmod(0o755)


def asked(machine: Path) -> subprocess.CompletedProcess[str]:
    """Ask the script for uv, as make does."""
    script = machine / "checkout" / "tools" / "uv.sh"
    return subprocess.run(  # noqa: S603 - our own script
        [script],
        env={"PATH": os.fspath(machine / "path")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_uv_on_the_path_is_taken(machine: Path) -> None:
    install(machine, "uv", UV)
    assert asked(machine).stdout.strip() == os.fspath(machine / "path" / "uv")


def test_without_python_it_says_what_is_needed(machine: Path) -> None:
    outcome = asked(machine)
    assert outcome.returncode == 1
    assert outcome.stdout == ""
    assert "needs Python 3.11" in outcome.stderr
    assert "apt-get install python3" in outcome.stderr


def test_where_venv_fails_pip_is_asked_for_a_folder(machine: Path) -> None:
    pip = MAKES_UV.format(own=".tools/uv")
    install(machine, "python3", PYTHON.format(venv="exit 1", pip=pip))
    outcome = asked(machine)
    assert (outcome.returncode, outcome.stdout.strip()) == (0, ".tools/uv/bin/uv")


def test_where_neither_is_there_debian_is_asked(machine: Path) -> None:
    ready = machine / "ready"
    with_python = "cat $0 >.tools/uv/bin/python && chmod +x .tools/uv/bin/python"
    venv = f"[ -e {ready} ] && {MAKES_UV.format(own='.tools/uv')} && {with_python}"
    install(machine, "python3", PYTHON.format(venv=venv, pip=f"[ -e {ready} ]"))
    install(machine, "sudo", '#!/bin/sh\nshift\n"$@"\n')
    install(machine, "apt-get", f"#!/bin/sh\ntouch {ready}\n")
    outcome = asked(machine)
    assert (outcome.returncode, outcome.stdout.strip()) == (0, ".tools/uv/bin/uv")
    assert "asking Debian" in outcome.stderr


def test_where_nothing_helps_it_says_what_to_do(machine: Path) -> None:
    install(machine, "python3", PYTHON.format(venv="exit 1", pip="exit 1"))
    outcome = asked(machine)
    assert outcome.returncode == 1
    assert "apt-get install python3-venv" in outcome.stderr


def see_to_a_browser(machine: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """See to a browser, as `make setup-browser` does."""
    environment = {"PATH": os.fspath(machine / "path"), **settings}
    script = machine / "checkout" / "tools" / "browser.sh"
    return subprocess.run([script], env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - as above


def test_a_browser_on_the_path_is_enough(machine: Path) -> None:
    install(machine, "chromium", "#!/bin/sh\n")
    assert see_to_a_browser(machine).stderr == ""


def test_without_a_browser_it_says_what_to_do_and_asks_for_nothing(machine: Path) -> None:
    install(machine, "apt-get", f"#!/bin/sh\ntouch {machine / 'asked'}\n")
    outcome = see_to_a_browser(machine)
    assert outcome.returncode == 0
    assert "apt install chromium" in outcome.stderr
    assert not (machine / "asked").exists()


def test_in_integration_debian_is_asked_for_a_browser(machine: Path) -> None:
    install(machine, "sudo", '#!/bin/sh\nshift\n"$@"\n')
    install(machine, "apt-get", f'#!/bin/sh\necho "$@" >>{machine / "asked"}\n')
    assert see_to_a_browser(machine, CI="true").returncode == 0
    assert "install -y -qq --no-install-recommends chromium" in (machine / "asked").read_text()


def test_one_that_was_fetched_is_used_again(machine: Path) -> None:
    own = machine / "checkout" / ".tools" / "uv" / "bin" / "uv"
    own.parent.mkdir(parents=True)
    own.write_text(UV)
    own.chmod(0o755)
    assert asked(machine).stdout.strip() == ".tools/uv/bin/uv"


@pytest.mark.parametrize(
    "target", ["setup", "setup-browser", "demo", "test", "test-differential", "check", "fix", "bench", "docs"]
)
def test_make_knows_each_target_and_says_what_it_does(target: str) -> None:
    make = shutil.which("make") or "make"
    dry = subprocess.run([make, "-n", "-C", ROOT, target], capture_output=True, check=False)  # noqa: S603
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()
    assert dry.returncode == 0, dry.stderr
    assert any(line.startswith(f"{target}:") and "  ## " in line for line in lines)


def test_integration_runs_what_a_developer_runs() -> None:
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1] == "make test"
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
