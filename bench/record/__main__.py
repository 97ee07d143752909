"""Fill a record with an invented county, ask it while others write, and say what that took.

`make bench-record` runs it on 20,000 children; SIZE says how many. Everything that is measured runs on this
machine at once: PostgreSQL, the web processes, and the sender, whose own CPU time is told.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg

from bench.record import limit, live, machine, page, prepare, unrecorded
from bench.record.loading import Loading, load


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench.record", description=__doc__)
    parser.add_argument("--children", type=int, default=20_000)
    parser.add_argument("--requests", type=int, default=1_500, help="how many reports are sent")
    parser.add_argument("--write", action="store_true", help="write docs/results/record.md")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--keep", type=Path, help="load into this folder, which must be new, and keep it")
    where.add_argument(
        "--use", type=Path, help="ask the record that --keep left in this folder, loading nothing"
    )
    parser.add_argument("--only-load", action="store_true", help="load, and ask nothing")
    return parser.parse_args()


def main() -> int:
    """Prepare, load, ask, print."""
    asked = arguments()
    folder = asked.use or asked.keep or prepare.FOLDER
    told = Loading.kept(folder) if asked.use else _made(asked.children, folder, anew=not asked.keep)
    prepare.deploy(folder)
    from heeded.bootstrap.running.ready import ready  # noqa: PLC0415 - after the folder is known

    with ready(migrating=True) as admin:
        figures = page.Figures(told, machine.described(), machine.postgres(admin), os.getloadavg())
        if not asked.use:
            prepare.make_agencies()
            load(prepare.files(told.children), admin, told)
            told.keep(folder)
        if asked.only_load:
            print(page.loaded(figures), flush=True)
            return 0
        ask(admin, asked.requests, figures)
        told.runs += 1
        told.keep(folder)
    written = page.page(figures)
    print(written, flush=True)
    if asked.write:
        page.PLACE.write_text(written, encoding="utf-8")
    return 0


def _made(children: int, folder: Path, *, anew: bool) -> Loading:
    """The files of reports made, and an empty folder to load them into."""
    if anew:
        shutil.rmtree(folder, ignore_errors=True)
    elif folder.exists():
        raise SystemExit(f"{folder} is there already: name a new folder, or ask what it holds with --use")
    told = Loading(children=children, load_before=os.getloadavg())
    begun = time.perf_counter()
    prepare.files(children)
    told.made_in = time.perf_counter() - begun
    return told


def ask(admin: str, size: int, figures: page.Figures) -> None:
    """Send reports and reads to the web server, then the same reads with and without access records."""
    draw = random.Random(7 + figures.loading.runs)  # noqa: S311 - invented data
    known = live.credentials()
    with live.served():
        print("... receiving", flush=True)
        figures.received = live.measured(live.reports(known, figures.loading, size, draw))
        reads = size // 3
        print("... reading", flush=True)
        figures.worklists = live.measured(live.worklists(known, reads, draw), live.READS)
        figures.chronologies = live.measured(live.chronologies(known, admin, reads, draw), live.READS)
    _unrecorded(admin, reads, figures)
    figures.bare = _in_order(limit.bare(admin, size))


def _unrecorded(admin: str, size: int, figures: page.Figures) -> None:
    from heeded.bootstrap import looking  # noqa: PLC0415 - after Django is set up

    with psycopg.connect(admin) as connection:
        statement = "SELECT person, agency FROM record.subject WHERE agency LIKE 'council-%%' LIMIT 5000"
        pairs = unrecorded.sample(connection.execute(statement).fetchall(), size)
    stated = looking.stated("safeguarding", "CA2004-s11")
    for recorded in (True, False, True, False):
        found = unrecorded.timed(looking.desk(), stated, pairs, recorded=recorded)
        for what, took in found.items():
            figures.in_process[what, recorded] = _in_order(took)


def _in_order(took: Sequence[float]) -> list[float]:
    return sorted(took)


if __name__ == "__main__":
    sys.exit(main())
