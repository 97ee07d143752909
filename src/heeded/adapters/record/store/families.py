"""A family as the record holds it: its people, its entries with who knew of them when, what is owed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from uuid import UUID

from heeded.adapters.record.store.rows import as_held, entry_in_turn
from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.casework.ports import Held, Owed
from heeded.core.chronology.answering import answering
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person
from heeded.core.evaluation.finding import Finding, Verdict


class Families:
    """Some families with their members, whom the transaction may see: asked for at once with other things."""

    def __init__(self, tx: Transaction, members: Mapping[UUID, UUID]) -> None:
        self._members = {str(person): str(family) for person, family in members.items()}
        people = list(members)
        self._people = tx.ask("families", "people", people)
        self._subjects = tx.ask("families", "subjects", people)
        self._entries = tx.ask("families", "entries_of_people", people)
        self._seen = tx.ask("families", "seen", people)
        self._passed_on = tx.ask("families", "passed_on", people)
        self._duties = tx.ask("families", "duties", people)
        self.persons: dict[str, str] = {}

    def held(self, agencies: Mapping[str, Agency]) -> list[Held]:
        """The families, in the order of their names, when the asking has ended; `persons`: their subjects."""
        self.persons = {str(subject): str(person) for subject, person in self._subjects.rows()}
        people: dict[str, dict[str, Person]] = {family: {} for family in sorted(set(self._members.values()))}
        for row in self._people.rows():
            person = _person(row)
            people[self._members[person.id]][person.id] = person
        entries: dict[str, list[Entry]] = {family: [] for family in people}
        for entry in self._as_held():
            entries[self._members[entry.child]].append(entry)
        owed: dict[str, list[Owed]] = {family: [] for family in people}
        for row in self._duties.rows():
            family = self._members[str(row[2])]
            owed[family].append(owed_of(row, family))
        return [
            Held(_near(Chronology(family, tuple(entries[family]), own), agencies), tuple(owed[family]))
            for family, own in people.items()
        ]

    def _as_held(self) -> Iterator[Entry]:
        known = knowing(self._seen.rows(), self._passed_on.rows())
        for row in self._entries.rows():
            entry = entry_in_turn(row[:-2], *row[-2:])
            yield as_held(entry, self.persons, known(entry, row[-1]))


def held(tx: Transaction, members: Mapping[UUID, UUID], agencies: Mapping[str, Agency]) -> list[Held]:
    """The families of some people, all of whose members these are, in the order of the families' names."""
    with tx.at_once():
        asked = Families(tx, members)
    return asked.held(agencies)


def owed_of(row: Row, family: str) -> Owed:
    """A line of the worklist, as the statement `duties` gives it."""
    (_, agency, person, about, edition, rule, ref, key, trigger, owed_by, practitioner, verdict, *rest) = row
    arose, due, owed, because, cites, since = rest
    finding = Finding(
        edition=edition,
        rule=rule,
        ref=ref,
        family=family,
        child=str(person),
        key=key,
        about=about,
        trigger=trigger,
        owed_by=owed_by,
        verdict=Verdict(verdict),
        arose=arose,
        due=due,
    )
    return Owed(
        finding=finding,
        agency=agency,
        owed=owed,
        because=because,
        cites=tuple(map(str, cites)),
        since=since,
        practitioner=practitioner,
    )


def duty_row(duty: UUID, line: Owed, family: UUID) -> tuple[object, ...]:
    """A line of the worklist under its name, as values for `put_duty`."""
    finding = line.finding
    return (
        *(duty, line.agency, family, UUID(finding.child), finding.about, finding.edition, finding.rule),
        *(finding.ref, finding.key, finding.trigger, finding.owed_by, line.practitioner),
        *(str(finding.verdict), finding.arose, finding.due, line.owed, line.because),
        *([UUID(entry) for entry in line.cites], line.since),
    )


def _near(chronology: Chronology, agencies: Mapping[str, Agency]) -> Chronology:
    near = answering(chronology.entries, chronology.people.values(), agencies)
    return Chronology(chronology.family, chronology.entries, chronology.people, near)


def people_of(tx: Transaction, members: list[UUID]) -> dict[str, Person]:
    """Who these people are, by id."""
    return {person.id: person for person in map(_person, tx.rows("families", "people", members))}


def _person(row: Row) -> Person:
    return Person(str(row[0]), *row[1:6])


def knowledge(tx: Transaction, members: list[UUID] | list[str]) -> Callable[[Entry, int], dict[str, int]]:
    """What tells when each agency knew of an entry about these people, given as told and its place."""
    return knowing(tx.rows("families", "seen", members), tx.rows("families", "passed_on", members))


def knowing(seen: Iterable[Row], passed_on: Iterable[Row]) -> Callable[[Entry, int], dict[str, int]]:
    """The same, of rows of the statements `seen` and `passed_on`."""
    looks = _looks(seen)
    passed: dict[str, dict[str, int]] = {}
    for identity, agency, at in passed_on:
        passed.setdefault(str(identity), {})[agency] = at
    return lambda entry, index: _known(entry, index, looks.get(entry.child, {}), passed.get(entry.id, {}))


Looks = tuple[list[int], list[int]]
"""Up to which places in the log something was seen, rising, and since when all up to each had been."""


def _looks(rows: Iterable[Row]) -> dict[str, dict[str, Looks]]:
    """By subject and agency: up to which place in the log it had seen what was told, and since when."""
    looks: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for subject, agency, upto, at in rows:
        looks.setdefault(str(subject), {}).setdefault(agency, []).append((upto, at))
    return {
        subject: {agency: _since(told) for agency, told in agencies.items()}
        for subject, agencies in looks.items()
    }


def _since(told: Sequence[tuple[int, int]]) -> Looks:
    """A later look that reaches further is one at all that comes before: the earliest of those counts."""
    earliest = [*accumulate((at for _, at in reversed(told)), min)]
    return [upto for upto, _ in told], earliest[::-1]


def _known(entry: Entry, index: int, seen: Mapping[str, Looks], passed: Mapping[str, int]) -> dict[str, int]:
    """When each agency knew of an entry.

    As the source says, or when it was passed on to the agency, or when one of its people first saw it.
    """
    known = {**passed, **entry.known}
    for agency, (upto, since) in seen.items():
        place = bisect_left(upto, index)
        if agency != entry.source.agency and place < len(upto):
            moment = since[place]
            known[agency] = min(known.get(agency, moment), moment)
    return known
