"""`heeded link`: who is who, on a person's word, and undone on a person's word."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from heeded.bootstrap.keeping import identity, linkage
from heeded.casework import identity as saying
from heeded.casework.ports.identity import Verdict
from heeded.core.access import Operation
from heeded.core.chronology.when import local
from heeded.doors.cli.in_person import BY, REASON, by, who
from heeded.doors.cli.link import quality as good
from heeded.doors.cli.link import second as read_twice
from heeded.doors.cli.link.review import review as reviewed
from heeded.doors.cli.link.told import told_apart, told_whole
from heeded.doors.cli.walls.standing import on_the_record

WEIGHTS, PROBABILITIES = (12.0, 16.0, 20.0, 24.0), (0.5, 0.85, 0.95, 0.99)
"""From which weights, and probabilities, pairs count as linked where nobody says otherwise."""


@click.group("link")
def command() -> None:
    """Say who is who: that two people of the record are one, or that one is two.

    \b
    show       of which agencies' references a person is made up, since when, and who said so
    join       two people are one: their chronologies become one, and are judged anew
    part       some references are somebody else: both chronologies come back, and readers are told
    say        two people are different, or nobody can tell: nothing is moved
    review     what the record proposes and awaits a word, side by side, one after another
    second     words of colleagues, drawn by chance, read again without knowing them
    agreement  how far two readers agree, and how many words were turned round
    quality    false and missed links on descriptions whose truth is known, or what people said of proposals
    undo       a word that two are different, or that nobody can tell, is taken back

    People are named by the record's own ids, as they stand in the address of a child's page. Nothing is ever
    merged: a link is somebody's word, with a date and a reason, and can be undone. Coordinators of the hub
    say who is who; each gives their account's password, and each act is a look that is recorded first.
    """


@command.command()
@click.argument("person")
@BY
@REASON
def show(person: str, identity: str, reason: str) -> None:
    """Show of which agencies' references a PERSON is made up."""
    with _deciding(identity, reason) as (desk, acting):
        (found,) = saying.whole(desk, acting, [person])
    for line in told_whole(found):
        click.echo(line)


@command.command()
@click.argument("one")
@click.argument("other")
@click.option("--overrule", is_flag=True, help="Join them although somebody said that they are different.")
@BY
@REASON
def join(one: str, other: str, identity: str, reason: str, *, overrule: bool) -> None:
    """Say that the people ONE and OTHER are one person.

    For example: heeded link join ONE OTHER --as hana-hub --reason "Both mothers gave the same street"
    """
    with _deciding(identity, reason) as (desk, acting):
        done = saying.join(desk, acting, one, other, overrules=overrule)
    fresh = sum(len(changed.fresh) for changed in done.changed)
    click.echo(f"They are one person now: {done.person}. Newly owed because of it: {fresh}.")
    click.echo(f"To undo it: heeded link part {done.person} {' '.join(done.moved)}")


@command.command()
@click.argument("person")
@click.argument("references", nargs=-1, required=True, metavar="REFERENCE...")
@BY
@REASON
def part(person: str, references: tuple[str, ...], identity: str, reason: str) -> None:
    """Say that some REFERENCES of a PERSON are somebody else; `heeded link show` names them.

    Nothing that was told is lost. No report makes the two one from then on. Whoever read them as one is
    listed here and told.
    """
    with _deciding(identity, reason) as (desk, acting):
        done = saying.part(desk, acting, person, references)
    for line in told_apart(done.apart):
        click.echo(line)


@command.command()
@click.argument("verdict", type=click.Choice([Verdict.DIFFERENT.value, Verdict.UNSURE.value]))
@click.argument("one")
@click.argument("other")
@BY
@REASON
def say(verdict: str, one: str, other: str, identity: str, reason: str) -> None:
    """Say that ONE and OTHER are different people, or that you are unsure. Nothing is moved."""
    with _deciding(identity, reason) as (desk, acting):
        saying.say(desk, acting, one, other, Verdict(verdict))
        click.echo(f"Noted on {local(acting.now):%d %B %Y} at {local(acting.now):%H:%M}: {verdict}.")


