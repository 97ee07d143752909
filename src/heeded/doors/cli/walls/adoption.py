"""`heeded adoption`: adoptions sealed, and opened, by two people together."""

from __future__ import annotations

import click

from heeded.bootstrap.keeping import walls
from heeded.casework import keeping
from heeded.casework.keeping import By
from heeded.core.access import Operation
from heeded.doors.cli.in_person import BY, REASON, SECOND, by, who
from heeded.doors.cli.walls.standing import on_the_record


@click.group("adoption")
def command() -> None:
    """Seal the adoption of a child, so that nothing leads from the old identity to the new one.

    Two people of whom each is a designated lead or a records officer at work with the child do it together:
    each gives their password, the reason is recorded, and the named officers and the child's lead are told.
    There is no page and no address for this on purpose.
    """


@command.command()
@click.argument("old")
@click.argument("new")
@BY
@SECOND
@REASON
def seal(old: str, new: str, identity: str, second: str, reason: str) -> None:
    """Seal that the person OLD is now the person NEW, both by the record's ids.

    Before it the two are two in the record: one who carries a number of the other, or stands in one family
    with the other, is refused until that is put right. No report links them afterwards.
    """
    with on_the_record():
        one, other = _both(identity, second, reason)
        keeping.seal(walls.sealer(), one, other, old, new)
    click.echo("Sealed. Nobody links the two from now on; two people open it together: heeded adoption open.")


@command.command("open")
@click.argument("person")
@BY
@SECOND
@REASON
def opened(person: str, identity: str, second: str, reason: str) -> None:
    """Tell two people together who PERSON was, or has become. The seal stands as before."""
    with on_the_record():
        one, other = _both(identity, second, reason)
        found = keeping.unseal(walls.sealer(), one, other, person)
    for each in found:
        click.echo(each)
    if not found:
        click.echo("No adoption of this person is sealed in the record.", err=True)


def _both(identity: str, second: str, reason: str) -> tuple[By, By]:
    one, other = who(identity), who(second)
    return by(one, Operation.READ, reason), by(other, Operation.READ, reason)
