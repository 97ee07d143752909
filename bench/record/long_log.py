"""A long log made straight in the tables, and `heeded verify` timed on it.

    python -m bench.record.long_log --entries 1000000

Each entry has words of its own, so that nothing is gained by remembering how they were written.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from uuid import UUID

import psycopg

from bench.log import CACHE
from bench.record import machine, prepare
from heeded.adapters.record.store.rows import COLUMNS, row_of
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import Precision, When
from heeded.core.log.leaf import content, leaf_hash
from heeded.core.log.tree import Frontier

FOLDER = CACHE / "long-log"
BEGAN = 1_700_000_000
AT_ONCE = 20_000


def entries(count: int) -> Iterator[tuple[Entry, int, bytes]]:
    """Invented entries of some 400 bytes each, with when each was received, and its salt."""
    draw = Random(6962)  # noqa: S311 - invented data
    for number in range(count):
        at = BEGAN + 30 * number
        entry = Entry(
            id=str(UUID(bytes=draw.randbytes(16))),
            kind="injury observed",
            child=str(UUID(bytes=draw.randbytes(16))),
            happened=When(at - 600, at - 600, Precision.INSTANT),
            told=at - 5,
            source=Source("hospital", f"Dr Invented {number % 500}", "paediatrician"),
            keys={"injury": f"injury-{number}"},
            facts={"suspected": number % 3 == 0, "count": number % 7, "said": f"told {number} at the desk"},
            writer=f"practitioner:{number % 500}",
        )
        yield entry, at, draw.randbytes(32)


def fill(admin: str, count: int) -> None:
    """Put so many entries and their leaves into an empty record."""
    told, tree = entries(count), Frontier()
    with psycopg.connect(admin, autocommit=True) as link:
        for first in range(0, count, AT_ONCE):
            part = [next(told) for _ in range(min(AT_ONCE, count - first))]
            leaves = [leaf_hash(salt, content(entry, entry.child, at)) for entry, at, salt in part]
            tree = tree.append(leaves)
            with link.cursor().copy(
                f"COPY record.entry (index, received, salt, {COLUMNS}) FROM STDIN"
            ) as copy:
                for place, (entry, at, salt) in enumerate(part, first):
                    copy.write_row((place, at, salt, *row_of(entry)))
            with link.cursor().copy("COPY record.leaf (index, entry, at, hash) FROM STDIN") as copy:
                for place, ((entry, at, _), leaf) in enumerate(zip(part, leaves, strict=True), first):
                    copy.write_row((place, entry.id, at, leaf))
            print(f"\r{first + len(part):,} of {count:,} entries made", end="", file=sys.stderr)
        link.execute("UPDATE record.head SET size = %s, frontier = %s", [tree.size, list(tree.hashes)])
        link.execute("VACUUM ANALYZE record.entry, record.leaf")


def main() -> int:
    """Fill a record of its own where there is none of that length yet, and verify it three times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=1_000_000)
    asked = parser.parse_args()
    folder = FOLDER / str(asked.entries)
    filled = (folder / "filled").exists()
    if not filled:
        shutil.rmtree(folder, ignore_errors=True)
    prepare.deploy(folder)
    from heeded.bootstrap.running.ready import ready  # noqa: PLC0415 - after the folder is known

    with ready(migrating=True) as admin:
        if not filled:
            fill(admin, asked.entries)
            (folder / "filled").touch()
        print(f"\n{machine.described()}; {machine.postgres(admin)}")
        for _ in range(3):
            print(verified(folder))
    return 0


def verified(folder: Path) -> str:
    """What one run of the command took: by the clock, and of the processors, the server's share apart."""
    command = [str(Path(sys.executable).with_name("heeded")), "verify"]
    load, clock, ours = os.getloadavg()[0], time.perf_counter(), os.times()
    server = machine.server_cpu(folder)
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own
    took, spent, server = time.perf_counter() - clock, os.times(), machine.server_cpu(folder) - server
    own = spent.children_user + spent.children_system - ours.children_user - ours.children_system
    return (
        f"load {load:.1f}: {took:.1f} s by the clock; CPU {own:.1f} s here, {server:.1f} s in PostgreSQL. "
        f"{said.splitlines()[0]}"
    )


if __name__ == "__main__":
    sys.exit(main())
