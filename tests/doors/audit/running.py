"""Runs `heeded audit` as somebody at a terminal would, and reads what it writes."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from heeded.doors.cli import main

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "cin"
HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Ran:
    """What a run printed, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def record(self) -> dict[str, Any]:
        """What was printed, as one JSON object."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    def rule(self, name: str) -> dict[str, Any]:
        """What is said of the rule of that name."""
        (found,) = [rule for rule in self.record["rules"] if rule["rule"] == name]
        rule: dict[str, Any] = found
        return rule


def run(*words: str | Path) -> Ran:
    """Run `heeded audit` with these words; anything but an exit is raised, as a traceback would be."""
    result = CliRunner().invoke(main, ["audit", *map(str, words)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
