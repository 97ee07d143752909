"""Asking the census validator, in the environment of its own in which it lives."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bench.environments import CENSUS_VALIDATOR, PEERS
from tests.oracles.census_validator.tables import HERE

SCRIPT = HERE / "extract.py"
PATIENCE = 300
"""Seconds after which the validator is given up."""


def python() -> Path:
    """The validator's own Python; the test is skipped where it is not there."""
    found = PEERS / CENSUS_VALIDATOR.name / "bin" / "python"
    if not (found.parent.parent / ".made").exists():
        pytest.skip("the census validator is not installed: `make setup-oracles` makes its environment")
    return found


def labelled() -> Any:  # noqa: ANN401 - JSON
    """The cases that ship with the validator, taken from it anew."""
    return json.loads(_run(["labelled"], ""))


def judge(returns: list[dict[str, Any]], rules: list[str]) -> list[dict[str, Any]]:
    """The rows that each rule names in each return, or how it broke down.

    The same question is asked once: its answer is kept beside the environment.
    """
    question = json.dumps({"returns": returns, "rules": rules}, sort_keys=True)
    asked = hashlib.sha256((SCRIPT.read_text("utf-8") + question).encode()).hexdigest()
    kept = python().parent.parent / f"answer-{asked[:16]}.json"
    if not kept.exists():
        written = kept.with_suffix(".new")
        written.write_text(_run(["returns"], question), encoding="utf-8")
        written.replace(kept)
    answers: list[dict[str, Any]] = json.loads(kept.read_text(encoding="utf-8"))
    return answers


def _run(asked: list[str], question: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own script under the peer's Python
        [str(python()), str(SCRIPT), *asked],
        input=question,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
