"""Throwaway environments for peers that may not be dependencies: another licence, or older needs."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / ".peers"
PATIENCE = 600  # seconds for an installation before the row says that it cannot be had


class MissingPeerError(Exception):
    """A peer cannot be installed here; its message says why, in a line."""


@dataclass(frozen=True)
class Environment:
    """A peer's environment: its folder under `.peers/`, and what is installed in it."""

    name: str
    packages: tuple[str, ...]

    def python(self) -> Path:
        """The environment's interpreter, made and filled first if it is not there.

        Raises MissingPeerError where it cannot be made.
        """
        folder = PEERS / self.name
        made = folder / ".made"
        wanted = "\n".join(self.packages)
        if not made.exists() or made.read_text(encoding="utf-8") != wanted:
            uv = _run("tools/uv.sh")
            _run(uv, "venv", "--quiet", "--clear", "--python", "3.11", str(folder))
            python = str(folder / "bin" / "python")
            _run(uv, "pip", "install", "--quiet", "--python", python, *self.packages)
            made.write_text(wanted, encoding="utf-8")
        return folder / "bin" / "python"


PM4PY = Environment("pm4py", ("pm4py==2.7.23.11", "pyarrow", "tzdata"))
DECLARE4PY = Environment("declare4py", ("Declare4Py==2.2.0", "pyarrow", "tzdata"))
CENSUS_VALIDATOR = Environment("csc", ("csc-validator-be-cin==0.1.13", "numpy<2"))


def _run(*command: str) -> str:
    """What a command prints; MissingPeerError with its last words where it fails."""
    try:
        done = subprocess.run(  # noqa: S603 - only commands that stand in this file
            command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as failure:
        raise MissingPeerError(f"{Path(command[0]).name}: {failure}") from failure
    if done.returncode:
        words = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        raise MissingPeerError(words[-1] if words else f"exit status {done.returncode}")
    return done.stdout.strip()
