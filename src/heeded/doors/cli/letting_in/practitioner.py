"""`heeded practitioner`: the people who sign in."""

from __future__ import annotations

import click

from heeded.bootstrap.signing import letting_in
from heeded.doors.cli.letting_in.ready import on_the_record


@click.group("practitioner")
def command() -> None:
    """Let people in who work for an agency, and let them in no more."""


@command.command("add")
@click.argument("email")
@click.argument("name")
@click.option("--agency", required=True, help="For which agency they work, by its id.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    default=("practitioner",),
    show_default=True,
    type=click.Choice(letting_in.ROLES),
    help="What the agency gives them to do; may be given several times.",
)
@click.option("--post", default="", help='Their post, such as "consultant paediatrician".')
@click.option("--team", default="", help="Their team, for its list.")
@click.option("--id", "identity", default="", help="Their id; without it, one is made from the name.")
@click.option("--at", default="http://127.0.0.1:8000", show_default=True, help="Where the record is served.")
def add(  # noqa: PLR0913, PLR0917 - an option each
    email: str,
    name: str,
    agency: str,
    roles: tuple[str, ...],
    post: str,
    team: str,
    identity: str,
    at: str,
) -> None:
    """Let somebody in; prints the page, good once, on which they set their password.

    Give it to them by a way that you trust. They are asked for a second factor when they first sign in. Who
    signs in through their agency's own directory needs no password.

    For example: heeded practitioner add a.khan@example.org "Amina Khan" --agency norhaven
    """
    with on_the_record():
        made, page = letting_in.add_practitioner(
            email, name, agency, roles, post=post, team=team, identity=identity
        )
    click.echo(f"Added {name} as {made}. The page on which they set a password, good once:")
    click.echo(f"  {at.rstrip('/')}{page}")


@command.command("stop")
@click.argument("identity", metavar="ID")
def stop(identity: str) -> None:
    """Let somebody in no more, from their next request on. What they wrote stays."""
    with on_the_record():
        letting_in.stop_practitioner(identity)
    click.echo(f"{identity} comes in no more.")
