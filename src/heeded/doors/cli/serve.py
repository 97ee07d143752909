"""`heeded serve`: the record for people and other systems, with the worker beside it."""

from __future__ import annotations

import os

import click

from heeded.bootstrap.running.ready import NotReady, ready
from heeded.bootstrap.running.serving import Address, serve
from heeded.bootstrap.settings_names import BEHIND_TLS
from heeded.doors.cli.lifeline import Beside, hold_on


@click.command("serve")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=2,
    show_default=True,
    help="How many web processes; one for each core is enough.",
)
@click.option("--migrate", "migrating", is_flag=True, help="Bring the database up to date first.")
@click.option(
    "--no-worker",
    is_flag=True,
    help="Serve alone; run `heeded worker` elsewhere, or no deadline is noticed and no notice sent.",
)
@click.option(
    "--behind-tls",
    is_flag=True,
    help="Say that a proxy in front speaks TLS and sets X-Forwarded-Proto, so that others may reach it.",
)
def command(address: str, workers: int, *, migrating: bool, no_worker: bool, behind_tls: bool) -> None:
    """Serve the record to people and other systems, with a worker beside it.

    The database is the one in HEEDED_DATABASE_URL, or else Heeded's own in HEEDED_FOLDER (else ~/.heeded),
    which is started, or joined if it runs already. SIGTERM or Ctrl-C stops it all once what is under way
    is done.

    It serves this machine alone unless a proxy in front of it speaks TLS: a child's record is never sent
    over a network in the clear. HEEDED_HOSTS names the hosts by which it may be called.

    For example: heeded serve --migrate --address 0.0.0.0:8000 --behind-tls

    Exit status: 0 stopped as asked, 1 the record cannot be used.
    """
    hold_on()
    where = _allowed(address, behind_tls=behind_tls)
    if behind_tls:
        os.environ[BEHIND_TLS] = "1"
    try:
        if not no_worker:  # else whoever keeps it up starts it where its forerunner has just listened
            where.must_be_free()
        with ready(migrating=migrating):
            if no_worker:
                serve(where, workers, on_ready=lambda: click.echo(f"Heeded serves http://{where}/"))
                return
            served = ["serve", "--no-worker", "--address", address, "--workers", str(workers)]
            status = Beside([served + ["--behind-tls"] * behind_tls, ["worker"]]).run()
    except NotReady as wrong:
        raise click.ClickException(str(wrong)) from wrong
    raise SystemExit(status)


def _allowed(written: str, *, behind_tls: bool) -> Address:
    """The address, unless it would send records over a network in the clear."""
    try:
        where = Address.parse(written)
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), param_hint="--address") from wrong
    if not where.is_loopback and not behind_tls:
        raise click.BadParameter(
            f"{where} can be reached from other machines, and what is sent there could be read on the way. "
            "Put a proxy that speaks TLS in front and say --behind-tls, or listen on 127.0.0.1.",
            param_hint="--address",
        )
    return where
