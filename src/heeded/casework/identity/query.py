"""Another system asks whether there is a record of a person: permitted, denied, or a person has to look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from heeded.casework.identity.search import NEAR, Candidate, search
from heeded.casework.looking import NothingThere, Refused, by_number
from heeded.casework.looking.ask import Ask
from heeded.casework.looking.ask import Desk as Looking
from heeded.casework.looking.deciding.decided import new_look
from heeded.casework.ports.reading import Contact
from heeded.core.access import Actor, Effect, Operation, RecordClass, Stated
from heeded.core.chronology.report import Described
from heeded.core.identity.grades import BY_NUMBER, Status, status, supported
from heeded.core.identity.grades import grade as graded
from heeded.core.identity.weighing import Weighed, possible

NO_REASON = "no such reason"
"""What stands for the policy's row where the reason is no legal basis on which the asker may look."""


class Decision(StrEnum):
    """What is answered, in the words of the draft exchange standard (unverified)."""

    PERMIT = "PERMIT"
    DENY = "DENY"
    REVIEW = "REVIEW"


@dataclass(frozen=True, slots=True, kw_only=True)
class Queried:
    """What a query came to: the decision and why; whether there is a record, as far as no person must look.

    `contacts` are whom to ring. `status` and `grade` are None where nothing was looked for.
    """

    decision: Decision
    why: str
    look: str
    match: bool | None = None
    status: Status | None = None
    grade: float | None = None
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class _Meant:
    """Somebody who may be meant: how sure that is, whom to ring; `sure`: a number agrees, and more."""

    child: str
    grade: float
    weight: float
    sure: bool
    contacts: tuple[Contact, ...]


def query(desk: Looking, actor: Actor, sought: Described, now: int, stated: Stated | None) -> Queried:
    """Whether there is a record of a person, for a reason that is stated: no content. Every look is recorded.

    DENY says nothing of anybody: it is answered before anything is looked for, or when too much was. A child
    of whom the asker may not know is answered as one whom the record does not hold. PERMIT with `match` only
    where a register's number agrees and the name or the birth date does too, for one person alone: whatever
    else may be meant is for a person to look at.
    """
    if stated is None:
        return _denied(desk, actor, now)
    meant: dict[str, _Meant] = {}
    look = ""
    for number in sought.identifiers:
        found = by_number(desk, actor, number, now, stated)
        if isinstance(found, Refused):
            return Queried(decision=Decision.DENY, why=found.why, look=found.look)
        held = () if isinstance(found, NothingThere) else found
        look = found.look if isinstance(found, NothingThere) else found[-1].look
        for each in held:
            meant[each.child] = _Meant(each.child, BY_NUMBER, 0.0, sure=False, contacts=each.contacts)
    many = False
    if sought.name:
        searched = search(desk, actor, sought, "", now, stated)
        look, many = searched.look, searched.many
        meant |= {each.child: each for each in _likely(searched.found)}
    return _answered([*meant.values()], look, many=many)


def _likely(found: Iterable[Candidate]) -> Iterator[_Meant]:
    """Those whom enough speaks for that a person should look."""
    for each in found:
        if possible(Weighed(each.terms)):
            reached = graded(each.terms)
            sure = reached == BY_NUMBER and supported(each.terms)
            yield _Meant(each.child, reached, each.weight, sure=sure, contacts=each.contacts)


def _answered(meant: Sequence[_Meant], look: str, *, many: bool) -> Queried:
    if not meant:
        none = "Nobody was found of whom you may know"
        return Queried(
            decision=Decision.PERMIT, why=none, look=look, match=False, status=Status.NONE, grade=0.0
        )
    best = max(meant, key=lambda each: (each.sure, each.weight, each.child))
    several = many or any(each is not best and each.weight >= best.weight - NEAR for each in meant)
    several = several or sum(each.grade == BY_NUMBER for each in meant) > 1
    contacts = tuple(dict.fromkeys(contact for each in meant for contact in each.contacts))
    if best.sure and not several:
        why = "The number and the description agree"
        return Queried(
            decision=Decision.PERMIT,
            why=why,
            look=look,
            match=True,
            status=status(best.grade),
            grade=best.grade,
            contacts=best.contacts,
        )
    return Queried(
        decision=Decision.REVIEW,
        why="There may be a record: ring those who hold it, and compare who is meant",
        look=look,
        status=Status.MANY if several else min(status(best.grade), Status.POTENTIAL, key=_ORDER.index),
        grade=best.grade,
        contacts=contacts,
    )


_ORDER = [Status.LOW, Status.POTENTIAL, Status.MATCH]
"""A match that a person must look at is a potential one at most, whatever its grade."""


def _denied(desk: Looking, actor: Actor, now: int) -> Queried:
    look = new_look(
        Ask(actor=actor, child="", now=now, stated=None),
        operation=Operation.KNOW_EXISTS,
        records=(str(RecordClass.EXISTENCE),),
        answer=str(Effect.DENY),
        rule=NO_REASON,
        people=(),
    )
    desk.recorder.record(look).wait()
    why = "The reason is no legal basis on which you may look: send the address of one from legal_bases.yaml"
    return Queried(decision=Decision.DENY, why=why, look=look.id)
