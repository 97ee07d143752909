"""The figures as tables to read: speed and memory, agreement, one family, the census."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from bench.census import OURS, Parsed
from bench.peers.measure import Latency, Measured, Tally
from bench.runs import Absent

MEBIBYTE = 1024 * 1024

ORDER = ("due", "kept", "kept late", "overdue", "missed", "void", "broken")


def speed(rows: Sequence[Measured | Absent], ours: str) -> Table:
    """Events a second and peak memory of each engine; the ratio is its speed over ours.

    Every ratio is to the row of that name with one thread, where there is one.
    """
    table = Table(box=box.SIMPLE, title="Ten rules over the log")
    table.add_column("engine")
    for heading in ("threads", "events", "load s", "judge s", "cpu s", "events/s", "peak MiB", "x ours"):
        table.add_column(heading, justify="right")
    table.add_column("note")
    base = next((r for r in rows if isinstance(r, Measured) and r.engine == ours), None)
    for row in rows:
        if isinstance(row, Absent):
            table.add_row(row.engine, *[""] * 8, f"not measured: {row.why}")
        else:
            table.add_row(*_cells(row, base))
    return table


def _cells(row: Measured, base: Measured | None) -> list[str]:
    ratio = f"{_rate(row) / _rate(base):.2f}" if base else ""
    return [
        row.engine,
        str(row.threads),
        f"{row.events:,}",
        f"{row.load_seconds:.2f}",
        f"{row.seconds:.3f}",
        f"{row.cpu_seconds:.3f}",
        f"{_rate(row):,.0f}",
        f"{row.peak_bytes / MEBIBYTE:,.0f}",
        ratio,
        row.note,
    ]


def _rate(row: Measured) -> float:
    return row.events / row.seconds


def agreement(rows: Sequence[Measured | Absent]) -> tuple[list[str], bool]:
    """Whether the engines that judged the same events found the same duties with the same verdicts."""
    judged = [row for row in rows if isinstance(row, Measured) and row.tally]
    lines = ["Agreement, verdict by verdict (how many, and the sum of the entries that opened them)"]
    agreed = True
    for events in sorted({row.events for row in judged}, reverse=True):
        first, *others = [row for row in judged if row.events == events]
        lines += [f"{events:,} events, {duties(first.tally):,} duties as {first.engine} finds them:"]
        lines += [line for other in others for line in _compared(first, other)]
        agreed &= all(other.tally == first.tally for other in others)
    return lines, agreed


def _compared(first: Measured, other: Measured) -> list[str]:
    name = f"{other.engine} ({other.threads} thread{'s' if other.threads > 1 else ''})"
    one, two = _by_verdict(first.tally), _by_verdict(other.tally)
    differing = [key for key in sorted(one.keys() | two.keys()) if one.get(key) != two.get(key)]
    if not differing:
        return [f"  {name}: all the same"]
    counts = [(key, one.get(key, (0, 0))[0], two.get(key, (0, 0))[0]) for key in differing]
    return [f"  {name}: DIFFERS"] + [
        f"    {rule} {verdict}: {mine:,} against {theirs:,}" for (rule, verdict), mine, theirs in counts
    ]


def _by_verdict(tally: Tally) -> dict[tuple[str, str], tuple[int, int]]:
    return {(rule, verdict): (count, entries) for rule, verdict, count, entries in tally}


def duties(tally: Tally) -> int:
    """How many duties, gates and bans were judged."""
    return sum(count for _, _, count, _ in tally)


def verdicts(tally: Tally) -> Table:
    """How many of each verdict each rule has, so that a reader sees that none is empty."""
    found = {verdict for _, verdict, _, _ in tally}
    words = sorted(found, key=[*ORDER, *sorted(found)].index)
    rules = sorted({rule for rule, *_ in tally}, key=lambda rule: int(rule[1:]))
    counts = {(rule, verdict): count for rule, verdict, count, _ in tally}
    table = Table(box=box.SIMPLE, title="What was found (the log is invented: the rates mean nothing)")
    table.add_column("rule")
    for word in words:
        table.add_column(word, justify="right")
    for rule in rules:
        table.add_row(rule, *[f"{counts.get((rule, word), 0):,}" for word in words])
    return table


def family(rows: Sequence[Latency | Absent]) -> Table:
    """How long one family takes to be judged again."""
    table = Table(
        box=box.SIMPLE, title="One family judged again, ten rules, from the chronology to its findings"
    )
    table.add_column("engine")
    for heading in ("events", "findings", "median ms", "95 % under ms", "mean cpu ms", "runs"):
        table.add_column(heading, justify="right")
    for row in rows:
        if isinstance(row, Absent):
            table.add_row(row.engine, f"not measured: {row.why}")
        else:
            table.add_row(
                row.engine,
                f"{row.events:,}",
                f"{row.findings:,}",
                f"{row.median_ms:,.2f}",
                f"{row.p95_ms:,.2f}",
                f"{row.cpu_ms:,.2f}",
                f"{row.runs:,}",
            )
    return table


def census(rows: Sequence[Parsed | Absent]) -> Table:
    """How long a child of the census takes to be read; the ratio is to ours at that size."""
    table = Table(box=box.SIMPLE, title="Reading the children-in-need census")
    table.add_column("reader")
    for heading in ("children", "seconds", "ms a child", "peak MiB", "x ours"):
        table.add_column(heading, justify="right")
    read = [row for row in rows if isinstance(row, Parsed)]
    ours = {row.children: row.milliseconds for row in read if row.engine == OURS}
    for row in rows:
        if isinstance(row, Absent):
            table.add_row(row.engine, f"not measured: {row.why}")
            continue
        ratio = f"{row.milliseconds / ours[row.children]:.0f}" if row.children in ours else ""
        peak = f"{row.peak_bytes / MEBIBYTE:,.0f}"
        times = (f"{row.seconds:.2f}", f"{row.milliseconds:.3f}")
        table.add_row(row.engine, f"{row.children:,}", *times, peak, ratio)
    return table


def show(*what: Table | str) -> None:
    """Print tables and lines, as wide as they need."""
    console = Console(width=160, soft_wrap=False)
    for thing in what:
        console.print(thing, highlight=False)
