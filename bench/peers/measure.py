"""How every engine is measured: one fresh process, load apart from judging, best of the repeats."""

import argparse
import gc
import json
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeVar

from bench.schema import NOW

T = TypeVar("T")
KIBIBYTE = 1024

Tally = list[tuple[str, str, int, int]]
"""A line a rule and verdict: how many duties, and the sum of the entries that opened them.

The sum tells apart two engines that count alike but mean different duties.
"""


@dataclass(frozen=True)
class Measured:
    """What one run of one engine took: seconds, and bytes of peak resident memory.

    `seconds` is from the log in memory to every duty's verdict in memory, a row a duty;
    `cpu_seconds` what that took of all cores together, which a busy machine disturbs less.
    """

    engine: str
    threads: int
    events: int
    load_seconds: float
    seconds: float
    cpu_seconds: float
    peak_bytes: int
    tally: Tally = field(default_factory=list)
    note: str = ""


@dataclass(frozen=True)
class Latency:
    """How long one evaluator takes for one family, from the chronology to its findings.

    `cpu_ms` is the mean of the processor's time, which a busy machine disturbs less.
    """

    engine: str
    events: int
    findings: int
    median_ms: float
    p95_ms: float
    cpu_ms: float
    runs: int


def peak_bytes() -> int:
    """The most memory that this process ever held, in bytes.

    Not `getrusage`, where Linux offers better: its figure starts from the memory of whoever
    started the process, so that a small process looks as large as its parent.
    """
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    for line in lines:
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * KIBIBYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIBIBYTE


@dataclass(frozen=True, order=True)
class Took:
    """How long some work took: seconds on the clock, and seconds of all cores together."""

    seconds: float
    cpu_seconds: float


def best_of(repeats: int, work: Callable[[], T]) -> tuple[Took, T]:
    """What the quickest of some runs took, and what the last one returned."""
    times = [_timed(work)[0] for _ in range(repeats - 1)]
    last, result = _timed(work)
    return min([*times, last]), result


def _timed(work: Callable[[], T]) -> tuple[Took, T]:
    gc.collect()
    started, cpu = time.perf_counter(), time.process_time()
    result = work()
    return Took(time.perf_counter() - started, time.process_time() - cpu), result


def measured(engine: str, threads: int, events: int, load: Took, judge: Took) -> Measured:
    """The figures so far of an engine; its peak memory is taken now."""
    return Measured(engine, threads, events, load.seconds, judge.seconds, judge.cpu_seconds, peak_bytes())


def arguments(what: str | None) -> argparse.Namespace:
    """The log, the threads and the repeats that the command line asks for."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("log", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--events", type=int, default=0, help="judge only whole families up to about so many")
    parser.add_argument("--now", type=int, default=NOW, help="moment of judgement, UTC seconds")
    return parser.parse_args()


def say(figures: Measured, tally: Sequence[tuple[str, str, int, int]] = (), note: str = "") -> None:
    """Print the figures, and what was found, as one line of JSON, which the table reads."""
    print(json.dumps(asdict(figures) | {"tally": tally, "note": note}))
