"""Run every engine on one generated log and print what they took, ours beside the others'."""

import argparse
import os
import platform
import sys
from pathlib import Path

from bench.census import compared
from bench.log import LogPlan, ensure
from bench.peers.measure import Measured
from bench.runs import Absent, Run, latencies, ours, peers
from bench.tables import agreement, census, duties, family, show, speed, verdicts

OURS = "Heeded column kernels"
OF_DAYS = (
    "Of whole days the engines must differ: the queries written by hand take a day for its first second, so"
    " that of two events on one day neither is later; Heeded counts the second for a duty, and does not"
    " decide a gate or a ban by an order that nobody recorded."
)


def arguments() -> LogPlan:
    """The log that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--events", type=int, default=LogPlan.events)
    parser.add_argument("--children", type=int, default=LogPlan.children)
    parser.add_argument("--days", action="store_true", help="events known by the day, not the second")
    asked = parser.parse_args()
    return LogPlan(events=asked.events, children=asked.children, days=asked.days)


def machine() -> str:
    """What it ran on, and how busy that was already: times are upper bounds."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    name = names[0] if names else platform.processor() or platform.machine()
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    return f"{os.cpu_count()} x {name}, Python {platform.python_version()}; load before: {busy}"


def measured(runs: list[Run], log: Path) -> list[Measured | Absent]:
    """Run them one after another, so that none disturbs another."""
    rows = []
    for run in runs:
        show(f"... {run.engine}, {run.threads} thread(s)")
        rows.append(run.measure(log))
    return rows


def main() -> int:
    """Generate the log if need be, measure, print; 1 where engines that must agree do not, or ours failed."""
    plan = arguments()
    times = "whole days" if plan.days else "instants"
    show(machine(), f"log: {plan.events:,} events, {plan.children:,} children, {times}")
    log = ensure(plan)
    sample = plan.events // 100
    rows = measured([*ours(sample), *peers(os.cpu_count() or 1, sample)], log)
    judged = max((row for row in rows if isinstance(row, Measured)), key=lambda row: duties(row.tally))
    show("... one family judged again", "... the census read")
    again, read = latencies(log), compared()
    lines, agreed = agreement(rows)
    show(speed(rows, OURS), verdicts(judged.tally), *lines, *([OF_DAYS] if plan.days else []))
    show(family(again), census(read))
    failed = any(isinstance(row, Absent) and row.engine.startswith("Heeded") for row in rows)
    return 1 if failed or not (agreed or plan.days) else 0


if __name__ == "__main__":
    sys.exit(main())
