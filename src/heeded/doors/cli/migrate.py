"""`heeded migrate`: make the database ready, or bring it up to date."""

from __future__ import annotations

import time

import click

from heeded.bootstrap import live
from heeded.bootstrap.running.ready import NotReady, reached, steps_lacking


@click.command("migrate")
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 where something is to be done.")
def command(*, check: bool) -> None:
    """Make the database ready, or bring it up to date.

    Roles, tables, row-level policies and keys are made where they are missing; what is there stays. Doing
    it twice does no harm. `heeded serve` refuses to run on a database that is not up to date.

    \b
    HEEDED_DATABASE_URL  a PostgreSQL (15 or newer) of your own, as a role that may make roles;
                         without it Heeded runs one of its own in its folder
    HEEDED_FOLDER        the folder of this deployment: its keys and its database (else ~/.heeded)
    PG_BINDIR            where the programs of PostgreSQL are, for the database in the folder

    For example: HEEDED_FOLDER=/srv/heeded heeded migrate

    Exit status: 0 up to date, 1 not.
    """
    since = time.monotonic()
    try:
        with reached() as admin:
            live.connect_as_app(admin)
            lacking = steps_lacking()
            if check:
                click.echo(
                    f"{lacking} steps are to be done: run heeded migrate." if lacking else "Up to date."
                )
                raise SystemExit(1 if lacking else 0)
            live.migrate(admin)
    except NotReady as wrong:
        raise click.ClickException(str(wrong)) from wrong
    done = f"{lacking} steps done" if lacking else "nothing was missing"
    click.echo(f"The database is up to date: {done}, in {time.monotonic() - since:.1f} s.")
