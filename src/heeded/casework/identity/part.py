"""Take one person apart again: both chronologies come back, are judged anew, and readers are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid4

from heeded.casework.again import again_when_contended
from heeded.casework.heed import Changed, heed
from heeded.casework.identity.desk import Desk, author_of, decided_by
from heeded.casework.keeping.desk import By, NotDone
from heeded.casework.ports import Nobody, Notice
from heeded.casework.ports.identity import Apart, NotOne, Saying
from heeded.casework.ports.notices import Why
from heeded.core.access import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """What became of it: who the two are, who read them as one meanwhile, and what is owed because of it."""

    apart: Apart
    changed: tuple[Changed, ...]


@again_when_contended
def part(desk: Desk, by: By, person: str, references: Iterable[str]) -> Parted:
    """Let some references of a person (subjects, by id) be somebody else, for the reason stated.

    Nothing that was told is lost or edited: each entry goes with the reference under which it was told. From
    then on no report makes the two one. Whoever read the two as one is listed and told; so is every agency
    that wrote meanwhile about the person as one. NotDone where the references are none or all of theirs.
    """
    decided_by(desk, by, (person,), Operation.DECIDE)
    saying = Saying(act=str(uuid4()), one=person, other=person, reason=by.stated.reason)
    try:
        with desk.identities.parting(saying, [*references], author_of(by), by.now) as (work, apart):
            changed = tuple(heed(work, held, desk.handbook) for held in work.families)
            families = {
                each: held.chronology.family for held in work.families for each in held.chronology.people
            }
            work.tell(_notices(apart, families[apart.kept], by.now))
    except Nobody as wrong:
        raise NotDone(str(wrong)) from wrong
    except NotOne as wrong:
        raise NotDone(
            "Those are none of this person's references, or all of them",
            "Name those that are somebody else's, and leave the others",
        ) from wrong
    return Parted(apart=apart, changed=changed)


def _notices(apart: Apart, family: str, now: int) -> list[Notice]:
    """To each who read the two as one, and to each agency that wrote about them as one."""
    whom = dict.fromkeys((look.agency, look.actor) for look in apart.readers)
    whom.update(dict.fromkeys((agency, "") for agency in apart.written.values()))
    return [
        Notice(agency=agency, practitioner=actor, why=Why.SPLIT, at=now, family=family, child=apart.kept)
        for agency, actor in whom
    ]
