"""Whose is it, for many reports at once: what `identity` does statement by statement, done in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from heeded.adapters.record.bulk.numbers import Number, Numbers
from heeded.adapters.record.bulk.staging import Staging
from heeded.adapters.record.identity.describe import Said, said, together
from heeded.adapters.record.identity.families import Ties, as_one
from heeded.adapters.record.identity.find import BY_NUMBER, FIRST_TOLD
from heeded.adapters.record.store.naming import Naming
from heeded.core.chronology.people import Person
from heeded.core.chronology.report import Described, Report, said_at

NOTHING: Said = ("", None, "", False, "")
"""What is shown of a person of whom nothing was said."""


@dataclass(slots=True)
class Everybody:
    """The people whom a batch of reports concerns, as the record holds them and as they become.

    By subject: the person, what was said last, and what was told latest (when, and the words). By person:
    the family and what is shown. By number sought: the subjects that carry it. By household: a member.
    `fresh` are the persons and subjects that the record did not hold, and `moved` the subjects that turned
    out to be others. Ids are texts here: they are in the order of the UUIDs that they spell.
    """

    naming: Naming
    gathered: Numbers
    persons: dict[str, str] = field(default_factory=dict)
    families: dict[str, str] = field(default_factory=dict)
    numbers: dict[bytes, list[str]] = field(default_factory=dict)
    households: dict[str, str] = field(default_factory=dict)
    shown: dict[str, Said] = field(default_factory=dict)
    said: dict[str, Said] = field(default_factory=dict)
    latest: dict[str, tuple[int, Said]] = field(default_factory=dict)
    refs: dict[str, tuple[str, str]] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    _subjects: dict[str, list[str]] = field(default_factory=dict)
    _members: dict[str, set[str]] = field(default_factory=dict)
    _links: list[tuple[str, str, int, str, str]] = field(default_factory=list)
    _carried: list[tuple[bytes, str, str, str]] = field(default_factory=list)
    _homes: dict[str, str] = field(default_factory=dict)
    _descriptions: list[tuple[object, ...]] = field(default_factory=list)
    _addresses: list[tuple[object, ...]] = field(default_factory=list)

    def settle(self) -> None:
        """Turn what was read round, once everything is read."""
        for subject, person in self.persons.items():
            self._subjects.setdefault(person, []).append(subject)
        for person, family in self.families.items():
            self._members.setdefault(family, set()).add(person)

    def find(self, report: Report, ties: Ties, now: int) -> tuple[dict[str, str], frozenset[str]]:
        """Find or make everybody in a report, as `identity.find` would.

        The subject of each reference, and everybody in the families whom that concerns.
        """
        agency = report.agency
        subjects = {person.ref: self.naming.subject_name(agency, person.ref) for person in report.people}
        sought = {person.ref: self.gathered.of(person) for person in report.people}
        alike = {person.ref: self._alike(person, sought[person.ref]) for person in report.people}
        same: list[set[str]] = []
        for person in report.people:
            subject, others = subjects[person.ref], alike[person.ref]
            if subject not in self.persons:
                self._make(agency, person, subject, others, now)
            for number in sought[person.ref]:
                carriers = self.numbers.setdefault(number.digest, [])
                if subject not in carriers:
                    carriers.append(subject)
                    self._carried.append((number.digest, subject, number.system, number.value))
            same.append({self.persons[subject], *others})
        concerned = self._kin({person for persons in same for person in persons})
        merged = as_one(same)
        for persons in merged:
            self._merge(persons, now)
        self._join(ties, subjects, merged)
        self._describe(report, subjects, now)
        return subjects, frozenset(concerned | self._kin({self.persons[each] for each in subjects.values()}))

    def _kin(self, persons: Iterable[str]) -> set[str]:
        """Everybody in the families of some persons."""
        families = {self.families[person] for person in persons}
        return {person for family in families for person in self._members[family]}

    def family_of(self, subject: str) -> str:
        """The family of a subject's person."""
        return self.families[self.persons[subject]]

    def members(self, family: str) -> dict[str, Person]:
        """Who is in a family, by id."""
        return {person: self.person(person) for person in sorted(self._members[family])}

    def members_by_family(self) -> Mapping[str, set[str]]:
        """Everybody, by family."""
        return self._members

    def person(self, person: str) -> Person:
        """A person as a chronology shows them."""
        name, born, sex, adult, area = self.shown.get(person, NOTHING)
        day = born if isinstance(born, date) else None
        return Person(person, str(name), day, bool(adult), str(area), str(sex))

    def _alike(self, person: Described, sought: Iterable[Number]) -> set[str]:
        """The persons who carry one of these numbers and whose birth date does not say otherwise."""
        carriers = {
            self.persons[subject]
            for number in sought
            if number.joins
            for subject in self.numbers.get(number.digest, ())
        }
        return {each for each in carriers if person.born is None or self._born(each) in (None, person.born)}

    def _born(self, person: str) -> date | None:
        born = self.shown.get(person, NOTHING)[1]
        return born if isinstance(born, date) else None

    def _make(self, agency: str, about: Described, subject: str, alike: set[str], now: int) -> None:
        person = min(alike, default=subject)
        self.fresh.add(subject)
        self.refs[subject] = (agency, about.ref)
        self.persons[subject] = person
        self._subjects.setdefault(person, []).append(subject)
        if person == subject:
            self.families[person] = person
            self._members[person] = {person}
            self.shown[person] = said(about)
        self._links.append((subject, person, now, "the record", BY_NUMBER if alike else FIRST_TOLD))

    def _merge(self, persons: set[str], now: int) -> None:
        """Let those who carry one number be one person: the one with the least id."""
        one, *others = sorted(persons)
        for other in others:
            for subject in self._subjects.pop(other, ()):
                self.persons[subject] = one
                self._subjects.setdefault(one, []).append(subject)
                self.moved.add(subject)
                self._links.append((subject, one, now, "the record", BY_NUMBER))

    def _join(self, ties: Ties, subjects: Mapping[str, str], merged: Iterable[set[str]]) -> None:
        """Let those who are tied to each other be one family, under the least of its names."""
        groups = [*merged, *({self.persons[subjects[ref]] for ref in refs} for refs in ties.together)]
        homes: dict[str, set[str]] = {}
        for household, ref in ties.households:
            homes.setdefault(household, set()).add(self.persons[subjects[ref]])
        for household, who in sorted(homes.items()):
            if household not in self.households:
                self.households[household] = self._homes[household] = min(who)
            groups.append({*who, self.households[household]})
        for group in groups:
            one, *others = sorted({self.families[person] for person in group})
            for other in others:
                for person in self._members[other]:
                    self.families[person] = one
                self._members[one] |= self._members.pop(other)

    def _describe(self, report: Report, subjects: Mapping[str, str], now: int) -> None:
        """Keep what a report says of its people where that is new, and let the persons show it."""
        told = min(max(map(said_at, report.events), default=now), now)
        fresh = [person for person in report.people if self.said.get(subjects[person.ref]) != said(person)]
        for person in fresh:
            subject = subjects[person.ref]
            self.said[subject] = said(person)
            if subject not in self.latest or self.latest[subject][0] <= told:
                self.latest[subject] = (told, said(person))
            self._descriptions.append((subject, told, now, *said(person)))
            if person.address or person.postcode:
                self._addresses.append((subject, told, now, person.address, person.postcode))
        for one in {self.persons[subjects[person.ref]] for person in fresh}:
            self._show(one)

    def _show(self, person: str) -> None:
        rows = [
            (person, self.latest[s][0], s, *self.latest[s][1])
            for s in self._subjects[person]
            if s in self.latest
        ]
        if len(rows) == 1:
            self.shown[person] = rows[0][3:]
            return
        for *words, _ in together(rows):
            self.shown[person] = tuple(words)

    def stage(self, staging: Staging, concerned: Iterable[str]) -> None:
        """Put down everything that is new or changed; `concerned` are those in the families written to."""
        for person in sorted({*concerned, *(self.fresh & self.families.keys())}):
            words = self.shown.get(person, NOTHING)
            staging.add("staged_person", person, person in self.fresh, self.families[person], *words)
        for subject in sorted(self.fresh):
            staging.add("staged_subject", subject, True, self.persons[subject], *self.refs[subject])  # noqa: FBT003 - a row
        for subject in sorted(self.moved - self.fresh):
            staging.add("staged_subject", subject, False, self.persons[subject], None, None)  # noqa: FBT003 - a row
        for place, link in enumerate(self._links):
            staging.add("staged_link", place, *link)
        for carried in self._carried:
            staging.add("staged_identifier", *carried)
        for household, person in self._homes.items():
            staging.add("staged_household", household, person)
        for place, row in enumerate(self._descriptions):
            staging.add("staged_description", place, *row)
        for place, row in enumerate(self._addresses):
            staging.add("staged_address", place, *row)
