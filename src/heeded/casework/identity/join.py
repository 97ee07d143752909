"""Say that two people of the record are one: both chronologies become one, and it is judged anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from heeded.casework.again import again_when_contended
from heeded.casework.heed import Changed
from heeded.casework.identity.desk import Desk, author_of, decided_by
from heeded.casework.identity.settle import settled
from heeded.casework.keeping.desk import By, NotDone
from heeded.casework.ports import Nobody
from heeded.casework.ports.identity import AlreadyOne, KeptApart, Opposed, Saying, Term
from heeded.core.access import Operation
from heeded.core.chronology.when import local


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Who the two are now, by id; the references that were the other's; and what is owed because of it."""

    person: str
    moved: tuple[str, ...]
    changed: tuple[Changed, ...]


@again_when_contended
def join(
    desk: Desk,
    by: By,
    one: str,
    other: str,
    *,
    overrules: bool = False,
    model: str = "",
    terms: Sequence[Term] = (),
) -> Joined:
    """Let two people be one, for the reason stated; it can be undone (`part`).

    `terms` are the weights that whoever says it was shown, of that `model`. NotDone where they are one
    already, something keeps them apart, or somebody said that they are different and that is not overruled.
    """
    decided_by(desk, by, (one, other), Operation.DECIDE)
    saying = Saying(
        act=str(uuid4()),
        one=one,
        other=other,
        reason=by.stated.reason,
        overrules=overrules,
        model=model,
        terms=tuple(terms),
    )
    try:
        with desk.identities.joining(saying, author_of(by), by.now) as (work, done):
            changed = settled(desk, by, work, done.settles, "one child")
    except Nobody as wrong:
        raise NotDone(str(wrong)) from wrong
    except AlreadyOne as wrong:
        raise NotDone("The two are one person already") from wrong
    except KeptApart as wrong:
        raise NotDone(
            "The record keeps these two apart, and says to nobody here why", "Ask your designated lead"
        ) from wrong
    except Opposed as wrong:
        raise NotDone(_said(wrong), "Ring them first. Then say so again, and that you overrule it") from wrong
    return Joined(person=done.person, moved=done.moved, changed=changed)


def _said(opposed: Opposed) -> str:
    told = [f"{by} on {local(at):%d %B %Y}: {reason}" for by, at, reason in opposed.said]
    return "It was said that these are two different people, by " + "; by ".join(told)
