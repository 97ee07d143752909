"""The long run over messages: thousands of stories, each sent in several orders and compared."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from heeded.bootstrap import live
from heeded.bootstrap.secret import FOLDER
from tests.borough import make_agencies
from tests.faults.messages.digest import different
from tests.faults.messages.sending import MOST_TIMES, ORDERS, orders

CASES = 10_000


@click.command()
@click.option("--cases", default=CASES, show_default=True, help="How many orders of messages to compare.")
@click.option("--minutes", default=0.0, help="Stop after so long, and say how far it came.")
@click.option("--first", default=1_000, show_default=True, help="The seed of the first story.")
@click.option("--result", type=click.Path(path_type=Path), help="Where to write what was found.")
def main(cases: int, minutes: float, first: int, result: Path | None) -> None:
    """Send stories in several orders, and compare what the record holds at the end."""
    began, done, stories, wrong = time.monotonic(), 0, 0, list[str]()
    with _database() as database:
        make_agencies()
        while done < cases and not (minutes and time.monotonic() - began > minutes * 60):
            delayed = stories % 4 == 3
            one, *others = orders(first + stories, database, delayed=delayed)
            stories += 1
            done += ORDERS
            for other in others:
                found = different(one.state, other.state)
                if delayed:
                    found = [line for line in found if not line.startswith("duties")]
                wrong += [f"{other.name}: {line}" for line in found]
            if stories % 20 == 0:
                click.echo(f"{done} orders of {stories} stories, {len(wrong)} differences", err=True)
    said = _said(done, stories, wrong, time.monotonic() - began, first)
    click.echo(said)
    if result:
        result.write_text(said, "utf-8")
    sys.exit(1 if wrong else 0)


def _said(done: int, stories: int, wrong: list[str], took: float, first: int) -> str:
    bound = f"at most {3 / done:.4%}" if done and not wrong else "no bound"
    return (
        "# Messages in any order\n\n"
        f"Written by `tests/faults/campaign_messages.py` (first seed {first}).\n\n"
        "Each story is what four agencies tell of one to four children: injuries, referrals, opinions, "
        "households, relationships, hand-overs and their answers, corrections, withdrawals, and what systems "
        "of record say of one event two to five times, the same, otherwise or taken back; with senders' "
        "clocks up to a day off. It was "
        f"sent in {ORDERS} orders, split and bundled by chance, each message up to {MOST_TIMES} times; every "
        "fourth story with each message an hour later than the one before. Compared are the entries, how "
        "what was told again stands and since when it was known, who is whom, who is of one family and, "
        "where nothing came late, what is owed.\n\n"
        "| | |\n| --- | --- |\n"
        f"| stories | {stories:,} |\n| orders sent | {done:,} |\n| differences | {len(wrong)} |\n"
        f"| so in truth (95 %, rule of three) | {bound} |\n| minutes | {took / 60:.1f} |\n"
        + "".join(f"\n- {line}" for line in wrong[:50])
    )


@contextmanager
def _database() -> Iterator[str]:
    """A deployment of its own, gone at the end: its administrator's connection string."""
    with tempfile.TemporaryDirectory(prefix="heeded-messages-") as place:
        os.environ[FOLDER] = place
        with live.database() as admin:
            live.migrate(admin)
            live.connect_as_app(admin)
            yield admin


if __name__ == "__main__":
    main()
