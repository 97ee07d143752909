"""`heeded link second` and `agreement`: words read again without knowing them, and how far readers agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import click

from heeded.casework import identity as saying
from heeded.casework.identity import Blind, Reliability
from heeded.casework.keeping import NotDone
from heeded.casework.keeping.desk import NothingThere
from heeded.core.effectiveness.share import Share
from heeded.doors.cli.link.review import ANSWERS, beside, weighed


def second(desk: saying.Desk, acting: saying.By) -> None:
    """Ask for a second reading of each word that waits for one."""
    waiting = saying.to_read_again(desk, acting)
    click.echo(f"Words drawn for a second reading, of {desk.sample.share:.0%}: {len(waiting)}.")
    for act in waiting:
        try:
            shown = saying.blind(desk, acting, act)
        except (NotDone, NothingThere) as wrong:
            click.echo(f"{act}: {wrong}")
            continue
        if not _one(desk, acting, shown):
            return


def _one(desk: saying.Desk, acting: saying.By, shown: Blind) -> bool:
    """Ask for a second reading of one; whether to go on."""
    click.echo("")
    for line in (*beside(shown.sides), f"What spoke for one child, by the model {shown.model}:"):
        click.echo(line)
    for line in weighed(shown.terms):
        click.echo(line)
    answer = click.prompt(
        "One child?", type=click.Choice([*ANSWERS, "next", "stop"], case_sensitive=False), default="next"
    )
    if answer in ANSWERS:
        reason = click.prompt("How do you know?")
        because = replace(acting, stated=replace(acting.stated, reason=reason))
        try:
            first = saying.read_again(desk, because, shown.act, ANSWERS[answer]).said
        except NotDone as wrong:
            click.echo(str(wrong), err=True)
            return True
        agreed = "You agree" if first.verdict is ANSWERS[answer] else "You differ: talk to each other"
        click.echo(f"{agreed}. The first word: {first.verdict}, by {first.by}: {first.reason}")
    return bool(answer != "stop")


def told(found: Reliability, desk: saying.Desk) -> Iterator[str]:
    """How reliable words are, in plain lines."""
    sample, between = desk.sample, found.between
    turned = _share(found.reversed_since)
    yield f"Words on proposals: {found.words}. Turned round since by a person: {turned}."
    yield f"Drawn for a second reading ({sample.share:.0%}): {found.drawn}. Read twice: {between.both}."
    yield f"Two readers agree on {_share(between.same)}."
    kappa = "not to be told" if between.kappa is None else f"{between.kappa:.2f}"
    yield f"Beyond chance (Cohen's kappa): {kappa}."
    if sample.unverified:
        yield f"The share is unverified: {sample.unverified}."


def _share(share: Share | None) -> str:
    if share is None:
        return "none of none"
    interval = f"95 % interval {share.low:.0%} to {share.high:.0%}"
    return f"{share.part} of {share.whole} ({share.value:.0%}; {interval})"
