"""`heeded retention`: what is due, holds, and disposal by two people."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import click

from heeded.bootstrap import looking
from heeded.bootstrap.keeping import retention
from heeded.bootstrap.running.ready import NotReady, ready
from heeded.casework import keeping
from heeded.casework.keeping import By, NotDone
from heeded.core.access.retention import Keeping
from heeded.core.access.retention_class import RetentionClass
from heeded.doors.cli.in_person import BY, REASON, SECOND, who


@click.group("retention")
def command() -> None:
    """Keep records for as long as their rules say, and let go of what is past it.

    \b
    due      what of an agency's records is past its period, and what is held
    review   the first of two people finds that a record may go
    dispose  the second carries it out: content is destroyed, and the log still verifies
    hold     keep a child's record whatever a rule says; lift ends that, by two people
    wipe     take what was erased out of the database's files too

    There is no single national period for child-protection records: where no rule of the agency says how
    long, the record is kept.
    """


@command.command()
@click.argument("agency")
@click.option("--all", "everything", is_flag=True, help="List what is kept too, with why.")
def due(agency: str, *, everything: bool) -> None:
    """List what of AGENCY's records is past its period, what is reviewed, and what is held.

    Nobody is named: a child stands here by the record's own id. For example: heeded retention due norhaven
    """
    with _desk() as desk:
        try:
            keeper = retention.agency(agency)
        except KeyError:
            raise click.ClickException(f"The record knows no agency {agency}.") from None
        now, kept = int(time.time()), Counter[Keeping]()
        for found in keeping.due(desk, keeper, now):
            outcome = found.disposal
            kept[outcome.keeping] += 1
            if everything or outcome.keeping in {Keeping.MAY_DISPOSE, Keeping.REVIEW, Keeping.HELD}:
                click.echo(f"{found.own.child}  {outcome.keeping}  {outcome.because}")
                if outcome.unverified:
                    click.echo(f"{'':36}  unverified: {outcome.unverified}")
        for reviewed in desk.keeping.awaiting(agency):
            click.echo(f"{reviewed.child}  awaits a second person: review {reviewed.id}, by {reviewed.by}")
        for placed in desk.keeping.holds(now):
            click.echo(f"{placed.hold.child or 'everybody'}  hold {placed.number}, by {placed.hold.by}")
        click.echo(", ".join(f"{count} {name}" for name, count in sorted(kept.items())) or "No records.")
        if unwiped := desk.keeping.unwiped():
            click.echo(f"{unwiped} erasures are not out of the files yet: run heeded retention wipe.")


@command.command()
@click.argument("child")
@BY
@REASON
def review(child: str, identity: str, reason: str) -> None:
    """Find that your agency's record of CHILD may go. It awaits a second person."""
    with _desk() as desk:
        by = _by(identity, reason)
        found = keeping.review_disposal(desk, by, retention.agency(by.actor.agency), child)
        click.echo(f"Reviewed: {found.entries} entries, {found.because}")
        click.echo(f"A second records officer carries it out: heeded retention dispose {found.id} --as ID")


@command.command()
@click.argument("review")
@BY
@REASON
def dispose(review: str, identity: str, reason: str) -> None:
    """Carry out a REVIEW that another person made. What is destroyed cannot be brought back."""
    with _desk() as desk:
        by = _by(identity, reason)
        done = keeping.dispose(desk, by, retention.agency(by.actor.agency), review)
        click.echo(f"{len(done.gone.leaves)} entries erased under {done.ground}.")
        click.echo(f"The erasure is leaf {done.gone.index} of the log.")
        for record, count in sorted(done.stays.items()):
            click.echo(f"{count} stay: nobody may erase a {record}.")
        if done.gone.described:
            click.echo("How the agency described them stays: records of other agencies rest on it.")
        click.echo("Backups taken before still hold it: see to it that they go. Then: heeded retention wipe")


@command.command()
@click.argument("child")
@click.option("--record", type=click.Choice([str(each) for each in RetentionClass]), help="This kind alone.")
@click.option("--agency", default="", help="This agency's record alone.")
@BY
@REASON
def hold(child: str, record: str | None, agency: str, identity: str, reason: str) -> None:
    """Keep the record of CHILD, whatever a rule says, until the hold is lifted."""
    with _desk() as desk:
        kind = RetentionClass(record) if record else None
        placed = keeping.place_hold(desk, _by(identity, reason), child, kind, agency)
        click.echo(f"Held: hold {placed.number}, since {placed.hold.since}.")


@command.command()
@click.argument("number", type=int)
@BY
@SECOND
@REASON
def lift(number: int, identity: str, second: str, reason: str) -> None:
    """Lift a hold, by two people."""
    with _desk() as desk:
        keeping.lift_hold(desk, _by(identity, reason), who(second), number)
        click.echo(f"Hold {number} is lifted.")


@command.command()
def wipe() -> None:
    """Take what was erased out of the database's files too.

    Tables are written anew and locked meanwhile: do it when few people work. Backups are files of their own,
    and are not touched.

    Exit status: 0 nothing of it is left in the files, 1 something may be.
    """
    try:
        with ready() as admin:
            wiped = retention.wipe(admin, int(time.time()))
    except NotReady as wrong:
        raise click.ClickException(str(wrong)) from wrong
    if wiped.under_way:
        raise click.ClickException(f"{wiped.under_way} transactions were under way: wipe again later.")
    if not wiped.log_too:
        raise click.ClickException(
            "The tables are wiped. The server's write-ahead log is not: that takes a superuser. Ask whoever "
            "runs the server when its old files go."
        )
    click.echo("Nothing of what was erased is left in the database's files.")


@contextmanager
def _desk() -> Iterator[keeping.Desk]:
    try:
        with ready() as admin:
            yield retention.desk(admin)
            looking.recorder().close()
    except (NotReady, NotDone) as wrong:
        raise click.ClickException(str(wrong)) from wrong


def _by(identity: str, reason: str) -> By:
    stated = looking.stated("record-keeping", reason=reason)
    return By(actor=who(identity), now=int(time.time()), stated=stated)
