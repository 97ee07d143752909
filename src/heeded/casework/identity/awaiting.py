"""The proposals of the record that await a person's word: those where it presses, then the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from heeded.casework.identity.desk import author_of
from heeded.casework.keeping.desk import By
from heeded.casework.looking import Ask, Refused
from heeded.casework.looking import Desk as Looking
from heeded.casework.looking.deciding.decided import CONTENT, Decided, decide, new_look, record_of
from heeded.casework.looking.worklist import Line, Whose, worklist
from heeded.casework.ports.identity import Identities
from heeded.casework.ports.lists import Place
from heeded.casework.ports.reading import Reading
from heeded.core.access import Effect, Operation, RecordClass
from heeded.core.chronology.chronology import Chronology
from heeded.core.evidence.front_door import Pressing, pressing

RULE = "a-child-who-may-be-known-is-recognised"
"""The rule under which a person owes a word."""

PAGES, AT_ONCE = 10, 100
"""How many pages of the agency's list are read at most, and how many lines each holds."""

ENTRIES = 500
"""Of how many entries of a record it is worked out whether it presses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaiting:
    """A proposal that awaits a word: the act that noted it, the line of the list, and why it presses."""

    act: str
    line: Line
    grounds: tuple[Pressing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """What awaits a word, by when it is owed: where it presses, and what can wait for the next contact."""

    now: tuple[Awaiting, ...]
    at_next_contact: tuple[Awaiting, ...]

    @property
    def all(self) -> tuple[Awaiting, ...]:
        """Everything that awaits, in the order in which it is looked at."""
        return (*self.now, *self.at_next_contact)


def awaiting(looking: Looking, identities: Identities, by: By) -> Queue | Refused:
    """What awaits the reader's agency. Refused where its list is not theirs to read.

    It presses where either of the two records tells, to a reader who owes nobody an account of reading
    it, of an open referral, of something in force or of an injury. Nothing else of either is told.
    """
    lines = _lines(looking, by)
    if isinstance(lines, Refused):
        return lines
    found = [*_pressing(looking, identities, by, lines)]
    found.sort(key=lambda each: (each.line.due or 0, each.act))
    return Queue(
        now=tuple(each for each in found if each.grounds),
        at_next_contact=tuple(each for each in found if not each.grounds),
    )


def _lines(looking: Looking, by: By) -> list[Line] | Refused:
    """What the agency owes under the rule, as far as its list is read."""
    lines: list[Line] = []
    after: Place | None = None
    for _ in range(PAGES):
        found = worklist(looking, by.actor, Whose.AGENCY, by.now, by.stated, after, AT_ONCE)
        if isinstance(found, Refused):
            return found
        lines += [line for line in found.lines if line.rule == RULE]
        after = found.next_after
        if after is None:
            break
    return lines


def _pressing(looking: Looking, identities: Identities, by: By, lines: Sequence[Line]) -> Iterator[Awaiting]:
    """Each line with its grounds; one look names everybody who was read for it."""
    acts = {line.id: line.key.rpartition(":")[2] for line in lines}
    sides = {line.id: _sides(identities, by, acts[line.id], line) for line in lines}
    people = tuple(dict.fromkeys(person for side in sides.values() for person in side))
    if not people:
        return
    with looking.record.reading(by.actor, by.now) as reading:
        grounds = {person: _grounds(looking, reading, by, person) for person in people}
        look = new_look(
            Ask(actor=by.actor, child="", now=by.now, stated=by.stated),
            operation=Operation.READ,
            records=(str(RecordClass.PROTECTION_STATUS),),
            answer=str(Effect.PERMIT),
            rule=RULE,
            people=people,
        )
        recorded = looking.recorder.record(look)
    recorded.wait()
    for line in lines:
        told = {ground for person in sides[line.id] for ground in grounds[person]}
        yield Awaiting(
            act=acts[line.id], line=line, grounds=tuple(ground for ground in Pressing if ground in told)
        )


def _sides(identities: Identities, by: By, act: str, line: Line) -> tuple[str, ...]:
    """The two people of a proposal as the links now stand."""
    found = identities.questioned(act, author_of(by))
    return (line.child.id,) if found is None else found[1:]


def _grounds(looking: Looking, reading: Reading, by: By, person: str) -> tuple[Pressing, ...]:
    ties = reading.ties(person)
    ask = Ask(actor=by.actor, child=person, now=by.now, stated=by.stated)
    decided = decide(looking.policy, ask, ties, CONTENT)
    if decided.hidden:
        return ()
    held = reading.entries([ties.child], -1, ties.size, ENTRIES)
    open_to = tuple(each.entry for each in held if _freely(decided, [record_of(each.entry, by.actor.agency)]))
    whole = Chronology(
        family=ties.family_shown,
        entries=open_to,
        people=reading.people([ties.child]),
        agencies={each.agency.id: each.agency for each in reading.contacts(ties.known_to)},
    )
    return pressing(whole, ties.child, by.now)


def _freely(decided: Decided, records: Iterable[RecordClass]) -> bool:
    """Whether kinds of record may be read without an account of it owed to anybody."""
    answers = [decided.content[record] for record in records]
    return all(answer.permitted and not answer.obligations for answer in answers)
