"""Find or make everybody whom a report describes, and hold their families."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from heeded.adapters.record.identity.assertions import kept_apart
from heeded.adapters.record.identity.describe import describe
from heeded.adapters.record.identity.families import Holding, Ties, as_one, join
from heeded.adapters.record.identity.resembling import Whom, resembling
from heeded.adapters.record.identity.seals import may_be, parted
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.token import Scope
from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.casework.ports import Nobody
from heeded.casework.ports.contended import Contended
from heeded.casework.ports.resembling import Resembling
from heeded.core.chronology.identifiers import joins, plain
from heeded.core.chronology.report import Described, Identifier, Report

BY_NUMBER = "the same number in the same register, and no other birth date"
FIRST_TOLD = "first told of"
CHOSEN = "chosen from the record by whoever wrote"
NAMED = "person "
"""How the reference to somebody chosen begins: the name by which they were chosen follows."""

_Rows = tuple[str, list[tuple[object, ...]]]
"""The name of a statement, and rows of values for it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Who everybody in a report is.

    The subject of each reference, the person of each subject, and the family of everybody in their
    families, who are all under lock; and what persons are to show from now on, for `describe_person`.
    """

    subjects: dict[str, UUID]
    persons: dict[UUID, UUID]
    members: dict[UUID, UUID]
    shown: list[tuple[object, ...]]
    resembling: tuple[Resembling, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """People of the record whom whoever writes has chosen, by id; `asks`: who else the others may be, too."""

    by: str
    people: tuple[str, ...] = ()
    asks: bool = False


@dataclass(frozen=True, slots=True)
class _Match:
    """A subject that carries a number that a report also gives."""

    subject: UUID
    person: UUID
    born: object

    def may_be(self, person: Described) -> bool:
        """Whether the birth dates do not say otherwise."""
        return person.born is None or self.born in (None, person.born)


def find(tx: Transaction, naming: Naming, report: Report, ties: Ties, now: int, chosen: Chosen) -> Found:
    """Find or make everybody in a report; `ties` says which of its references belong to one family.

    Those chosen from the record stand in it by their ids. Nobody where there is no such person.
    """
    subjects = {person.ref: naming.subject(report.agency, person.ref) for person in report.people}
    sought = _sought(naming, report.people)
    numbers = sorted(
        {number for each in sought.values() for number, *told in each if joins(Identifier(*told))}
    )
    with tx.at_once():
        tx.enter(Scope.FIND)
        tx.ask("identity", "hold_identifiers", numbers)
        held = tx.ask("identity", "subjects_known", list(subjects.values()))
        carried = tx.ask("identity", "subjects_of_numbers", numbers)
    known: dict[UUID, UUID] = dict(held.rows())
    matches = _matches(carried.rows())
    same: list[set[UUID]] = []
    fresh: list[_Rows] = []
    different = _different(tx, known, matches)
    for person in report.people:
        subject = subjects[person.ref]
        carrying = [match for number, _, _ in sought[person.ref] for match in matches.get(number, ())]
        open_to = may_be(tx, naming, known.get(subject), {match.person for match in carrying})
        alike = {match.person for match in carrying if match.person in open_to and match.may_be(person)}
        alike = _not_said_different(known.get(subject), alike, different)
        if subject not in known:
            known[subject] = min(alike, default=subject)
            fresh += _made(report.agency, person, subject, known[subject], now, by_number=bool(alike))
        numbered: list[tuple[object, ...]] = [
            (digest, subject, system, value)
            for digest, system, value in sought[person.ref]
            if all(match.person in open_to for match in matches.get(digest, ()))
            and all(match.subject != subject for match in matches.get(digest, ()))
        ]
        fresh.append(("add_identifier", numbered))
        same.append({known[subject], *alike})
    for ref, named in now_named(tx, chosen.people).items():
        subjects[ref] = own_subject(tx, naming, report.agency, _person_id(ref), named, chosen.by, now)
        known[subjects[ref]] = named
    persons = set(known.values()).union(*same)
    expected = {**{person: person for person in persons}, **known}
    with tx.at_once():
        for statement, rows in fresh:
            tx.run_many("identity", statement, rows)
        holding = Holding(tx, persons)
        as_read = tx.ask("identity", "subjects_known", list(expected))
        said = tx.ask("identity", "last_description", list(subjects.values()))
    members: dict[UUID, UUID] = holding.members()
    if dict(as_read.rows()) != expected:
        raise Contended("another transaction found somebody in this report to be somebody else")
    known, merged = merge(tx, naming, known, undisputed(as_one(same), different), now)
    members = join(tx, naming, ties.named(subjects), known, members, merged)
    last = {row[0]: tuple(row[1:]) for row in said.rows()}
    told = describe(tx, report, subjects, known, now, last, naming)
    whom = Whom(subjects, known, members, last)
    like = resembling(tx, naming, report, whom, now) if chosen.asks else ()
    return Found(subjects, known, members, told, like)


def now_named(tx: Transaction, people: Sequence[str]) -> dict[str, UUID]:
    """Who each of some people is by now: a person is named by the first subject that was linked to it.

    Nobody where the record holds no such person.
    """
    named = {ref: _person_id(ref) for ref in people}
    now: dict[UUID, UUID] = dict(tx.rows("identity", "subjects_known", list(named.values()))) if named else {}
    for person in named.values():
        if person not in now:
            raise Nobody(f"the record holds nobody by the id {person}")
    return {ref: now[person] for ref, person in named.items()}


def _person_id(ref: str) -> UUID:
    try:
        return UUID(ref)
    except ValueError:
        raise Nobody(f"the record holds nobody by the id {ref!r:.60}") from None


def own_subject(
    tx: Transaction, naming: Naming, agency: str, named: UUID, person: UUID, author: str, now: int
) -> UUID:
    """The subject by which an agency means a person of the record, made if there is none yet.

    It is of the name by which the person was `named`, so that it stays with that name when one turns out
    to be two.
    """
    subject = naming.chosen(agency, named)
    if tx.run("identity", "add_subject", subject, person, agency, f"{NAMED}{named}"):
        tx.run("identity", "add_link", subject, person, now, author, CHOSEN)
    return subject


def _sought(naming: Naming, people: Iterable[Described]) -> dict[str, list[tuple[bytes, str, str]]]:
    return {
        person.ref: [
            (naming.sought(each.system, each.value), each.system, each.value)
            for each in map(plain, person.identifiers)
        ]
        for person in people
    }


def _different(
    tx: Transaction, known: Mapping[UUID, UUID], matches: Mapping[bytes, list[_Match]]
) -> frozenset[frozenset[UUID]]:
    """Which two of those whom a report may be about somebody said to be different."""
    return kept_apart(tx, {*known.values(), *(each.person for found in matches.values() for each in found)})


def _not_said_different(
    known: UUID | None, alike: set[UUID], different: frozenset[frozenset[UUID]]
) -> set[UUID]:
    """Those of some persons whom a report's person may be, as far as people said that some are different.

    Whoever is known already stays who they are; somebody new is none of several who are different.
    """
    if known is not None:
        return {each for each in alike if frozenset((known, each)) not in different}
    return set() if any(pair <= alike for pair in different) else alike


def undisputed(groups: Iterable[set[UUID]], different: frozenset[frozenset[UUID]]) -> list[set[UUID]]:
    """Those of some groups of which nobody said that two in them are different."""
    return [group for group in groups if not any(pair <= group for pair in different)]


def _matches(rows: Iterable[Row]) -> dict[bytes, list[_Match]]:
    found: dict[bytes, list[_Match]] = {}
    for sought, subject, person, born in rows:
        found.setdefault(bytes(sought), []).append(_Match(subject, person, born))
    return found


def _made(
    agency: str, about: Described, subject: UUID, person: UUID, now: int, *, by_number: bool
) -> list[_Rows]:
    """The rows by which somebody is made who was not known, as a person or as one who is known otherwise."""
    reason = BY_NUMBER if by_number else FIRST_TOLD
    made: list[_Rows] = [
        ("add_subject", [(subject, person, agency, about.ref)]),
        ("add_link", [(subject, person, now, "the record", reason)]),
    ]
    if person == subject:
        values = (person, person, about.name, about.born, about.sex, about.adult, about.area)
        made.insert(0, ("add_person", [values]))
    return made


def merge(
    tx: Transaction, naming: Naming, known: dict[UUID, UUID], same: Iterable[set[UUID]], now: int
) -> tuple[dict[UUID, UUID], list[set[UUID]]]:
    """Let those who carry one number be one person: the one with the least id. And who became one."""
    merged = []
    for persons in same:
        if len(persons) < 2 or parted(tx, naming, persons):  # noqa: PLR2004 - one is nobody to join
            continue
        one, *others = sorted(persons)
        moved = tx.rows("identity", "move_subjects", one, others)
        tx.run_many(
            "identity", "add_link", [(subject, one, now, "the record", BY_NUMBER) for (subject,) in moved]
        )
        known = {subject: one if person in others else person for subject, person in known.items()}
        merged.append(persons)
    return known, merged
