"""Running `heeded handbook` in a test: its exit status and what it prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from heeded.doors.cli import main

SAMPLE = Path(__file__).parents[2] / "adapters" / "handbooks" / "sample"


def run(*words: str | Path) -> Result:
    """What `heeded handbook` with these words gives; anything it raises fails the test."""
    return CliRunner().invoke(main, ["handbook", *map(str, words)], catch_exceptions=False)


def checked(path: Path) -> dict[str, Any]:
    """What `heeded handbook check --json` prints of a handbook."""
    found = run("check", path, "--json")
    told = json.loads(found.stdout)
    assert found.exit_code == (0 if told["confirmed"] else 1)
    return dict(told)
