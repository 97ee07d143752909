"""Draw up: an account for somebody of the family, of what was chosen among what may be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import uuid4

from heeded.casework.for_family.desk import Desk
from heeded.casework.for_family.propose import Proposed, propose
from heeded.casework.keeping.desk import By, NotDone
from heeded.casework.ports.family_accounts import Account, LeftOut, Line
from heeded.core.access.to_family import Ground, is_wall


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What whoever draws it up chose: for whom (a person's id), in which words, and why an account is given.

    `put_in` and `leave_out` are events, by id, of which they judge otherwise than was proposed.
    """

    to: str
    words: str
    put_in: frozenset[str] = field(default_factory=frozenset)
    leave_out: frozenset[str] = field(default_factory=frozenset)


def draw_up(desk: Desk, by: By, child: str, choice: Choice) -> Account:
    """Keep an account as it is to be agreed: from now on nothing in it changes.

    NotDone where the words give a shielded place away, it is for nobody of the family, or what stands behind
    a wall is to be put in.
    """
    proposed = propose(desk, by, child)
    if choice.to not in proposed.people:
        raise NotDone("This is nobody of the child's family", "Choose somebody of the family")
    if not choice.words.strip():
        raise NotDone("The account says nothing in your own words", "Write to the family in plain words")
    if desk.walls.gives_away(choice.words, proposed.child, by.now):
        raise NotDone("Your words give away an address that is shielded", "Leave the place out")
    lines, left_out = _chosen(proposed, choice)
    account = Account(
        id=str(uuid4()),
        child=proposed.child,
        agency=by.actor.agency,
        by=by.actor.id,
        at=by.now,
        to=choice.to,
        to_name=proposed.people[choice.to].name,
        child_name=proposed.people[proposed.child].name,
        words=choice.words.strip(),
        reason=by.stated.reason,
        lines=lines,
        left_out=left_out,
        looks=proposed.looks,
        held_back=proposed.held_back,
        withheld=proposed.withheld,
        upto=proposed.upto,
    )
    desk.accounts.put(by.actor, account)
    return account


def _chosen(proposed: Proposed, choice: Choice) -> tuple[tuple[Line, ...], tuple[LeftOut, ...]]:
    """What is told and what is left out, once somebody has chosen; NotDone where a wall stands before it."""
    walled = [each for each in proposed.left_out if is_wall(Ground(each.ground))]
    if choice.put_in & {each.line.entry for each in walled}:
        raise NotDone(
            "What is shielded, what the police told and what is about a colleague is put in by nobody"
        )
    put_in = [each.line for each in proposed.left_out if each.line.entry in choice.put_in]
    taken = [line for line in proposed.lines if line.entry in choice.leave_out]
    lines = [line for line in proposed.lines if line.entry not in choice.leave_out]
    left = [each for each in proposed.left_out if each.line.entry not in choice.put_in]
    return (
        tuple(sorted((*lines, *put_in), key=_order)),
        tuple(
            sorted(
                (*left, *(LeftOut(line=line, ground=str(Ground.CHOSEN)) for line in taken)),
                key=lambda each: _order(each.line),
            )
        ),
    )


def _order(line: Line) -> tuple[int, int, str]:
    return line.happened.earliest, line.happened.latest, line.entry
