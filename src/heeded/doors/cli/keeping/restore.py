"""`heeded restore`: a backup put back, and what it lacks."""

from __future__ import annotations

import time
from pathlib import Path

import click

from heeded.bootstrap.keeping.keys import put_back_keys
from heeded.bootstrap.running.backups import put_back, verified
from heeded.bootstrap.running.ready import NotReady, ready
from heeded.doors.cli.keeping.backup import ask, show_progress
from heeded.doors.cli.verify import say

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("restore")
@click.argument("file", type=_FILE)
@click.option(
    "--force", is_flag=True, help="Put it back although a record is there: that one is kept, renamed."
)
@click.option("--keys", type=_FILE, help="Put saved keys back first; their passphrase is asked for.")
@click.option(
    "--receipts", multiple=True, type=_FILE, help="A file of receipts that a sender holds; may be repeated."
)
def command(file: Path, keys: Path | None, receipts: tuple[Path, ...], *, force: bool) -> None:
    """Put a backup back, all of it or nothing, and say what it lacks.

    Every byte is checked before the database is touched. Then the record is verified as by `heeded verify`,
    and compared with the checkpoints and receipts that are held outside it: entries that came after the
    backup was taken are counted, and whom to ask for them is said. Where a record is there already nothing
    is done without --force, which keeps it under another name.

    For example: heeded restore heeded-monday.backup --keys heeded-monday.backup.keys

    Exit status: 0 put back and nothing is missing, 1 it was refused, or something is missing or altered.
    """
    since = time.monotonic()
    try:
        if keys is not None:
            put_back_keys(keys, ask())
        found = put_back(file, force=force, progress=show_progress)
        click.echo(f"Put back as it was at {found.manifest.taken_at}.")
        if found.kept_as:
            click.echo(f"The record that was there is kept in the database {found.kept_as}.")
        with ready():
            checked = verified(receipts)
    except (NotReady, OSError, ValueError) as wrong:
        raise click.ClickException(str(wrong)) from wrong
    say(checked, time.monotonic() - since)
    raise SystemExit(0 if checked.sound else 1)
