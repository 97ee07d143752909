"""Read of what a person is made up: every agency's reference, since when, and by whose word."""

from __future__ import annotations

from collections.abc import Sequence

from heeded.casework.identity.desk import Desk, author_of, decided_by
from heeded.casework.keeping.desk import By, NotDone
from heeded.casework.ports import Nobody
from heeded.casework.ports.identity import Whole
from heeded.core.access import Operation


def whole(desk: Desk, by: By, people: Sequence[str]) -> Sequence[Whole]:
    """Of what some people are made up, for whoever decides who is who; a look at each."""
    decided_by(desk, by, people, Operation.DECIDE)
    try:
        return desk.identities.whole(people, author_of(by))
    except Nobody as wrong:
        raise NotDone(str(wrong)) from wrong
