"""`heeded demo`: an invented borough to walk about in."""

from __future__ import annotations

import shlex
import sys
import time
from pathlib import Path

import click

from heeded.bootstrap.demo.folder import is_filled, mark_filled, settle_in
from heeded.bootstrap.running.ready import NotReady, ready
from heeded.bootstrap.running.serving import Address
from heeded.doors.cli.lifeline import Beside

_REPORT = "hospital-report.json"


@click.command("demo")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("~/.heeded-demo"),
    show_default=True,
    help="Where the demonstration lives; nothing else is touched.",
)
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, help="Where to listen, on this machine."
)
@click.option("--fresh", is_flag=True, help="Throw the last demonstration away and begin anew.")
@click.option("--only-fill", is_flag=True, help="Fill the record and print the ways in, and do not serve.")
def command(folder: Path, address: str, *, fresh: bool, only_fill: bool) -> None:
    """Show Heeded at work on an invented borough, with nothing to set up.

    A PostgreSQL of its own is started, filled and served with its worker. About forty invented families
    stand in it, and the stories of Child T and of a bruised baby, moved into the recent past and judged by
    today's handbook. It prints a link for each of several practitioners, and a line that sends a hospital's
    report of a bruised toddler: what social care must do stands on its list before the answer is back.

    The first time takes under a minute; the next begins where this one ended. Ctrl-C stops it all.

    Exit status: 0 stopped as asked, 1 it cannot run here.
    """
    where = _here(address)
    site = f"http://{where}"
    try:
        if not only_fill:
            where.must_be_free()
        settle_in(folder, site, fresh=fresh)
        with ready(migrating=True):
            if not is_filled(folder):
                _fill()
                mark_filled(folder)
            _ways_in(folder.expanduser().absolute(), site)
            if only_fill:
                return
            status = Beside([["serve", "--no-worker", "--address", str(where)], ["worker"]]).run()
    except NotReady as wrong:
        raise click.ClickException(str(wrong)) from wrong
    raise SystemExit(status)


def _here(written: str) -> Address:
    try:
        where = Address.parse(written)
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), param_hint="--address") from wrong
    if not where.is_loopback:
        raise click.BadParameter(
            "anybody with a link is signed in: the demonstration serves this machine alone",
            param_hint="--address",
        )
    return where


def _fill() -> None:
    from heeded.bootstrap.demo.fill import fill  # noqa: PLC0415 - after Django is set up

    since, shown = time.monotonic(), 0.0
    click.echo("Telling the record of an invented borough, report by report:", err=True)
    filled = None
    for filled in fill(int(time.time())):
        if sys.stderr.isatty() and time.monotonic() - shown > 1:
            shown = time.monotonic()
            click.echo(f"\r  {filled.told} of {filled.reports} reports", err=True, nl=False)
    if filled is not None:
        took = time.monotonic() - since
        click.echo(f"\r  {filled.reports} reports, {filled.entries} entries, in {took:.0f} s.", err=True)


def _ways_in(folder: Path, site: str) -> None:
    from heeded.bootstrap.demo import hospital, sights  # noqa: PLC0415 - after Django is set up
    from heeded.bootstrap.demo import ways_in as ways  # noqa: PLC0415 - as above

    now = int(time.time())
    hospital.write(folder / _REPORT, now)
    click.echo("\nEverybody here is invented. Sign in as one of them (each link holds for a day):\n")
    for each in ways.ways_in(site):
        click.echo(f"  {each.name}, {each.post}, {each.agency}\n    {each.address}")
    toddler, theirs = sights.bruised_toddler(site, now), sights.child_of_staff(site, now)
    click.echo(
        f"\n1. A report, and what follows. Send the hospital's report of a bruised toddler, {toddler.name}, "
        f"born {toddler.born}:\n\n"
        f"  curl -s {site}/api/events -H 'Content-Type: application/json' \\\n"
        f"    -H 'Authorization: Bearer {hospital.credential(now)}' \\\n"
        f"    --data @{shlex.quote(str(folder / _REPORT))}\n\n"
        "The answer holds a receipt for each event and counts what each agency owes. Then sign in as Cora,\n"
        f"open {toddler.address}\n"
        "and say why you look: “Hold a strategy discussion” is owed, with its because. It stands on the\n"
        "list “My agency's” too, among what is due within a day: what is overdue stands before it.\n"
    )
    bram = ways.way_of_the_connected(site)
    click.echo(
        f"2. The wall. {bram.name}, {bram.post}, {bram.agency},\n"
        f"is the uncle of {theirs.name}. Sign in as him:\n"
        f"    {bram.address}\n"
        f"and open {theirs.address}\n"
        "He is told what is told of a child whom the record does not hold, and someone outside his agency\n"
        "has a notice that he tried. To Cora the same address opens.\n"
    )
    click.echo(f"E-mail that it would send lies in {folder / 'mail'}. Ctrl-C stops it all.\n")
