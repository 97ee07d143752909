"""Say of two people of the record that they are different, or that nobody can tell: nothing is moved."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from heeded.casework.identity.desk import Desk, author_of, decided_by
from heeded.casework.identity.settle import settled
from heeded.casework.keeping.desk import By, NotDone
from heeded.casework.ports import Nobody
from heeded.casework.ports.identity import AlreadyOne, Saying, Term, Verdict
from heeded.core.access import Operation


def say(
    desk: Desk,
    by: By,
    one: str,
    other: str,
    verdict: Verdict,
    *,
    model: str = "",
    terms: Sequence[Term] = (),
) -> None:
    """Note that two people are different, or that one cannot tell, for the reason stated.

    Said to be different, no report makes them one. NotDone where they are one already: then take them apart.
    """
    if verdict is Verdict.SAME:
        raise ValueError("that two people are one is said by joining them")
    decided_by(desk, by, (one, other), Operation.DECIDE)
    saying = Saying(
        act=str(uuid4()), one=one, other=other, reason=by.stated.reason, model=model, terms=tuple(terms)
    )
    outcome = "two children" if verdict is Verdict.DIFFERENT else "cannot tell"
    try:
        with desk.identities.saying(saying, verdict, author_of(by), by.now) as (work, acts):
            settled(desk, by, work, acts, outcome)
    except Nobody as wrong:
        raise NotDone(str(wrong)) from wrong
    except AlreadyOne as wrong:
        raise NotDone("The two are one person in the record", "Take them apart") from wrong
