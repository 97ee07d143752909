"""`heeded verify`: prove that no entry was altered, without trusting the database."""

from __future__ import annotations

import time
from pathlib import Path

import click

from heeded.bootstrap.running.backups import verified
from heeded.bootstrap.running.ready import NotReady, ready
from heeded.casework.verify import Verified

_FILES = click.Path(path_type=Path, exists=True, dir_okay=False)
_SHOWN = 20


@click.command("verify")
@click.option(
    "--receipts", multiple=True, type=_FILES, help="A file of receipts that a sender holds; may be repeated."
)
@click.option(
    "--checkpoint",
    "checkpoints",
    multiple=True,
    type=_FILES,
    help="A signed checkpoint that a witness holds; may be repeated.",
)
def command(receipts: tuple[Path, ...], checkpoints: tuple[Path, ...]) -> None:
    """Prove that no entry of the record was altered, added or taken away.

    Every leaf of the log and every root is computed anew from what the database holds, and compared with what
    is held outside it: the checkpoints in the deployment's folder (and in HEEDED_CHECKPOINTS), those that
    witnesses hold, and receipts that senders hold. The first entry that differs is named. What came after
    the last witnessed checkpoint, and that no receipt names, is counted as not vouched for.

    For example: heeded verify --receipts from-the-hospital.jsonl

    Exit status: 0 nothing is wrong, 1 something is, 2 the command was mistyped.
    """
    since = time.monotonic()
    try:
        with ready():
            found = verified(receipts, checkpoints)
    except (NotReady, ValueError) as wrong:
        raise click.ClickException(str(wrong)) from wrong
    say(found, time.monotonic() - since)
    raise SystemExit(0 if found.sound else 1)


def say(found: Verified, took: float) -> None:
    """Print what a verification found."""
    for fault in found.faults[:_SHOWN]:
        click.echo(f"Leaf {fault.place}: {fault.how}. {fault.says}")
    more = len(found.faults) - _SHOWN + found.more
    if more > 0:
        click.echo(f"And {more} more.")
    erased = f", {found.erased} erased" if found.erased else ""
    click.echo(f"{found.leaves} entries read{erased}, in {took:.1f} s; {found.receipts} receipts compared.")
    click.echo(
        f"Signed up to entry {found.signed_to}; witnessed up to entry {found.witnessed_to}: "
        f"{found.unwitnessed} entries are vouched for by no witness yet."
    )
    if not found.sound:
        click.echo("THE LOG IS NOT AS IT WAS. Keep everything as it is.")
    elif found.signed_to or found.receipts:
        click.echo("Nothing that was signed was altered.")
    else:
        click.echo("It agrees with itself, but nothing from outside was at hand to hold it against.")
