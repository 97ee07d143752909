"""Looks, lines and notices as rows, and rows as these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from uuid import UUID, uuid5

from heeded.adapters.record.store.families import owed_of
from heeded.adapters.record.store.transaction import Row
from heeded.casework.ports.glass import Glass
from heeded.casework.ports.lists import Acknowledged, Listed, NoticeHeld
from heeded.casework.ports.looks import Look
from heeded.casework.ports.notices import Why
from heeded.core.access.guard import ShieldedPlace
from heeded.core.access.guard import without_places as words_without
from heeded.core.access.shield import Shield, Shielded

NIL = UUID(int=0)
"""A name that is nobody's."""

LAST = UUID(int=2**128 - 1)
"""A name that no name comes after."""

_OWED = 18

_FAMILIES = UUID("6b3a1f0e-58c4-8d17-9a52-0f4be77d21c3")
"""Under this families are named for readers."""


def person_id(text: str) -> UUID:
    """The person of that id; a name that is nobody's where it is no id at all."""
    try:
        return UUID(text)
    except ValueError:
        return NIL


def look_row(look: Look) -> tuple[object, ...]:
    """A look, as values for `add_look`."""
    return (
        *(UUID(look.id), look.at, look.actor, look.name, look.agency, look.role),
        *(UUID(look.child) if look.child else None, [UUID(person) for person in look.people]),
        *(look.operation, list(look.records), look.standing, look.purpose, look.basis, look.reason),
        *(look.agreed_by, look.answer, look.rule, list(look.signs), look.upto),
    )


def look_of(row: Row) -> Look:
    """The look of a row of `looks`."""
    (id_, at, actor, name, agency, role, person, people, operation, records, *rest) = row
    standing, purpose, basis, reason, agreed_by, answer, rule, signs, upto = rest
    return Look(
        id=str(id_),
        at=at,
        actor=actor,
        name=name,
        agency=agency,
        role=role,
        child=str(person) if person else "",
        people=tuple(map(str, people)),
        operation=operation,
        records=tuple(records),
        standing=standing,
        purpose=purpose,
        basis=basis,
        reason=reason,
        agreed_by=agreed_by,
        answer=answer,
        rule=rule,
        signs=tuple(signs),
        upto=upto,
    )


@lru_cache(4096)
def shown_family(family: UUID) -> str:
    """The name by which readers know a family: its own is that of one of its people, who may be hidden."""
    return str(uuid5(_FAMILIES, str(family)))


def listed_of(row: Row) -> Listed:
    """The line of a row of `owed`, `worklist` or `line`."""
    family, by, at = row[_OWED:]
    return Listed(
        id=str(row[0]),
        family=shown_family(family),
        owed=owed_of(row[:_OWED], shown_family(family)),
        acknowledged=tuple(Acknowledged(*each) for each in zip(by, at, strict=True)),
    )


def notice_of(row: Row) -> NoticeHeld:
    """The notice of a row of `notices`."""
    id_, why, at, agency, practitioner, family, person, duty, delivered_at, read_at, acted_at = row
    return NoticeHeld(
        id=str(id_),
        why=Why(why),
        at=at,
        agency=agency,
        practitioner=practitioner,
        family=shown_family(family) if family else "",
        child=str(person or ""),
        duty=str(duty or ""),
        delivered_at=delivered_at,
        read_at=read_at,
        acted_at=acted_at,
    )


def glass_of(row: Row) -> Glass:
    """The glass of a row of `glass` or `awaiting`."""
    id_, actor, agency, person, since, until, reason, review_by = row
    return Glass(
        id=str(id_),
        actor=actor,
        agency=agency,
        child=str(person),
        since=since,
        until=until,
        reason=reason,
        review_by=review_by,
    )


def without_places(line: Listed, places: Sequence[ShieldedPlace]) -> Listed:
    """A line as it may be shown: its sentence quotes what people wrote, which may give a place away."""
    if not places:
        return line
    owed = line.owed
    because, key = words_without(owed.because, places), words_without(owed.finding.key, places)
    return replace(line, owed=replace(owed, because=because, finding=replace(owed.finding, key=key)))


def shield_of(row: Row) -> Shield:
    """The shield of a row of `shields`."""
    person, what, since, until, by, reason, open_to = row
    return Shield(
        person=str(person),
        what=Shielded(what),
        since=since,
        until=until,
        by=by,
        reason=reason,
        named=frozenset(open_to),
    )
