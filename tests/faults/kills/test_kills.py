"""A short run over kills; `make test-faults` makes the long one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
KILLS = 4


def test_what_was_acknowledged_survives_kills_at_random() -> None:
    words = [sys.executable, "-m", "tests.faults.campaign_kills", "--kills", str(KILLS), "--seed", "3"]
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)  # noqa: S603 - our own
    assert ran.returncode == 0, ran.stdout + ran.stderr
    found = json.loads(ran.stdout)
    assert sum(found["killed"].values()) == KILLS
    assert found["entries"] >= 4 * KILLS
    assert found["looks"] > 0
    assert (found["lost"], found["doubled"], found["without_look"]) == ([], [], [])
    assert "no lines differed" in found["worklist"]
