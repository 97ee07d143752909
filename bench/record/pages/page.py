"""What the pages took, and the page that says so."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.record.loading import Loading
from bench.record.pages.exchanges import Counted
from bench.record.sender import Answers

PLACE = Path(__file__).resolve().parents[3] / "docs" / "results" / "pages.md"
AIM = 0.1
"""Seconds within which 95 of 100 answers of a page are to leave."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one page took: its answers at a rate, and how often it asked the database."""

    what: str
    answers: Answers
    counted: Counted

    @property
    def late(self) -> float:
        """The share of the answers that took longer than the aim."""
        took = self.answers.took
        return sum(each > AIM for each in took) / len(took)

    @property
    def kept(self) -> bool:
        """Whether the aim is kept."""
        return self.answers.at(0.95) <= 1000 * AIM


@dataclass(frozen=True, slots=True)
class Ran:
    """What the pages ran on: the record, the machine, its load average before and after, the rate."""

    loading: Loading
    machine: str
    postgres: str
    before: tuple[float, float, float]
    rate: float
    cards: int


def page(ran: Ran, pages: Sequence[Measured]) -> str:
    """The page, in Markdown."""
    slow = [each for each in pages if not each.kept]
    said = (
        f"{len(slow)} of {len(pages)} pages took longer: {'; '.join(each.what for each in slow)}."
        if slow
        else f"Each of the {len(pages)} pages kept to it."
    )
    loading = ran.loading
    return f"""# How long pages take on a large record

`make bench-pages USE=folder WRITE=1`, {time.strftime("%-d %B %Y")}: {ran.machine}, {ran.postgres}.
The record holds {loading.children:,} children with {loading.entries:,} entries, {loading.duties:,} lines that
somebody owes and {ran.cards:,} cards on the desks of five hubs. The machine's load average was \
{_average(ran.before)} before and {_average(os.getloadavg())} after.

The aim is that 95 of 100 answers of each page leave within {1000 * AIM:.0f} ms. {said}

| page | p50 ms | p95 ms | p99 ms | over {1000 * AIM:.0f} ms | statements | exchanges | kB |
|---|---|---|---|---|---|---|---|
{chr(10).join(map(_row, pages))}

## How it was measured
- Ten people, two of each council, have signed in with a second factor and said why they look. Requests leave
  by a schedule, {ran.rate:g} a second of one page after the other, each by one of them and about a child by
  chance; a time runs from when the request was due to the last byte of the answer, waiting included.
- The web server runs as `heeded serve` does, with two processes; it, PostgreSQL and the sender share the
  cores. Each look is recorded before its answer leaves. The first fifth of the requests only warms up.
- A short record is that of a child of the county, of some ten entries; a long one has more than 500, with 60
  injuries, as many explanations and 20 enquiries. A step of a replay is chosen by chance, so that most are
  judged when they are asked for.
- Statements and exchanges are those of one request, the second of its kind in a process; several statements
  may go in one exchange. BEGIN and COMMIT are not counted.
"""


def _row(each: Measured) -> str:
    took = each.answers
    return (
        f"| {each.what} | {took.at(0.5):,.1f} | {took.at(0.95):,.1f} | {took.at(0.99):,.1f} | "
        f"{100 * each.late:.0f} % | {each.counted.statements} | {each.counted.exchanges} | "
        f"{took.size / len(took.took) / 1000:,.0f} |"
    )


def _average(load: Sequence[float]) -> str:
    return " / ".join(f"{each:.1f}" for each in load)
