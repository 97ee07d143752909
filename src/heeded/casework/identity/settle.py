"""Write down, with a person's word on who is who, that the questions are settled that the record had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import uuid4

from heeded.casework.heed import Changed, append
from heeded.casework.identity.desk import Desk
from heeded.casework.keeping.desk import By
from heeded.casework.ports import Writing
from heeded.casework.taking.questioned import CHECK, QUESTIONED
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source, written_by_practitioner
from heeded.core.chronology.when import Precision, When

DECIDED = "identity decided"


def settled(desk: Desk, by: By, work: Writing, acts: Sequence[str], outcome: str) -> tuple[Changed, ...]:
    """Judge the families that are held anew, with an entry for each question that the word settles.

    `acts` are those by which the record noted that two people may be one; `outcome` is the word.
    """
    return append(work, [*_entries(by, work, acts, outcome)], desk.handbook)


def _entries(by: By, work: Writing, acts: Sequence[str], outcome: str) -> Iterator[Entry]:
    for held in work.families:
        for entry in held.chronology.entries:
            check = entry.keys.get(CHECK, "")
            if entry.kind == QUESTIONED and check.rpartition(":")[2] in acts:
                yield Entry(
                    id=str(uuid4()),
                    kind=DECIDED,
                    child=entry.reference,
                    happened=When(by.now, by.now, Precision.INSTANT),
                    told=by.now,
                    source=Source(by.actor.agency, by.actor.id),
                    keys={CHECK: check},
                    facts={"outcome": outcome, "reason": by.stated.reason},
                    writer=written_by_practitioner(by.actor.id),
                )
