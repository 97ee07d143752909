"""A long campaign over the API: `python -m tests.doors.api.campaign --examples 1000 --result FILE`.

It makes a database of its own in a folder of its own, and leaves nothing behind.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from heeded.bootstrap.secret import FOLDER
from tests.borough import bruised, make_agencies

WRONG = 500
SELDOM = 20
"""Of the hostile bodies, one in so many is sent by those who are let in nowhere."""


@dataclass(frozen=True, slots=True)
class Row:
    """One part of the campaign: who asked, how, and how often which status was answered."""

    role: str
    how: str
    statuses: Counter[int]


def main() -> int:
    """Run the campaign; 1 where an answer was a fault or not described."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=1000, help="requests an operation, for each role")
    parser.add_argument("--result", type=Path, help="the page to write")
    asked = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="heeded-api-") as folder:
        os.environ[FOLDER] = folder
        rows = _on_a_record_of_its_own(asked.examples)
    page = _page(rows, asked.examples, time.monotonic() - began)
    sys.stdout.write(page)
    if asked.result:
        asked.result.write_text(page, "utf-8")
    return int(any(status >= WRONG for row in rows for status in row.statuses))


def _on_a_record_of_its_own(examples: int) -> list[Row]:
    from heeded.bootstrap import live  # noqa: PLC0415 - after the folder is known

    with live.database() as admin:
        live.migrate(admin)
        live.connect_as_app(admin)
        make_agencies()
        try:
            return _run(examples)
        finally:
            from django.db import connections  # noqa: PLC0415 - after Django is set up

            from heeded.bootstrap import looking  # noqa: PLC0415 - as above

            looking.recorder().close()
            connections["default"].close()


def _run(examples: int) -> list[Row]:
    from heeded.adapters.exchange.heeded_json import write_report  # noqa: PLC0415 - after Django is set up
    from heeded.doors.api import caller  # noqa: PLC0415 - as above
    from tests.doors.api import fuzz  # noqa: PLC0415 - as above
    from tests.doors.api.callers import bearer, post  # noqa: PLC0415 - as above
    from tools.reference.api import openapi  # noqa: PLC0415 - as above

    caller.READS = 10**9
    post("/api/events", write_report(bruised()), bearer("hospital", "events:write"))
    sought = {"system": "NHS number", "value": "9434765919"}
    (held,) = post("/api/children/search", sought, bearer("council", "children:find")).json()["children"]
    document: dict[str, Any] = json.loads(openapi())
    rows = []
    for name, role in fuzz.roles().items():
        by_chance = fuzz.by_chance(document, role, examples, held["child"])
        rows.append(Row(name, "by chance", _statuses(by_chance)))
        every = SELDOM if name in fuzz.LET_IN_NOWHERE else 1
        rows.append(Row(name, "by malice", _statuses(fuzz.by_malice(document, role, held["child"], every))))
        sys.stderr.write(f"{name}: {sum(row.statuses.total() for row in rows):,} requests so far\n")
    return rows


def _statuses(seen: Any) -> Counter[int]:  # noqa: ANN401 - fuzz.Seen, which needs Django
    counted: Counter[int] = Counter()
    for (_, status), number in seen.answers.items():
        counted[status] += number
    return counted


def _page(rows: list[Row], examples: int, seconds: float) -> str:
    whole = sum(row.statuses.total() for row in rows)
    faults = sum(number for row in rows for status, number in row.statuses.items() if status >= WRONG)
    lines = [
        "# The API under requests by chance and by malice",
        "",
        f"`make test-api-long`, here with up to {examples:,} requests by chance (schemathesis) to",
        "each operation as each role, half of them about a child whom the record holds, half of what can",
        "be spoiled spoilt; and the example of every body with each of its parts, in turn, replaced by",
        "each hostile value of `tests/doors/api/hostile.py`. Every answer is held to the description: its",
        "status, its media type, its headers, its shape.",
        f"Who is let in nowhere sends one hostile body in {SELDOM}.",
        "",
        f"**{whole:,} requests, {faults} faults (5xx), no answer that is not described**, in",
        f"{seconds:,.0f} s on {os.cpu_count()} cores ({platform.machine()}, Python {_python()}).",
        "",
        "| role | how | requests | statuses |",
        "|---|---|---:|---|",
    ]
    for row in rows:
        told = ", ".join(f"{status}: {number:,}" for status, number in sorted(row.statuses.items()))
        lines.append(f"| {row.role} | {row.how} | {row.statuses.total():,} | {told} |")
    return "\n".join(lines) + "\n"


def _python() -> str:
    return platform.python_version()


if __name__ == "__main__":
    sys.exit(main())
