"""Engines, each run in a fresh process, and what came of it: figures, or why there are none."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.environments import DECLARE4PY, PM4PY, ROOT, MissingPeerError
from bench.peers.measure import Latency, Measured

PATIENCE = 1800  # seconds for one engine before its row says that it did not finish


@dataclass(frozen=True)
class Absent:
    """An engine that gave no figures, and why."""

    engine: str
    why: str


@dataclass(frozen=True)
class Run:
    """How to run one engine: its module, threads and repeats, its interpreter, its share of the log.

    `events` 0 is the whole log.
    """

    engine: str
    module: str
    threads: int = 1
    repeats: int = 3
    events: int = 0
    python: Callable[[], Path] = lambda: Path(sys.executable)

    def measure(self, log: Path) -> Measured | Absent:
        """Run it on the log in a process of its own."""
        try:
            line = last_line([
                str(self.python()), "-m", self.module, str(log), f"--threads={self.threads}",
                f"--repeats={self.repeats}", f"--events={self.events}",
            ])  # fmt: skip
            figures = json.loads(line)
        except (MissingPeerError, json.JSONDecodeError) as reason:
            return Absent(self.engine, str(reason))
        tally = [(rule, verdict, count, entries) for rule, verdict, count, entries in figures["tally"]]
        return Measured(**{**figures, "tally": tally})


def latencies(log: Path) -> list[Latency | Absent]:
    """One family judged again by each of our evaluators, in a process of its own."""
    try:
        line = last_line([sys.executable, "-m", "bench.ours.latency", str(log)])
    except MissingPeerError as reason:
        return [Absent("one family", str(reason))]
    return [Latency(**figures) for figures in json.loads(line)]


def last_line(command: list[str]) -> str:
    """The last line that a command prints; MissingPeerError with its last words where it fails."""
    try:
        done = subprocess.run(  # noqa: S603 - only commands that this folder spells out
            command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as failure:
        raise MissingPeerError(str(failure)) from failure
    if done.returncode or not done.stdout.strip():
        words = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        raise MissingPeerError(words[-1] if words else f"exit status {done.returncode}")
    return done.stdout.strip().splitlines()[-1]


def ours(sample: int) -> list[Run]:
    """Heeded's own evaluators."""
    return [
        Run("Heeded column kernels", "bench.ours.kernels"),
        Run("Heeded column kernels", "bench.ours.kernels", events=sample),
        Run("Heeded definition", "bench.ours.definition", repeats=1, events=sample),
    ]


def peers(cores: int, sample: int) -> list[Run]:
    """What a user would pick instead, with one thread and with all."""
    every = sorted({1, cores})
    return [
        *(Run("Polars", "bench.peers.polars_rules", threads) for threads in every),
        *(Run("DuckDB", "bench.peers.duckdb_rules", threads) for threads in every),
        Run("plain Python loop", "bench.peers.plain_python", repeats=1),
        Run("plain Python loop", "bench.peers.plain_python", repeats=1, events=sample),
        Run("pm4py Declare", "bench.peers.pm4py_declare", repeats=1, python=PM4PY.python),
        Run(
            "Declare4Py MP-Declare",
            "bench.peers.declare4py_timed",
            repeats=1,
            events=sample,
            python=DECLARE4PY.python,
        ),
    ]