@command.command()
@click.option("--list", "only_list", is_flag=True, help="Print what awaits, and ask nothing.")
@BY
@REASON
def review(identity: str, reason: str, *, only_list: bool) -> None:
    """Go through what the record proposes: side by side, with its weights, for your word on each.

    Where a referral is open, something is in force or an injury was seen comes first; the others can wait
    for the next contact. "Cannot tell" is an answer. Each word can be undone.

    For example: heeded link review --as hana-hub --reason "The morning's identity checks of the hub"
    """
    with _deciding(identity, reason) as (desk, acting):
        reviewed(desk, acting, only_list=only_list)


@command.command()
@BY
@REASON
def second(identity: str, reason: str) -> None:
    """Read words of your colleagues again, drawn by chance, without being told what they said.

    Your reading moves nobody. It shows how far two people agree who see the same two records.

    For example: heeded link second --as hana-hub --reason "Second readings of this week"
    """
    with _deciding(identity, reason) as (desk, acting):
        read_twice.second(desk, acting)


@command.command()
@BY
@REASON
def agreement(identity: str, reason: str) -> None:
    """Say how far two readers of your agency agree, and how many words on proposals were turned round."""
    with _deciding(identity, reason) as (desk, acting):
        for line in read_twice.told(saying.reliability(desk, acting), desk):
            click.echo(line)


@command.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--from",
    "thresholds",
    type=float,
    multiple=True,
    help="From which weight (base 2), or probability, pairs count as linked; may be given several times.",
)
@click.option(
    "--claimed",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What another matcher claims of FILE (CSV: one, other, probability; its lines, and from 0 to 1).",
)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day of which ages are; else today.")
@click.option("--as", "identity", default="", help="Your account, where no FILE is given.")
@click.option("--reason", default="", help="Why, where no FILE is given.")
def quality(
    file: Path | None,
    thresholds: tuple[float, ...],
    claimed: Path | None,
    on: datetime | None,
    identity: str,
    reason: str,
) -> None:
    """Say how good the record is at telling who is who, with intervals.

    With a FILE of descriptions of which it is known whose they are (CSV: person, family, name, and as far as
    known parents, birth, origin, agency, born, sex, address, postcode, nhs_number, upn): false and missed
    links by threshold, by what two people are to each other, by age, sex, origin of the name and agency; what
    the weights claim and how often it was so; clusters; how often the draft matching standard's grades were
    right. With --claimed the same of another matcher, such as the department's, and of its statuses, so that
    two can be compared on one file. Needs no record.

    Without one, of the record itself: what people said of its proposals, how many references make up a
    person, and how many moved each day. No child is named.

    For example: heeded link quality --as hana-hub --reason "The board's quarterly report on links"
    """
    if file is None:
        if not identity or not reason:
            raise click.UsageError("give a FILE, or --as and --reason for the record itself")
        with _deciding(identity, reason) as (desk, acting):
            for line in good.told_of(saying.quality(desk, acting)):
                click.echo(line)
        return
    try:
        people, day = linkage.read_labelled(file), (on or datetime.now(UTC)).date()
        if claimed is None:
            lines = good.measured(people, thresholds or WEIGHTS, day)
        else:
            claims = linkage.read_claims(claimed, len(people))
            lines = good.compared(people, claims, thresholds or PROBABILITIES, day)
        for line in lines:
            click.echo(line)
    except ValueError as wrong:
        raise click.ClickException(str(wrong)) from wrong


@command.command()
@click.argument("act")
@BY
@REASON
def undo(act: str, identity: str, reason: str) -> None:
    """Take back a word (by its ACT) that two are different, or that nobody can tell.

    The two are undecided again and somebody owes a word anew. What was said stays in the record. That two
    are one is undone by `heeded link part`.
    """
    with _deciding(identity, reason) as (desk, acting):
        saying.undo(desk, acting, act)
        click.echo(f"Taken back on {local(acting.now):%d %B %Y} at {local(acting.now):%H:%M}.")


@contextmanager
def _deciding(who_says: str, reason: str) -> Iterator[tuple[saying.Desk, saying.By]]:
    """The record made ready for somebody who says who is who, once they have given their password."""
    with on_the_record():
        acting = by(who(who_says), Operation.DECIDE, reason)
        yield identity.desk(), acting
