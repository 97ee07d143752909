"""`heeded credential`: what agencies' systems show at the API's door."""

from __future__ import annotations

import time

import click

from heeded.bootstrap.signing import letting_in
from heeded.doors.cli.letting_in.ready import on_the_record

_DAY = 24 * 3600


@click.group("credential")
def command() -> None:
    """Let an agency's system in to the API, and let it in no more."""


@command.command("make")
@click.argument("agency")
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    default=("events:write", "receipts:read"),
    show_default=True,
    help="What it may do; docs/api.md says what each opens.",
)
@click.option(
    "--days", type=click.IntRange(1, 3650), default=365, show_default=True, help="How long it holds."
)
def make(agency: str, name: str, scopes: tuple[str, ...], days: int) -> None:
    """Make a credential for a system of an AGENCY; its secret is printed this once.

    For example: heeded credential make northgate "emergency department" --scope events:write
    """
    with on_the_record():
        identity, secret = letting_in.make_credential(agency, name, scopes, int(time.time()) + days * _DAY)
    click.echo(f"{identity}.{secret}")
    click.echo("Send it as: Authorization: Bearer <the line above>. It is not kept here.", err=True)


@command.command("withdraw")
@click.argument("identity", metavar="ID")
def withdraw(identity: str) -> None:
    """Let a system in no more, from its next request on."""
    with on_the_record():
        letting_in.withdraw_credential(identity)
    click.echo(f"{identity} opens nothing any more.")
