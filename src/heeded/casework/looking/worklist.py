"""The worklist: what the reader, their team or their agency owes, overdue first, by household."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from heeded.casework.looking.ask import Ask, Desk, NothingThere, Refused
from heeded.casework.looking.deciding.decided import CONTENT, new_look
from heeded.casework.looking.deciding.opened import lines
from heeded.casework.ports.lists import Acknowledged, Listed, Listing, Place
from heeded.casework.ports.looks import Look
from heeded.core.access import NO_BOND, Actor, Answer, Bond, Effect, Operation, Policy, RecordClass, Stated
from heeded.core.access.shield import Shielded
from heeded.core.chronology.people import Person
from heeded.core.evaluation.finding import Verdict

NO_DEADLINE = 2**63 - 1
"""Where a line stands in the list that has no deadline: last."""

AT_WORK = Bond(involved=True)
"""How somebody stands to a child towards whom their agency owes something."""


class Whose(StrEnum):
    """Whose list it is."""

    MINE = "mine"
    TEAM = "my team's"
    AGENCY = "my agency's"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing owed: to which child, under which clause, why, by when, on which entries that rests.

    `key` is what ties its events together, and `about` whom of the household it is about, where the rule has
    that. `left` is how many seconds are left, negative where it is overdue, None where there is no deadline.
    The child's name is empty where a shield holds it back, and where nothing ties the reader to the child but
    what they wrote themselves: then the line says that it is owed, and no more.
    """

    id: str
    family: str
    child: Person
    rule: str
    key: str
    about: str
    ref: str
    owed: str
    because: str
    cites: tuple[str, ...]
    agency: str
    practitioner: str
    due: int | None
    left: int | None
    overdue: bool
    since: int
    acknowledged: tuple[Acknowledged, ...]


@dataclass(frozen=True, slots=True)
class Worklist:
    """A page of a worklist, what is due first standing first; where the next page begins, if any."""

    look: str
    lines: tuple[Line, ...]
    next_after: Place | None
    unverified: str = ""

    @property
    def households(self) -> tuple[tuple[Line, ...], ...]:
        """The lines grouped by household, in the order of each household's first line."""
        grouped: dict[str, list[Line]] = {}
        for line in self.lines:
            grouped.setdefault(line.family, []).append(line)
        return tuple(tuple(group) for group in grouped.values())


def worklist(
    desk: Desk,
    actor: Actor,
    whose: Whose,
    now: int,
    stated: Stated | None,
    after: Place | None = None,
    limit: int = 50,
) -> Worklist | Refused:
    """A page of the list, from the line after a place; without lines of households that one belongs to."""
    ask = Ask(actor=actor, child="", now=now, stated=stated)
    answer = _answer(desk.policy, ask, RecordClass.WORKLIST)
    if not answer.permitted:
        look = _look(ask, answer)
        desk.recorder.record(look).wait()
        return Refused(look.id, answer.said)
    with desk.record.listing(actor, now) as listing:
        held = listing.worklist(_carried_by(listing, whose), after, limit + 1)
        page = held[:limit]
        children = tuple(dict.fromkeys(line.owed.finding.child for line in page))
        look = _look(ask, answer, children)
        recorded = desk.recorder.record(look)
        shown = _shown(desk.policy, listing, ask, page)
    recorded.wait()
    last = page[-1] if len(held) > limit else None
    return Worklist(
        look.id,
        shown,
        None if last is None else _place(last),
        answer.unverified,
    )


def one_line(
    desk: Desk, actor: Actor, duty: str, now: int, stated: Stated | None
) -> Line | Refused | NothingThere:
    """One line of the reader's agency's list, for whoever wants to do something about it.

    A line of a household that the reader belongs to is not there, as one of another agency is not.
    """
    ask = Ask(actor=actor, child="", now=now, stated=stated)
    answer = _answer(desk.policy, ask, RecordClass.WORKLIST)
    shown: tuple[Line, ...] = ()
    with desk.record.listing(actor, now) as listing:
        found = listing.line(duty) if answer.permitted else None
        look = new_look(
            ask,
            operation=Operation.READ,
            records=(str(RecordClass.WORKLIST),),
            answer=str(Effect.HIDE if answer.permitted and found is None else answer.effect),
            rule=answer.row,
            people=(found.owed.finding.child,) if found else (),
        )
        recorded = desk.recorder.record(look)
        if found is not None:
            shown = _shown(desk.policy, listing, ask, [found])
    recorded.wait()
    if not answer.permitted:
        return Refused(look.id, answer.said)
    return shown[0] if shown else NothingThere(look.id)


def _carried_by(listing: Listing, whose: Whose) -> Sequence[str] | None:
    match whose:
        case Whose.MINE:
            return listing.carried_for()
        case Whose.TEAM:
            return listing.team()
        case Whose.AGENCY:
            return None


def _shown(policy: Policy, listing: Listing, ask: Ask, page: Sequence[Listed]) -> tuple[Line, ...]:
    persons = tuple(dict.fromkeys(line.owed.finding.child for line in page))
    people = listing.people(persons)
    hidden = {
        shield.person
        for shield in listing.shields(persons)
        if shield.holds(shield.person, Shielded.IDENTITY, ask.now) and ask.actor.id not in shield.named
    }
    cited = listing.cited(persons, {entry for line in page for entry in line.owed.cites})
    untied = listing.untied(persons)
    answers = {
        alone: {record: _answer(policy, ask, record, NO_BOND if alone else AT_WORK) for record in CONTENT}
        for alone in (False, True)
    }
    kept = (
        shown
        for line in page
        for shown in lines(
            answers[line.owed.finding.child in untied],
            ask.actor.agency,
            [line],
            cited[line.owed.finding.child],
        )
    )
    return tuple(_line(each, people, hidden | untied, ask.now) for each in kept)


def _line(listed: Listed, people: Mapping[str, Person], hidden: set[str], now: int) -> Line:
    owed, finding = listed.owed, listed.owed.finding
    nameless = finding.child in hidden or finding.child not in people
    overdue = finding.verdict is Verdict.OVERDUE or (finding.due is not None and finding.due < now)
    return Line(
        id=listed.id,
        family=listed.family,
        child=Person(finding.child) if nameless else people[finding.child],
        rule=finding.rule,
        key=finding.key,
        about=finding.about,
        ref=finding.ref,
        owed=owed.owed,
        because=owed.because,
        cites=owed.cites,
        agency=owed.agency,
        practitioner=owed.practitioner,
        due=finding.due,
        left=None if finding.due is None else finding.due - now,
        overdue=overdue,
        since=owed.since,
        acknowledged=listed.acknowledged,
    )


def _place(listed: Listed) -> Place:
    due = listed.owed.finding.due
    return (NO_DEADLINE if due is None else due, listed.id)


def _answer(policy: Policy, ask: Ask, record: RecordClass, tie: Bond = AT_WORK) -> Answer:
    return policy.decide(ask.actor, tie, record, Operation.READ, ask.stated, ask.now)


def _look(ask: Ask, answer: Answer, children: tuple[str, ...] = ()) -> Look:
    return new_look(
        ask,
        operation=Operation.READ,
        records=(str(RecordClass.WORKLIST),),
        answer=str(answer.effect),
        rule=answer.row,
        people=children,
    )
