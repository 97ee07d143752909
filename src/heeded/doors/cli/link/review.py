"""`heeded link review`: what awaits a word, one after another, each side by side with its weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from heeded.bootstrap import looking
from heeded.casework import identity as saying
from heeded.casework.identity import Awaiting, Compared, Queue
from heeded.casework.keeping import NotDone
from heeded.casework.looking import Refused
from heeded.casework.ports.identity import Term, Verdict, Whole
from heeded.core.chronology.when import local

NOTHING = (
    "Nothing waits. When a report describes a child who may stand in the record already, the record\n"
    "proposes it here and joins nothing. That nothing waits does not say that no two records are of one\n"
    "child."
)
"""What stands where nothing awaits a word."""

WIDTH = 34
"""How many letters of a field stand in each of two columns."""

ANSWERS = {"same": Verdict.SAME, "different": Verdict.DIFFERENT, "cannot tell": Verdict.UNSURE}


def review(desk: saying.Desk, acting: saying.By, *, only_list: bool) -> None:
    """List what awaits or, one after another, ask for a word on each."""
    found = saying.awaiting(looking.desk(), desk.identities, acting)
    if isinstance(found, Refused):
        raise click.ClickException(found.why)
    if not found.all:
        click.echo(NOTHING)
        return
    for line in _listed(found):
        click.echo(line)
    if only_list:
        return
    for each in found.all:
        if not _one(desk, acting, each):
            return


def _listed(queue: Queue) -> Iterator[str]:
    for heading, waiting in (("It presses", queue.now), ("At the next contact", queue.at_next_contact)):
        if waiting:
            yield f"{heading}: {len(waiting)}"
        for each in waiting:
            due = f"by {local(each.line.due):%d %B %Y, %H:%M}" if each.line.due is not None else "no deadline"
            grounds = f" ({'; '.join(each.grounds)})" if each.grounds else ""
            name = each.line.child.name or "a child whose name is not shown"
            yield f"  {each.act}  {name}, {'overdue, ' if each.line.overdue else ''}{due}{grounds}"


def _one(desk: saying.Desk, acting: saying.By, each: Awaiting) -> bool:
    """Ask for a word on one; whether to go on."""
    try:
        compared = saying.compare(desk, acting, each.act)
    except NotDone as wrong:
        click.echo(f"{each.act}: {wrong}")
        return True
    if len(compared.sides) == 1:
        click.echo(f"{each.act}: the two are one person by now.")
        return True
    for line in told(compared):
        click.echo(line)
    answer = click.prompt(
        "One child?", type=click.Choice([*ANSWERS, "next", "stop"], case_sensitive=False), default="next"
    )
    if answer in ANSWERS:
        reason = click.prompt("How do you know (whom you rang, and what they said)?")
        _say(desk, acting, compared, ANSWERS[answer], reason)
    return bool(answer != "stop")


def _say(desk: saying.Desk, acting: saying.By, compared: Compared, verdict: Verdict, reason: str) -> None:
    because = replace(acting, stated=replace(acting.stated, reason=reason))
    (one, other), noted = compared.sides, compared.noted
    try:
        if verdict is Verdict.SAME:
            done = saying.join(desk, because, one.person, other.person, model=noted.model, terms=noted.terms)
            click.echo(f"One person now: {done.person}.")
            click.echo(f"To undo it: heeded link part {done.person} {' '.join(done.moved)}")
        else:
            saying.say(desk, because, one.person, other.person, verdict, model=noted.model, terms=noted.terms)
            act = saying.said_lately(desk, because)[0].act
            click.echo(f"Noted: {verdict}. To undo it: heeded link undo {act}")
    except NotDone as wrong:
        click.echo(str(wrong), err=True)


def told(compared: Compared) -> Iterator[str]:
    """Two records side by side, field by field, with their households, and what spoke for one child."""
    noted = compared.noted
    yield ""
    yield from beside(compared.sides)
    homes = [f"{adults} adults, {children} other children" for adults, children in compared.households]
    yield f"{'household':<11}{homes[0]:<{WIDTH}}{homes[1]}"
    yield f"What spoke for one child, by the model {noted.model}, on {local(noted.at):%d %B %Y}:"
    yield from weighed(noted.terms)


def beside(sides: Sequence[Whole]) -> Iterator[str]:
    """Two records side by side, field by field."""
    one, other = sides
    yield f"{'':<11}{'the first record':<{WIDTH}}the second record"
    for name, mine, theirs in _fields(one, other):
        for place in range(max(len(mine), len(theirs), 1)):
            left = mine[place] if place < len(mine) else ("" if place else "not known")
            right = theirs[place] if place < len(theirs) else ("" if place else "not known")
            yield f"{'' if place else name:<11}{left:<{WIDTH}}{right}"


def weighed(terms: Sequence[Term]) -> Iterator[str]:
    """What each term weighs, and the sum so far."""
    total = 0.0
    for term in terms:
        total += term.weight
        yield f"  {term.weight:+6.1f}  {total:+6.1f}  {term.what}: {term.level}"


_NAMES = ("name", "born", "sex", "lives in", "numbers", "known to")


def _fields(one: Whole, other: Whole) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    yield from zip(_NAMES, _of(one), _of(other), strict=True)


def _of(side: Whole) -> list[list[str]]:
    told = side.references
    said: tuple[list[str], ...] = (
        [each.name for each in told],
        [str(each.born) for each in told if each.born],
        [each.sex for each in told],
        [each.area for each in told],
        [" ".join(number) for each in told for number in each.numbers],
        [each.agency for each in told],
    )
    return [[*dict.fromkeys(filter(None, words))] for words in said]
