"""What the record already holds of everybody whom a batch of reports concerns, under lock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from heeded.adapters.record.bulk.everybody import Everybody
from heeded.adapters.record.bulk.numbers import Numbers
from heeded.adapters.record.identity.families import Ties, hold
from heeded.adapters.record.store.families import knowledge, owed_of
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.rows import as_held, entry_in_turn
from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.casework.ports import Held
from heeded.core.chronology.answering import answering
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency
from heeded.core.chronology.report import Report


def everybody(tx: Transaction, naming: Naming, reports: Sequence[Report], ties: Iterable[Ties]) -> Everybody:
    """Everybody whom some reports may concern, as the record holds them; their families are locked."""
    gathered = Numbers(naming)
    numbers = gathered.joining(person for report in reports for person in report.people)
    if numbers:
        tx.rows("identity", "hold_identifiers", numbers)
    subjects = list(
        {naming.subject_name(report.agency, person.ref) for report in reports for person in report.people}
    )
    known = Everybody(naming, gathered)
    known.persons.update(tx.rows("identity", "subjects_known", subjects))
    for sought, subject, person, _ in tx.rows("identity", "subjects_of_numbers", numbers) if numbers else ():
        known.numbers.setdefault(bytes(sought), []).append(subject)
        known.persons[subject] = person
    homes = {household for each in ties for household, _ in each.households}
    known.households.update(tx.rows("identity", "households_known", list(homes)) if homes else ())
    if wanted := {*known.persons.values(), *known.households.values()}:
        _read(tx, known, hold(tx, wanted))
    known.settle()
    return known


def _read(tx: Transaction, known: Everybody, members: Mapping[str, str]) -> None:
    """Read what is held of the members of some families, who are under lock."""
    people = list(members)
    known.families.update(members)
    known.persons.update(tx.rows("families", "subjects", people))
    known.shown.update({row[0]: tuple(row[1:]) for row in tx.rows("bulk", "shown", people)})
    subjects = list(known.persons)
    known.said.update({row[0]: tuple(row[1:]) for row in tx.rows("identity", "last_description", subjects)})
    for _, told, subject, *words in tx.rows("identity", "descriptions_of_persons", people):
        known.latest[subject] = (told, tuple(words))


def families_held(
    tx: Transaction, known: Everybody, agencies: Mapping[str, Agency]
) -> Iterator[tuple[Held, list[Entry]]]:
    """The families as the record has them, each with its entries as they were told, in the log's order."""
    if not known.families:
        return
    people = list(known.families)
    entries = _entries(tx, people, known)
    owed: dict[str, list[Row]] = {}
    for row in tx.rows("families", "duties", people):
        owed.setdefault(known.families[row[2]], []).append(row)
    for family in known.members_by_family():
        named, own = known.members(family), entries.get(family, [])
        entries_held = tuple(held for held, _ in own)
        near = answering(entries_held, named.values(), agencies)
        chronology = Chronology(family, entries_held, named, near)
        lines = tuple(owed_of(row, family) for row in owed.get(family, ()))
        yield Held(chronology, lines), [told for _, told in own]


def _entries(tx: Transaction, people: list[str], known: Everybody) -> dict[str, list[tuple[Entry, Entry]]]:
    """The entries of each family, as held and as told, in the order of the log."""
    tells = knowledge(tx, people)
    found: dict[str, list[tuple[Entry, Entry]]] = {}
    for row in tx.rows("families", "entries", list(known.persons)):
        entry, index = entry_in_turn(row[:-2], *row[-2:]), row[-1]
        held = as_held(entry, known.persons, tells(entry, index))
        found.setdefault(known.family_of(row[1]), []).append((held, entry))
    return found
