"""The long run: a million forged proofs, none of which may be believed; the result is kept."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from tests.core.log.forged import LONGEST, Tally, campaign

CHUNK = 20_000


def arguments() -> argparse.Namespace:
    """How many forgeries, from which seed, on how many cores, and where the result goes."""
    parser = argparse.ArgumentParser(prog="python -m tests.core.log", description=__doc__)
    parser.add_argument("--forgeries", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=6962)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--result", type=Path, help="the page to write")
    return parser.parse_args()


def page(asked: argparse.Namespace, tally: Tally) -> Iterator[str]:
    """The result, as a page."""
    tried = tally.tried.total()
    yield "# Forged proofs of the log\n"
    yield (
        f"Written by `python -m tests.core.log`. Honest proofs in logs of up to {LONGEST} leaves were "
        "changed in one way or two, and shown to the check that every receiver of a proof makes. With none "
        "believed among n, the claim is: at most 3/n are, at 95 % (rule of three).\n"
    )
    yield f"- {datetime.now(UTC):%d %B %Y}, seed {asked.seed}"
    yield f"- {tally.honest:,} honest proofs, {len(tally.refused)} of them refused"
    yield f"- {tried:,} forged proofs, {len(tally.believed)} of them believed\n"
    yield "| what was claimed, and what was changed first | forgeries |\n|---|---|"
    for kind, times in sorted(tally.tried.items()):
        yield f"| {kind} | {times:,} |"


def main() -> int:
    """Run, tell, keep the result; 1 where anything is amiss."""
    asked, tally = arguments(), Tally()
    seeds = range(asked.seed, asked.seed + -(-asked.forgeries // CHUNK))
    with ProcessPoolExecutor(asked.workers) as pool:
        for part in pool.map(campaign, seeds, [CHUNK] * len(seeds)):
            tally.add(part)
    written = "\n".join(page(asked, tally)) + "\n"
    sys.stdout.write(written)
    if asked.result:
        asked.result.write_text(written, "utf-8")
    return 1 if tally.believed or tally.refused else 0


if __name__ == "__main__":
    sys.exit(main())
