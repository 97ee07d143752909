"""What was measured, and the page that says so."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.record.live import RATE, READS
from bench.record.loading import Loading
from bench.record.sender import Answers

PLACE = Path(__file__).resolve().parent.parent.parent / "docs" / "results" / "record.md"


@dataclass
class Figures:
    """Everything measured: seconds, bytes, counts."""

    loading: Loading
    machine: str
    postgres: str
    load_before: tuple[float, float, float]
    received: Answers = field(default_factory=Answers)
    worklists: Answers = field(default_factory=Answers)
    chronologies: Answers = field(default_factory=Answers)
    in_process: dict[tuple[str, bool], list[float]] = field(default_factory=dict)
    bare: list[float] = field(default_factory=list)


def page(figures: Figures) -> str:
    """The page, in Markdown."""
    return "\n".join([loaded(figures), _live(figures), _recording(figures), _bear()])


def loaded(figures: Figures) -> str:
    """What it ran on, and what loading took."""
    return "\n".join([_head(figures), _load(figures.loading)])


def _head(figures: Figures) -> str:
    told = figures.loading
    asked = f", the load average before asking {_average(figures.load_before)}" if told.runs else ""
    return f"""# The record under load

`make bench-record SIZE={told.children}`, {time.strftime("%-d %B %Y")}: {figures.machine}, {figures.postgres}.
Loaded on {told.on}, the machine's load average {_average(told.load_before)} before and \
{_average(told.load_after)} after{asked}. Above 0 before, the machine was not ours alone, and times are
upper bounds.
"""


def _average(load: Sequence[float]) -> str:
    return " / ".join(f"{each:.1f}" for each in load)


def _load(told: Loading) -> str:
    room = sum(told.room.values())
    most = ", ".join(f"{name} {size / told.entries:,.0f}" for name, size in [*told.room.items()][:5])
    return f"""## Loading
| | |
|---|---|
| children | {told.children:,} |
| entries | {told.entries:,} |
| refused or noted | {told.refused:,} |
| seconds to make the files, before (0 where they were there) | {told.made_in:,.0f} |
| seconds | {told.loaded_in:,.1f} |
| entries a second | {told.entries / told.loaded_in:,.0f} |
| CPU time of the loading processes, from their start, an entry | \
{1e6 * told.own_cpu / told.entries:,.0f} µs |
| CPU time of PostgreSQL, an entry | {1e6 * told.server_cpu / told.entries:,.0f} µs |
| memory of one loading process at most | {told.memory / 2**20:,.0f} MiB |
| on the disk, an entry, with every index | {room / told.entries:,.0f} bytes |
| of that, by table | {most} |
| lines owed afterwards | {told.duties:,} |
"""


def _live(figures: Figures) -> str:
    received, bare = figures.received, figures.bare
    rows = [
        ("report received, kept, judged, answered", RATE, received),
        ("worklist, a page of 50", READS, figures.worklists),
        ("chronology of a child", READS, figures.chronologies),
    ]
    lines = [
        f"| {what} | {rate} | {told.at(0.5):,.1f} | {told.at(0.95):,.1f} | {told.at(0.99):,.1f} | "
        f"{told.statuses} | {100 * told.cpu / told.lasted:.0f} % |"
        for what, rate, told in rows
    ]
    ratio = received.at(0.5) / _ms(bare, 0.5)
    return f"""## Over the API, two web processes
| | a second | p50 ms | p95 ms | p99 ms | answers by status | the sender's CPU |
|---|---|---|---|---|---|---|
{chr(10).join(lines)}
| bare `INSERT` of one entry, one commit each | one after another | {_ms(bare, 0.5):,.1f} | \
{_ms(bare, 0.95):,.1f} | {_ms(bare, 0.99):,.1f} | | |

{_behind(received) or f"A report received takes {ratio:,.1f} times as long as a bare row at the median."}
"""


def _behind(received: Answers) -> str:
    """That the server did not keep up, where it did not: then the times tell how long the queue was."""
    answered = len(received.took) / received.lasted
    if answered > 0.95 * RATE:
        return ""
    return (
        f"It did not keep up: {answered:,.0f} reports a second were answered of {RATE} that were sent, so "
        "these times are those of a growing queue. With what else the machine was doing, that is no figure "
        "for the record alone."
    )


def _recording(figures: Figures) -> str:
    rows = []
    for what in ("worklist", "chronology"):
        on, off = figures.in_process[what, True], figures.in_process[what, False]
        rows.append(
            f"| {what} | {_ms(on, 0.5):,.1f} | {_ms(on, 0.95):,.1f} | {_ms(off, 0.5):,.1f} | "
            f"{_ms(off, 0.95):,.1f} | {_ms(on, 0.5) / _ms(off, 0.5):.2f} |"
        )
    return f"""## What recording each look costs
In one process, without the web server; the second of two rounds each.

| | recorded p50 ms | p95 ms | not recorded p50 ms | p95 ms | ratio of p50 |
|---|---|---|---|---|---|
{chr(10).join(rows)}
"""


def _bear() -> str:
    return """## What to bear in mind
- Children are invented; the rates at which things befall them mean nothing. A child has about ten entries.
- Requests leave by a schedule; a time runs from when the request was due, waiting included. Sender, web
  processes and PostgreSQL share the cores.
- Loading leaves the rows that receiving one by one would leave: `tests/casework/load/` compares them.
"""


def _ms(ordered: Sequence[float], share: float) -> float:
    return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]
