"""`heeded verify`: prove that no entry was altered, without trusting the database."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from heeded.bootstrap.keeping.last_verified import keep
from heeded.bootstrap.running.backups import verified
from heeded.bootstrap.running.ready import NotReady, ready
from heeded.bootstrap.sealing import log_keys
from heeded.bootstrap.witnessing.standing import standing
from heeded.casework.ports.witnessing import Standing
from heeded.casework.verify import Verified
from heeded.core.chronology.when import local

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
@click.option(
    "--key", "key_only", is_flag=True, help="Print the log's public keys, for witnesses, and no more."
)
def command(receipts: tuple[Path, ...], checkpoints: tuple[Path, ...], *, key_only: bool) -> None:
    """Prove that no entry of the record was altered, added or taken away.

    Every leaf of the log and every root is computed anew from what the database holds, and compared with what
    is held outside it: the checkpoints in the deployment's folder (and in HEEDED_CHECKPOINTS), those that
    witnesses hold, and receipts that senders hold. The first entry that differs is named. What came after
    the last witnessed checkpoint, and that no receipt names, is counted as not vouched for. The witnesses are
    those in the file "witnesses" beside the checkpoints, a line each: key, space, address. Two of three must
    have signed (more than half of as many as there are).

    For example: heeded verify --receipts from-the-hospital.jsonl

    Exit status: 0 nothing is wrong, 1 something is, 2 the command was mistyped.
    """
    if key_only:
        click.echo("\n".join(log_keys()))
        return
    try:
        with ready():
            since = time.monotonic()
            found = verified(receipts, checkpoints, show=show_progress)
            took = time.monotonic() - since
            keep(found, int(time.time()))
            stands = standing()
    except (NotReady, ValueError) as wrong:
        raise click.ClickException(str(wrong)) from wrong
    say(found, took)
    say_of_witnesses(found, stands)
    raise SystemExit(0 if found.sound else 1)


def show_progress(read: int, size: int) -> None:
    """Show how far the reading is, on one line, to whoever watches."""
    if sys.stderr.isatty():
        click.echo(
            f"\r\033[K  {read:,} of {size:,} entries read" if read < size else "\r\033[K", err=True, nl=False
        )


def say(found: Verified, took: float) -> None:
    """Print what a verification found."""
    for fault in found.faults[:_SHOWN]:
        click.echo(f"Leaf {fault.place}: {fault.how}. {fault.says}")
    more = len(found.faults) - _SHOWN + found.more
    if more > 0:
        click.echo(f"And {more} more.")
    erased = f", {found.erased} erased" if found.erased else ""
    speed = f" ({found.leaves / took:,.0f} a second)" if took else ""
    click.echo(
        f"{found.leaves} entries read{erased}, in {took:.1f} s{speed}; {found.receipts} receipts compared."
    )
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


def say_of_witnesses(found: Verified, stands: Standing) -> None:
    """Print who has witnessed what, and what nobody has: each leaf by its place."""
    if not stands.quorum:
        click.echo("No witness is named: nobody outside vouches for anything. See: heeded witness --help")
        return
    for each in stands.seen:
        click.echo(f"The witness {each.witness} signed up to entry {each.size} at {_moment(each.at)}.")
    for objection in stands.objections:
        click.echo(f"THE WITNESS {objection.witness} OBJECTS since {_moment(objection.at)}: {objection.said}")
    if found.unwitnessed and stands.since is not None:
        click.echo(
            f"Not witnessed by {stands.quorum}: leaves {found.witnessed_to} to {found.leaves - 1}, the first "
            f"received at {_moment(stands.since)}."
        )


def _moment(second: int) -> str:
    return f"{local(second):%Y-%m-%d %H:%M}"
