"""Look at who people are: two who may be one, side by side with what spoke for it; or what some are of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from heeded.casework.identity.desk import Desk, author_of, decided_by
from heeded.casework.keeping.desk import By, NotDone, NothingThere
from heeded.casework.ports import Nobody
from heeded.casework.ports.identity import Asserted, Whole
from heeded.core.access import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What was noted, and the two people as the links now stand; `sides` is one where they are one by now.

    `households` says of each how many adults and how many other children are of the family.
    """

    noted: Asserted
    sides: tuple[Whole, ...]
    households: tuple[tuple[int, int], ...]


def compare(desk: Desk, by: By, act: str) -> Compared:
    """The two people of an identity check, by the act that noted them; a look at each, recorded first.

    NothingThere where the record noted nothing by that act, or of somebody of whom the reader may not know.
    """
    found = desk.identities.questioned(act, author_of(by))
    if found is None:
        raise NothingThere
    noted, one, other = found
    people = tuple(dict.fromkeys((one, other)))
    ties = decided_by(desk, by, people, Operation.DECIDE)
    sides = tuple(desk.identities.whole(people, author_of(by)))
    households = tuple((len(each.adults), len(each.members) - len(each.adults) - 1) for each in ties)
    return Compared(noted=noted, sides=sides, households=households)


def whole(desk: Desk, by: By, people: Sequence[str]) -> Sequence[Whole]:
    """Of what some people are made up, for whoever decides who is who; a look at each."""
    decided_by(desk, by, people, Operation.DECIDE)
    try:
        return desk.identities.whole(people, author_of(by))
    except Nobody as wrong:
        raise NotDone(str(wrong)) from wrong
