"""`heeded wall`: shields around people, and the wall between staff and a household that they belong to."""

from __future__ import annotations

import click

from heeded.bootstrap.keeping import walls
from heeded.casework import keeping
from heeded.core.access import Operation
from heeded.core.access.shield import Shielded
from heeded.doors.cli.in_person import BY, REASON, SECOND, by, who
from heeded.doors.cli.walls.standing import on_the_record


@click.group("wall")
def command() -> None:
    """Shield where or who somebody is, and keep staff from households that they belong to.

    \b
    shield      hold an address back, at once: whoever may record may do it
    unshield    take a shield away, by two people
    connect     a member of staff belongs to a household: the record hides the child from them
    disconnect  say that this has ended

    People are named by the record's own ids, as they stand in the address of a child's page. Whoever acts
    gives their account's password; each act is a look, and is recorded before anything is done.
    """


@command.command()
@click.argument("child")
@click.argument("person")
@click.option(
    "--what",
    type=click.Choice([str(each) for each in Shielded]),
    default=str(Shielded.ADDRESS),
    show_default=True,
    help="What is held back.",
)
@click.option("--named", multiple=True, metavar="ID", help="Somebody who may see it still; may be repeated.")
@BY
@REASON
def shield(child: str, person: str, what: str, named: tuple[str, ...], identity: str, reason: str) -> None:
    """Hold back where or who a PERSON of a CHILD's family is, from now on.

    For example: heeded wall shield CHILD CHILD --as amina-khan --reason "He has said that he will find them"
    """
    with on_the_record():
        acting = by(who(identity), Operation.READ, reason)
        number = keeping.shield(walls.walled(), acting, child, person, Shielded(what), named)
    click.echo(f"Shielded: shield {number}. Two people take it away: heeded wall unshield {number} CHILD")


@command.command()
@click.argument("number", type=int)
@click.argument("child")
@BY
@SECOND
@REASON
def unshield(number: int, child: str, identity: str, second: str, reason: str) -> None:
    """Take shield NUMBER of a CHILD's family away, by two people of whom each may decide for the child."""
    with on_the_record():
        acting = by(who(identity), Operation.DECIDE, reason)
        keeping.unshield(walls.walled(), acting, who(second), child, number)
    click.echo(f"Shield {number} is taken away.")


@command.command()
@click.argument("practitioner")
@click.argument("child")
@click.argument("how")
@BY
def connect(practitioner: str, child: str, how: str, identity: str) -> None:
    """Say that a PRACTITIONER belongs to a CHILD's household, or is connected with it, and HOW.

    Everybody says it of themselves; an administrator or a named officer of the same agency of others. From
    then on the record answers them as if there were no such child, and somebody outside their agency is told
    when they try.

    For example: heeded wall connect bram-smit CHILD "they are his sister's children" --as bram-smit
    """
    with on_the_record():
        actor = who(identity)
        number = keeping.connect(walls.walled(), by(actor, None, how), practitioner, child, how)
    click.echo(f"The wall stands: connection {number}.")


@command.command()
@click.argument("number", type=int)
@BY
def disconnect(number: int, identity: str) -> None:
    """Say that connection NUMBER has ended: an administrator or named officer of the agency, of others."""
    with on_the_record():
        keeping.disconnect(walls.walled(), by(who(identity), None, ""), number)
    click.echo(f"Connection {number} has ended.")
