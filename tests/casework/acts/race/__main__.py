"""The campaign: raced pairs of a decision and a concern, counted, and written to a page.

    python -m tests.casework.acts.race --pairs 10000 --result docs/results/raced-gate.md

It makes a database of its own on the embedded PostgreSQL, in a folder of its own, and takes both away again.
Stopped with Ctrl-C, it tells of the pairs raced until then.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from heeded.bootstrap.secret import FOLDER
from tests.casework.acts.race.pairs import Raced, race

SHOWN_EVERY = 500


def main() -> None:
    """Run the campaign, and end with 1 where a child was cleared over a new concern."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--pairs", type=int, default=200)
    given.add_argument("--result", type=Path)
    chosen = given.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ[FOLDER] = folder
        raced = _raced(chosen.pairs)
    page = _page(raced)
    sys.stdout.write(page)
    if chosen.result:
        chosen.result.write_text(page, "utf-8")
    sys.exit(1 if raced.cleared_over or raced.lost else 0)


def _raced(pairs: int) -> Raced:
    from heeded.bootstrap import acting, live, looking  # noqa: PLC0415 - after the folder is known

    with live.database() as admin:
        live.migrate(admin)
        live.connect_as_app(admin)
        from tests.borough import make_agencies  # noqa: PLC0415 - after Django is set up

        make_agencies()
        counted = [Raced()]
        try:
            return race(pairs, acting.desk(), lambda raced: _told(raced, counted))
        except KeyboardInterrupt:
            return counted[-1]
        finally:
            looking.recorder().close()
            from django.db import connections  # noqa: PLC0415 - as above

            connections.close_all()


def _told(raced: Raced, counted: list[Raced]) -> None:
    counted[:] = [raced]
    if raced.pairs % SHOWN_EVERY == 0:
        sys.stderr.write(f"{raced.pairs:,} pairs, {raced.cleared_over} cleared over a concern\n")


def _page(raced: Raced) -> str:
    day = datetime.now(UTC)
    return f"""# The gate, raced

Written by `make test-race`. Somebody has seen every gate before closing work with a child, and has had each \
taken on by a head of service; in the same moment, on another connection, a school records a strong concern. \
Either the decision comes first, on all that was then known, or it is stopped and shown the concern. With \
none cleared over a new concern among n, the claim is: at most 3/n are, at 95 % (rule of three). A test \
takes the lock rows away and sees the race lost.

- {day.day} {day:%B %Y}, PostgreSQL on this machine, two connections
- {raced.pairs:,} pairs
- cleared over a new concern: {raced.cleared_over:,}
- concerns lost: {raced.lost:,}

| what came first | pairs |
|---|---|
| the decision | {raced.decided_first:,} |
| the concern: the decision was stopped, and showed it | {raced.stopped:,} |
"""


if __name__ == "__main__":
    main()
