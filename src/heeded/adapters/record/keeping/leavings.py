"""What an erasure takes with it: lines, drafts, addresses, descriptions, people of whom nothing is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from heeded.adapters.record.identity.describe import together
from heeded.adapters.record.store.rows import persons_in
from heeded.adapters.record.store.transaction import Transaction
from heeded.core.chronology.entry import Entry

_OF_PEOPLE = (
    *("no_duties", "no_acknowledgements", "no_passing_on", "no_deliveries", "no_notices", "no_drafts"),
    *("no_account_steps", "no_accounts", "no_shields", "no_connections", "no_households"),
)
_OF_SUBJECTS = (
    "addresses",
    "descriptions",
    "identifiers",
    "no_seen",
    "no_links",
    "no_assertions",
    "search_keys",
    "no_subjects",
)


@dataclass(frozen=True, slots=True)
class Leavings:
    """Of whom nothing is left, and whom an agency still describes because others' records rest on it."""

    nobody: frozenset[UUID]
    described: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class _Known:
    """A family's subjects: whom each means, and whose it is."""

    persons: Mapping[UUID, UUID]
    agencies: Mapping[UUID, str]

    def people(self, subjects: Iterable[UUID]) -> frozenset[UUID]:
        """Whom some subjects mean."""
        return frozenset(self.persons[subject] for subject in subjects if subject in self.persons)


def clear(
    tx: Transaction, members: Sequence[UUID], erased: Sequence[Entry], left: Sequence[Entry]
) -> Leavings:
    """Take away what repeats the entries that are gone; `left` is what is told of the family and stays."""
    rows = tx.rows("erasing", "family_subjects", list(members))
    known = _Known({row[0]: row[1] for row in rows}, {row[0]: row[2] for row in rows})
    ids = [UUID(entry.id) for entry in erased]
    keys = _keys(erased) - _keys(left)
    tx.run("erasing", "duties", list(members), ids, [entry.id for entry in erased], sorted(keys))
    tx.run("erasing", "cards", list(members))
    tx.run("erasing", "passed_on", ids)
    tx.run("erasing", "standing", ids)
    concerned = known.people(_named(erased))
    for name in ("drafts", "account_steps", "accounts"):
        tx.run("erasing", name, tx.agency, list(concerned))
    _households(tx, members, left, known)
    nobody = concerned - known.people(_named(left))
    described = _descriptions(tx, known, concerned - nobody, _named(left))
    _forget(tx, nobody, known)
    return Leavings(nobody, described)


def _forget(tx: Transaction, nobody: frozenset[UUID], known: _Known) -> None:
    """Let nothing be left of those of whom nobody tells anything any more."""
    if not nobody:
        return
    for name in _OF_PEOPLE:
        tx.run("erasing", name, list(nobody))
    subjects = [subject for subject, person in known.persons.items() if person in nobody]
    for name in _OF_SUBJECTS:
        tx.run("erasing", name, subjects)
    tx.run("erasing", "no_people", list(nobody))


def _descriptions(
    tx: Transaction, known: _Known, people: frozenset[UUID], still_named: frozenset[UUID]
) -> frozenset[UUID]:
    """Take away how the agency described people whom others tell of, unless nobody else describes them."""
    spare = [
        subject
        for subject, person in known.persons.items()
        if person in people and known.agencies[subject] == tx.agency and subject not in still_named
    ]
    tx.run("erasing", "addresses", spare)
    by_others = {row[0] for row in tx.rows("erasing", "described_by_others", list(people), spare)}
    mine = [subject for subject in spare if known.persons[subject] in by_others]
    for name in ("descriptions", "identifiers", "search_keys", "nameless"):
        tx.run("erasing", name, mine)
    redescribed = {known.persons[subject] for subject in mine}
    said = tx.rows("identity", "descriptions_of_persons", list(redescribed))
    tx.run_many("identity", "describe_person", together(said))
    return frozenset(known.persons[subject] for subject in spare) - redescribed


def _households(tx: Transaction, members: Sequence[UUID], left: Sequence[Entry], known: _Known) -> None:
    """Drop the agency's household names that nothing left speaks of, and let the others mean who is left."""
    named: dict[str, UUID] = {}
    for entry in left:
        for household in (entry.keys.get("household"), entry.facts.get("household")):
            if household:
                named.setdefault(str(household), known.persons[UUID(entry.child)])
    held = tx.rows("erasing", "households", list(members), f"{tx.agency}:")
    tx.run("erasing", "drop_households", [name for name, _ in held if name not in named])
    still = known.people(_named(left))
    for name, person in held:
        if name in named and person not in still:
            tx.run("erasing", "move_household", named[name], name)


def _named(entries: Iterable[Entry]) -> frozenset[UUID]:
    """Every subject that some entries name."""
    return frozenset(UUID(name) for entry in entries for name in (entry.child, *persons_in(entry)))


def _keys(entries: Iterable[Entry]) -> frozenset[str]:
    """The values of the keys that tie some entries to others."""
    return frozenset(value for entry in entries for value in entry.keys.values())
