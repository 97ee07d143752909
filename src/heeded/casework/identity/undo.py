"""Take one's agency's word on two people back: that they are different, or that nobody can tell."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

from heeded.casework.heed import append
from heeded.casework.identity.desk import Desk, author_of, decided_by
from heeded.casework.identity.settle import DECIDED
from heeded.casework.keeping.desk import By, NotDone, NothingThere
from heeded.casework.ports import Nobody, Writing
from heeded.casework.ports.identity import BY_THE_RECORD, AlreadyOne, Asserted, Saying, Verdict
from heeded.casework.taking.questioned import CHECK
from heeded.core.access import Operation
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source, written_by_practitioner
from heeded.core.chronology.when import Precision, When

LATELY = 30 * 24 * 3600
"""For how long (seconds) somebody is reminded of what they said."""

TAKEN_BACK = "taken back: "
"""With what the reason begins for which a word was taken back."""


def said_lately(desk: Desk, by: By) -> tuple[Asserted, ...]:
    """What whoever asks said in the last 30 days and still holds, the latest first: their own words alone."""
    said = desk.identities.said_by(author_of(by), by.now - LATELY)
    return tuple(each for each in said if not each.reason.startswith(TAKEN_BACK))


def undo(desk: Desk, by: By, act: str) -> None:
    """Take a word back for the reason stated: the two are undecided again, and somebody owes a word anew.

    What was said stays in the record, with who took it back and why. NotDone where it was said by another
    agency, or that two are one: those are taken apart instead (`part`).
    """
    found = desk.identities.questioned(act, author_of(by))
    if found is None:
        raise NothingThere
    word, one, other = found
    if word.agency != by.actor.agency or word.by == BY_THE_RECORD:
        raise NotDone("That is another agency's word", "Ask them to take it back, or say your own")
    if word.verdict is Verdict.SAME or one == other:
        raise NotDone("The two are one person in the record", "Take them apart")
    decided_by(desk, by, (one, other), Operation.DECIDE)
    saying = Saying(act=str(uuid4()), one=one, other=other, reason=f"{TAKEN_BACK}{by.stated.reason}")
    try:
        with desk.identities.saying(saying, Verdict.UNSURE, author_of(by), by.now) as (work, acts):
            append(work, [*_withdrawn(by, work, frozenset(acts))], desk.handbook)
    except Nobody as wrong:
        raise NotDone(str(wrong)) from wrong
    except AlreadyOne as wrong:
        raise NotDone("The two are one person in the record", "Take them apart") from wrong


def _withdrawn(by: By, work: Writing, acts: frozenset[str]) -> Iterator[Entry]:
    """A withdrawal of each word of the agency that settles one of some questions."""
    for held in work.families:
        entries = held.chronology.entries
        gone = {each.withdraws for each in entries}
        for entry in entries:
            settles = entry.kind == DECIDED and entry.keys.get(CHECK, "").rpartition(":")[2] in acts
            if settles and entry.id not in gone and entry.source.agency == by.actor.agency:
                yield Entry(
                    id=str(uuid4()),
                    kind="withdrawal",
                    child=entry.reference,
                    happened=When(by.now, by.now, Precision.INSTANT),
                    told=by.now,
                    source=Source(by.actor.agency, by.actor.id),
                    facts={"reason": by.stated.reason},
                    withdraws=entry.id,
                    writer=written_by_practitioner(by.actor.id),
                )
