"""Ask every page of the workspace of a record that was loaded, and say how long each took.

`make bench-pages USE=folder` runs it on the record that `make bench-record KEEP=folder` left there.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import psycopg

from bench.record import live, machine, prepare
from bench.record.loading import Loading
from bench.record.pages import large, page
from bench.record.pages.exchanges import Counted, counted
from bench.record.pages.opened import OPENED, Opened
from bench.record.pages.people import Sitting, sittings
from bench.record.sender import Request

_CONNECTIONS = 6


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench.record.pages", description=__doc__)
    parser.add_argument("--use", type=Path, required=True, help="the folder of the record")
    parser.add_argument("--requests", type=int, default=150, help="how many requests of each page are sent")
    parser.add_argument("--rate", type=float, default=5, help="how many a second")
    parser.add_argument("--only", default="", help="only pages whose name holds this")
    parser.add_argument("--write", action="store_true", help="write docs/results/pages.md")
    return parser.parse_args()


def main() -> int:
    """Sign in, ask, print."""
    asked = arguments()
    told = Loading.kept(asked.use)
    told.runs += 1
    told.keep(asked.use)
    prepare.deploy(asked.use)
    from heeded.bootstrap.running.ready import ready  # noqa: PLC0415 - after the folder is known

    with ready(migrating=True) as admin:
        before = os.getloadavg()
        draw = random.Random(7 + told.runs)  # noqa: S311 - invented data
        people = sittings(admin, large.tell(admin), draw)
        chosen = [each for each in OPENED if asked.only in each.what]
        pages = [*measured(chosen, people, asked.requests, asked.rate, draw)]
        with psycopg.connect(admin) as connection:
            (cards,) = connection.execute("SELECT count(*) FROM record.card").fetchone() or (0,)
        ran = page.Ran(told, machine.described(), machine.postgres(admin), before, asked.rate, cards)
    written = page.page(ran, pages)
    print(written, flush=True)
    if asked.write:
        page.PLACE.write_text(written, encoding="utf-8")
    return 0 if all(each.kept for each in pages) else 1


def measured(
    chosen: Sequence[Opened], people: Sequence[Sitting], size: int, rate: float, draw: random.Random
) -> Iterator[page.Measured]:
    """Each page, one after the other."""
    counts = [exchanges(each, people, draw) for each in chosen]
    with live.served():
        for each, told in zip(chosen, counts, strict=True):
            requests = [each.asked(draw.choice(people), draw) for _ in range(size)]
            found = page.Measured(each.what, live.measured(requests, rate, _CONNECTIONS), told)
            took = found.answers
            print(f"... {each.what}: {took.at(0.5):,.1f} / {took.at(0.95):,.1f} ms", flush=True)
            yield found


def exchanges(opened: Opened, people: Sequence[Sitting], draw: random.Random) -> Counted:
    """How often a page asks the database when it is asked for a second time in this process."""
    by = people[0]
    _answer(by, opened.asked(by, draw), opened.what)
    again = opened.asked(by, draw)
    with counted() as counts:
        _answer(by, again, opened.what)
    return counts


def _answer(by: Sitting, request: Request, what: str) -> None:
    """Ask in this process; RuntimeError where something else is shown than what was asked for."""
    headers = {name: told for name, told in request.headers.items() if name == "HX-Request"}
    path, kind = request.path, "application/x-www-form-urlencoded"
    if request.method == "POST":
        answer = by.client.post(path, request.body, content_type=kind, headers=headers)
    else:
        answer = by.client.get(path, headers=headers)
    if answer.status_code not in live.GOOD:
        raise RuntimeError(f"“{what}” is not shown to {by.person}: {answer.status_code} {path}")


if __name__ == "__main__":
    sys.exit(main())
