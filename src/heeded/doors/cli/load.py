"""`heeded load`: many reports at once into the record."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from heeded.bootstrap import loading
from heeded.bootstrap.running.ready import NotReady, ready
from heeded.doors.cli.lifeline import hold_on

_EVERY = 1.0
_MOST = 20


@click.command("load")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--agency", required=True, help="The id of the agency whose words these are.")
@click.option(
    "--refusals",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what could not be taken to this file, as CSV.",
)
@click.option(
    "--processes", type=click.IntRange(1, 32), default=2, show_default=True, help="How many at once."
)
def command(files: tuple[Path, ...], agency: str, refusals: Path | None, processes: int) -> None:
    """Load many reports into the record: files in Heeded's own JSON, a report a line.

    The record is the same afterwards as if each report had been sent to the API, in the order of the lines:
    who is who, the log, what is owed and to whom; only that each agency is told once, at the end. A load that
    is broken off continues when it is started again, and keeps nothing twice. Others can go on working.

    Census returns and tables of events are audited (heeded audit) and not loaded: the record would call
    overdue what they cannot tell.

    For example: heeded load hospital.jsonl --agency northgate-hospital --refusals refused.csv

    Exit status: 0 done, 1 a file or the record could not be used, or something was refused.
    """
    hold_on()
    try:
        with ready() as admin, loading.Ledger() as ledger:
            told = loading.load_files(
                [(file, agency) for file in files], admin, ledger, processes=processes, show=_shown()
            )
            for each in told:
                click.echo(_said(each))
            for reason, count in list(ledger.by_reason().items())[:_MOST]:
                click.echo(f"  {count:>9,}  {reason}")
            if refusals is not None:
                with refusals.open("w", encoding="utf-8", newline="") as out:
                    ledger.write_csv(out)
            refused = ledger.count(loading.Fate.SET_ASIDE)
    except (NotReady, loading.Broken) as wrong:
        raise click.ClickException(str(wrong)) from wrong
    raise SystemExit(1 if refused else 0)


def _shown() -> Callable[[loading.Progress], None]:
    """Shows how far a file is and how long it will take, about once a second, where somebody watches."""
    since: dict[str, float] = {}
    last = 0.0

    def show(progress: loading.Progress) -> None:
        nonlocal last
        began, now = since.setdefault(progress.name, time.monotonic()), time.monotonic()
        if now - last < _EVERY or now == began or not sys.stderr.isatty():
            return
        last = now
        left = (now - began) * (progress.size - progress.done) / max(progress.done, 1)
        done, rate = progress.done / max(progress.size, 1), progress.kept / (now - began)
        line = f"{progress.name}: {done:.0%}, {progress.kept:,} entries, {rate:,.0f} a second"
        click.echo(f"\r{line}, {left / 60:.0f} min left ", nl=False, err=True)

    return show


def _said(told: loading.Progress) -> str:
    already = f", {told.held:,} held already" if told.held else ""
    over = f", {told.passed_over:,} batches passed over that were loaded before" if told.passed_over else ""
    return f"{told.name}: {told.kept:,} entries kept{already}{over}"
