"""Run every engine on one generated log and print what they took, ours beside the others'."""

import argparse
import os
import platform
from pathlib import Path

from bench.census import compared
from bench.log import LogPlan, ensure
from bench.peers.measure import Measured
from bench.runs import Absent, Run, latencies, ours, peers
from bench.tables import agreement, census, duties, family, show, speed, verdicts

OURS = "Heeded column kernels"


def arguments() -> LogPlan:
    """The log that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--events", type=int, default=LogPlan.events)
    parser.add_argument("--children", type=int, default=LogPlan.children)
    asked = parser.parse_args()
    return LogPlan(events=asked.events, children=asked.children)


def machine() -> str:
    """What it ran on, and how busy that was already: times are upper bounds."""
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        if line.startswith("model name")
    ]
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    return f"{os.cpu_count()} x {names[0]}, Python {platform.python_version()}; load before: {busy}"


def measured(runs: list[Run], log: Path) -> list[Measured | Absent]:
    """Run them one after another, so that none disturbs another."""
    rows = []
    for run in runs:
        show(f"... {run.engine}, {run.threads} thread(s)")
        rows.append(run.measure(log))
    return rows


def main() -> None:
    """Generate the log if need be, measure, print."""
    plan = arguments()
    show(machine(), f"log: {plan.events:,} events, {plan.children:,} children, instants")
    log = ensure(plan)
    sample = plan.events // 100
    rows = measured([*ours(sample), *peers(os.cpu_count() or 1, sample)], log)
    judged = max((row for row in rows if isinstance(row, Measured)), key=lambda row: duties(row.tally))
    show("... one family judged again", "... the census read")
    show(
        speed(rows, OURS),
        verdicts(judged.tally),
        *agreement(rows),
        family(latencies(log)),
        census(compared()),
    )


if __name__ == "__main__":
    main()
