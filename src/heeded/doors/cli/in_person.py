"""Who sits at the command line: by their account's id and password, each of two where two must agree."""

from __future__ import annotations

import time

import click

from heeded.bootstrap import looking
from heeded.bootstrap.keeping import retention
from heeded.casework.keeping import By
from heeded.core.access import Actor, Operation

BY = click.option("--as", "identity", required=True, metavar="ID", help="Who you are, by your account's id.")
SECOND = click.option(
    "--with", "second", required=True, metavar="ID", help="The second person, who signs in too."
)
REASON = click.option(
    "--reason", required=True, help="Why, in a sentence of five words: it stands in the record of looks."
)


def who(identity: str) -> Actor:
    """The practitioner of that id, once they have given their password; asked for on the terminal."""
    found = retention.somebody(identity, click.prompt(f"Password of {identity}", hide_input=True, err=True))
    if found is None:
        raise click.ClickException("There is nobody of that id with that password.")
    return found


def by(actor: Actor, operation: Operation | None, reason: str) -> By:
    """That somebody acts now, for a reason, for the first purpose that their work lets them state.

    Without an operation for which a purpose is asked, for the one of everyday work.
    """
    try:
        if operation is None:
            stated = looking.stated(looking.AT_WORK, reason=reason)
        else:
            stated = looking.serving(actor, operation, reason)
    except ValueError as wrong:
        raise click.ClickException(str(wrong)) from wrong
    return By(actor=actor, now=int(time.time()), stated=stated)
