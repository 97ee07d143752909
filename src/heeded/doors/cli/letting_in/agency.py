"""`heeded agency`: the organisations that record and owe."""

from __future__ import annotations

import click

from heeded.bootstrap.signing import letting_in
from heeded.doors.cli.letting_in.ready import on_the_record


@click.group("agency")
def command() -> None:
    """Add the agencies that share the record, and list them.

    An agency with an area answers for children who live there; one without, for all. Its telephones are
    shown to whoever asks whether there may be a record of a child.
    """


@command.command("add")
@click.argument("identity", metavar="ID")
@click.argument("name")
@click.option(
    "--sector", required=True, help='What kind of agency: "hospital", "children\'s social care", ...'
)
@click.option("--area", default="", help="The local authority for whose children it answers.")
@click.option("--telephone", default="", help="Whom to ring in office hours.")
@click.option("--out-of-hours", default="", help="Whom to ring at night and at weekends.")
@click.option("--email", default="", help="Where its notices go; they name nobody.")
def add(identity: str, name: str, **about: str) -> None:
    """Add an agency under an ID of small letters, digits and hyphens.

    For example: heeded agency add northgate "Northgate Hospital" --sector hospital
    """
    with on_the_record():
        letting_in.add_agency(letting_in.NewAgency(identity, name, **about))
    click.echo(f"Added {name} as {identity}. Next: heeded practitioner add, heeded credential make.")


@command.command("list")
def listed() -> None:
    """List the agencies, by name."""
    with on_the_record():
        known = letting_in.agencies()
    for agency in known:
        where = f", {agency.area}" if agency.area else ""
        click.echo(f"{agency.id}: {agency.name} ({agency.sector}{where})")
    if not known:
        click.echo("No agency yet: heeded agency add.")
