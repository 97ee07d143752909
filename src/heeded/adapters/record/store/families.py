"""A family as the record holds it: its people, its entries with who knew of them when, what is owed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from uuid import UUID

from heeded.adapters.record.store.rows import as_held, entry_of
from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.casework.ports import Held, Owed
from heeded.core.chronology.answering import answering
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person
from heeded.core.evaluation.finding import Finding, Verdict


def held(tx: Transaction, family: UUID, members: Sequence[UUID], agencies: Mapping[str, Agency]) -> Held:
    """The family of that name with these members, whom the transaction may see."""
    people = list(members)
    persons = {str(subject): str(person) for subject, person in tx.rows("families", "subjects", people)}
    chronology = Chronology(
        family=str(family),
        entries=_entries(tx, people, persons),
        people=people_of(tx, people),
    )
    return Held(
        _with(chronology, agencies),
        tuple(owed_of(row, str(family)) for row in tx.rows("families", "duties", people)),
    )


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


def _with(chronology: Chronology, agencies: Mapping[str, Agency]) -> Chronology:
    near = answering(chronology.entries, chronology.people.values(), agencies)
    return Chronology(chronology.family, chronology.entries, chronology.people, near)


def people_of(tx: Transaction, members: list[UUID]) -> dict[str, Person]:
    """Who these people are, by id."""
    rows = tx.rows("families", "people", members)
    return {str(row[0]): Person(str(row[0]), row[1], row[2], row[3], row[4]) for row in rows}


def _entries(tx: Transaction, members: list[UUID], persons: Mapping[str, str]) -> tuple[Entry, ...]:
    rows = tx.rows("families", "entries", [UUID(subject) for subject in persons])
    known = knowledge(tx, members)
    entries = ((entry_of(row[:-1]), row[-1]) for row in rows)
    return tuple(as_held(entry, persons, known(entry, index)) for entry, index in entries)


def knowledge(tx: Transaction, members: list[UUID] | list[str]) -> Callable[[Entry, int], dict[str, int]]:
    """What tells when each agency knew of an entry about these people, given as told and its place."""
    looks = _looks(tx.rows("families", "seen", members))
    passed: dict[str, dict[str, int]] = {}
    for identity, agency, at in tx.rows("families", "passed_on", members):
        passed.setdefault(str(identity), {})[agency] = at
    return lambda entry, index: _known(entry, index, looks.get(entry.child, {}), passed.get(entry.id, {}))


def _looks(rows: Iterable[Row]) -> dict[str, dict[str, list[tuple[int, int]]]]:
    """By subject and agency: up to which place in the log it had seen what was told, and since when."""
    looks: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for subject, agency, upto, at in rows:
        looks.setdefault(str(subject), {}).setdefault(agency, []).append((upto, at))
    return looks


def _known(
    entry: Entry, index: int, seen: Mapping[str, list[tuple[int, int]]], passed: Mapping[str, int]
) -> dict[str, int]:
    """When each agency knew of an entry.

    As the source says, or when it was passed on to the agency, or when one of its people first saw it.
    """
    known = {**passed, **entry.known}
    for agency, looks in seen.items():
        place = bisect_left(looks, (index, 0))
        if agency != entry.source.agency and place < len(looks):
            moment = min(at for _, at in looks[place:])
            known[agency] = min(known.get(agency, moment), moment)
    return known
