"""Fill a record with an invented county, ask it while others write, and say what that took.

`make bench-record` runs it on 20,000 children; SIZE says how many. Everything that is measured runs on this
machine at once: PostgreSQL, the web processes, and the sender, whose own CPU time is told.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import time
from collections.abc import Sequence

import psycopg

from bench.record import limit, live, page, prepare, unrecorded


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench.record", description=__doc__)
    parser.add_argument("--children", type=int, default=20_000)
    parser.add_argument("--requests", type=int, default=1_500, help="how many reports are sent")
    parser.add_argument("--write", action="store_true", help="write docs/results/record.md")
    return parser.parse_args()


def main() -> int:
    """Prepare, load, ask, print."""
    asked = arguments()
    figures = page.Figures(children=asked.children, load_before=os.getloadavg())
    begun = time.perf_counter()
    files = prepare.files(asked.children)
    figures.made_in = time.perf_counter() - begun
    prepare.fresh_deployment()
    from heeded.bootstrap.running.ready import ready  # noqa: PLC0415 - after the folder is known

    with ready(migrating=True) as admin:
        prepare.make_agencies()
        load(files, admin, figures)
        sizes(admin, figures)
        ask(admin, asked, figures)
    told = page.page(figures)
    print(told, flush=True)
    if asked.write:
        page.PLACE.write_text(told, encoding="utf-8")
    return 0


def load(files: prepare.Files, admin: str, figures: page.Figures) -> None:
    """Load every file by the product's own path."""
    from heeded.bootstrap import loading  # noqa: PLC0415 - after the folder is known

    begun, before, said = time.perf_counter(), _server_cpu(admin), 0.0

    def show(progress: loading.Progress) -> None:
        nonlocal said
        spent = time.perf_counter() - begun
        if spent - said > 10:  # noqa: PLR2004 - seconds
            said = spent
            print(f"... {spent:,.0f} s: {progress.name}, {progress.kept:,} entries of it", flush=True)

    with loading.Ledger() as ledger:
        pairs = [(path, agency) for agency, path in files.items()]
        told = loading.load_files(pairs, admin, ledger, processes=prepare.PROCESSES, show=show)
        figures.refused = len(ledger)
    figures.loaded_in = time.perf_counter() - begun
    figures.entries = sum(each.kept for each in told)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    figures.load_cpu = used.ru_utime + used.ru_stime - before
    figures.load_memory = used.ru_maxrss * 1024


def _server_cpu(_: str) -> float:
    """What processes of ours that have ended took before (seconds of CPU time)."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def sizes(admin: str, figures: page.Figures) -> None:
    """How much room the tables take, with their indexes."""
    with psycopg.connect(admin) as connection:
        rows = connection.execute(
            "SELECT relname, pg_total_relation_size(oid) FROM pg_class "
            "WHERE relnamespace = 'record'::regnamespace AND relkind = 'r' ORDER BY 2 DESC"
        ).fetchall()
        (figures.duties,) = connection.execute("SELECT count(*) FROM record.duty").fetchone() or (0,)
    figures.room = {str(name): int(size) for name, size in rows}


def ask(admin: str, asked: argparse.Namespace, figures: page.Figures) -> None:
    """Send reports and reads to the web server, then the same reads with and without access records."""
    draw = random.Random(7)  # noqa: S311 - invented data
    known = live.credentials()
    with live.served():
        print("... receiving", flush=True)
        figures.received = live.measured(live.reports(known, asked.children, asked.requests, draw))
        reads = asked.requests // 3
        print("... reading", flush=True)
        figures.worklists = live.measured(live.worklists(known, reads, draw), live.READS)
        figures.chronologies = live.measured(live.chronologies(known, admin, reads, draw), live.READS)
    _unrecorded(admin, reads, figures)
    figures.bare = _in_order(limit.bare(admin, asked.requests))


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
