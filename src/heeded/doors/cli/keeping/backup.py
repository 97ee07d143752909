"""`heeded backup`: the whole record in one file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from heeded.bootstrap.keeping.keys import save_keys
from heeded.bootstrap.running.backups import take
from heeded.bootstrap.running.ready import NotReady

PASSPHRASE = "HEEDED_PASSPHRASE"  # noqa: S105 - the name of a variable
SHORTEST = 12


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--with-keys", is_flag=True, help="Save the deployment's keys beside it as FILE.keys, under a passphrase."
)
def command(file: Path, *, with_keys: bool) -> None:
    """Copy the whole record into one new FILE, as it is at one moment, while people work.

    FILE is not encrypted and holds everything: keep it as you would keep the record. The deployment's keys
    are not in it. WITHOUT THE KEYS THE RECORD'S NAMES CANNOT BE MADE AGAIN: what agencies send later would
    not join what is there, and no receipt could be checked. Save them once with --with-keys, and keep the
    passphrase elsewhere (it is asked for, or read from HEEDED_PASSPHRASE).

    It is written as FILE.partial and takes its name when it is whole; one that is cut off leaves that behind.

    For example: heeded backup /mnt/safe/heeded-monday.backup --with-keys

    Exit status: 0 the backup is whole, 1 none was taken.
    """
    keys = file.with_name(f"{file.name}.keys")
    passphrase = ask(confirm=True) if with_keys else ""
    if with_keys and keys.exists():
        raise click.ClickException(f"{keys} is there already: give another name.")
    try:
        manifest = take(file, show_progress)
        if with_keys:
            save_keys(keys, passphrase)
    except (NotReady, OSError, ValueError) as wrong:
        raise click.ClickException(str(wrong)) from wrong
    entries = manifest.rows.get("record.entry", 0)
    click.echo(
        f"{file}: {entries} entries, {sum(manifest.rows.values())} rows in all, taken {manifest.taken_at}."
    )
    if with_keys:
        click.echo(f"{keys}: the deployment's keys, under your passphrase.")
    else:
        click.echo(
            "The deployment's keys are not in it: without them it cannot be put to use. See --with-keys."
        )


def show_progress(told: str) -> None:
    """Show how far it has come, on one line, to whoever watches."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K  {told}", err=True, nl=False)


def ask(*, confirm: bool = False) -> str:
    """The passphrase, from the environment or from whoever sits there; refused where it is too short."""
    found: str = os.environ.get(PASSPHRASE) or click.prompt(
        "Passphrase", hide_input=True, confirmation_prompt=confirm
    )
    if len(found) < SHORTEST:
        raise click.ClickException(f"The passphrase is too short: {SHORTEST} characters at least.")
    return found
