"""What it takes to say who is who, and that whoever says it may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from heeded.casework.keeping.desk import Asking, By, NotDone, permitted, ties_of
from heeded.casework.ports import Author
from heeded.casework.ports.identity import Identities
from heeded.casework.ports.linkage import Linkage
from heeded.casework.ports.reading import Ties
from heeded.casework.ports.second_reading import SecondReadings
from heeded.core.access import Operation, RecordClass
from heeded.core.identity.sample import Sample
from heeded.core.procedures.handbook import Handbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Asking):
    """What it takes beside: whom the record takes for whom, and the handbook that judges it anew.

    And what second readers said, with the share of words that they read, and what the links come to.
    """

    identities: Identities
    handbook: Handbook
    second: SecondReadings
    sample: Sample
    linkage: Linkage


def decided_by(desk: Desk, by: By, people: Sequence[str], operation: Operation) -> list[Ties]:
    """That somebody may say, or read, who some people are; each is a look, recorded before anything is done.

    NotDone where they may not, or give no reason.
    """
    if not by.stated.reason.strip():
        raise NotDone("Who is who is said with a reason, so that it can be undone", "Say why")
    found = [ties_of(desk, by, person) for person in people]
    for ties in found:
        permitted(desk, by, ties, operation, [RecordClass.IDENTITY])
    return found


def author_of(by: By) -> Author:
    """Who writes, for the record."""
    return Author(by.actor.agency, by.actor.id, by.actor.name, min(by.actor.roles, default=""))
