"""The long run: very many random families, both cores, and every planted bug; the result is kept."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import UTC, datetime
from pathlib import Path

from tests.core.evaluation.differential.campaign import TOGETHER, Batch, Tally
from tests.core.evaluation.differential.compare import report, smallest
from tests.core.evaluation.differential.planted_bugs import BUGS

CHUNK = 20
"""How many batches one process judges before it reports."""
ENOUGH = 10_000
"""Within how many families a planted bug must show."""


def arguments() -> argparse.Namespace:
    """How many families, from which seed, on how many cores, and where the result goes."""
    parser = argparse.ArgumentParser(prog="python -m tests.core.evaluation.differential", description=__doc__)
    parser.add_argument("--families", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=2011)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--result", type=Path, help="the page to write")
    parser.add_argument("--no-bugs", action="store_true", help="leave the planted bugs out")
    return parser.parse_args()


def chunk(seed: int, first: int, size: int) -> Tally:
    """So many batches of a seed, from a number on."""
    tally = Tally()
    for number in range(first, first + size):
        batch = Batch.of(seed, number)
        found = batch.compared()
        tally.add(found)
        if found.differences and found.differences[0].startswith("family"):
            tally.differences.append(report(*smallest(batch.handbook, batch.judgement(found.differences[0]))))
    return tally


def bug(place: int) -> tuple[str, int | None]:
    """A planted bug's name, and after how many families it showed."""
    return BUGS[place].name, BUGS[place].families_needed(ENOUGH)


def campaign(asked: argparse.Namespace) -> Tally:
    """All the families, with a line of progress now and then."""
    batches = -(-asked.families // TOGETHER)
    total, began, told = Tally(), time.monotonic(), 0.0
    with ProcessPoolExecutor(asked.workers) as pool:
        parts = [
            pool.submit(chunk, asked.seed, first, min(CHUNK, batches - first))
            for first in range(0, batches, CHUNK)
        ]
        for part in as_completed(parts):
            total.add(part.result())
            passed = time.monotonic() - began
            if passed - told > 10 or total.families >= asked.families:
                told = passed
                say(
                    f"{total.families:,} of {asked.families:,} families, {total.findings:,} findings, "
                    f"{len(total.differences)} differences, {total.families / passed:,.0f} a second"
                )
    return total


def planted(asked: argparse.Namespace) -> dict[str, int | None]:
    """Every planted bug, and after how many families it showed."""
    if asked.no_bugs:
        return {}
    with ProcessPoolExecutor(asked.workers) as pool:
        found = dict(pool.map(bug, range(len(BUGS))))
    missed = [name for name, families in found.items() if families is None]
    say(f"{len(found) - len(missed)} of {len(found)} planted bugs found. {'; '.join(missed)}")
    return found


def page(asked: argparse.Namespace, total: Tally, bugs: dict[str, int | None]) -> Iterator[str]:
    """The result, as a page."""
    yield "# The column kernels held to the definition\n"
    yield (
        "Written by `make test-differential`. Random handbooks and random families, with events and "
        "the moment of judgement placed at the deadlines, were judged by the definition and by the "
        "kernels: each family alone, and 25 at a time, at once and in small blocks.\n"
    )
    yield f"- {datetime.now(UTC):%d %B %Y}, seed {asked.seed}"
    yield f"- {total.families:,} families, {total.findings:,} findings"
    yield f"- differences: {len(total.differences)}\n"
    yield "| verdict | why it cannot be judged | findings |\n|---|---|---|"
    for (verdict, why), times in total.verdicts.most_common():
        yield f"| {verdict} | {why or ''} | {times:,} |"
    if bugs:
        yield f"\n## Planted bugs\n\n{len(bugs)}, one at a time. Each must show within {ENOUGH:,} families.\n"
        yield "| bug | shown after (families) |\n|---|---|"
        for name, families in bugs.items():
            yield f"| {name} | {families or '**not found**'} |"


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Run, tell, keep the result; 1 where anything is amiss."""
    asked = arguments()
    bugs = planted(asked)
    total = campaign(asked)
    for difference in total.differences[:3]:
        say(difference)
    if asked.result:
        asked.result.write_text("\n".join(page(asked, total, bugs)) + "\n", encoding="utf-8")
    return 1 if total.differences or None in bugs.values() else 0


if __name__ == "__main__":
    sys.exit(main())
