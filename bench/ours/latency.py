"""One family judged again: what a person waits for after an entry, with ten rules."""

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict
from functools import partial

from bench.log import read
from bench.ours.one_family import one_family
from bench.ours.ten_rules import ten_rules
from bench.peers.measure import Latency, arguments
from heeded.core.evaluation.definition.evaluate import evaluate as definition
from heeded.core.evaluation.finding import Finding
from heeded.core.evaluation.kernels import evaluate as kernels

SIZES = (20, 100, 500, 2_000)
LONGEST = 3.0  # seconds of repeating before the figures are taken
FEWEST = 5


def latency(engine: str, events: int, judge: Callable[[], tuple[Finding, ...]]) -> Latency:
    """Judge again and again for a few seconds; the first run, which warms up, is not counted."""
    found = judge()
    times: list[float] = []
    cpu = time.process_time()
    until = time.perf_counter() + LONGEST
    while len(times) < FEWEST or time.perf_counter() < until:
        started = time.perf_counter()
        judge()
        times.append((time.perf_counter() - started) * 1000)
    cpu_ms = (time.process_time() - cpu) * 1000 / len(times)
    times.sort()
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    return Latency(engine, events, len(found), statistics.median(times), p95, cpu_ms, len(times))


def main() -> None:
    """Measure each evaluator at each size, and say."""
    asked = arguments(__doc__)
    log, handbook = read(asked.log), ten_rules()
    evaluators = {"Heeded column kernels": kernels, "Heeded definition": definition}
    found: list[Latency] = []
    for events in SIZES:
        family = one_family(log, events)
        for engine, evaluate in evaluators.items():
            found.append(latency(engine, events, partial(evaluate, family, handbook, asked.now)))
    print(json.dumps([asdict(each) for each in found]))


if __name__ == "__main__":
    main()
