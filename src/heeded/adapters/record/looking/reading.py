"""One transaction of reading a child's record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from heeded.adapters.record.agencies import agencies
from heeded.adapters.record.identity.searching import candidates, described
from heeded.adapters.record.looking.kin import Kin, kin
from heeded.adapters.record.looking.rows import listed_of, notice_of, without_places
from heeded.adapters.record.looking.staff import named_officers, telephones
from heeded.adapters.record.looking.ties import SOCIAL_CARE, ties
from heeded.adapters.record.store.families import knowing, people_of
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.rows import as_held, entry_in_turn, entry_of
from heeded.adapters.record.store.shielding import shielded_places
from heeded.adapters.record.store.token import Scope
from heeded.adapters.record.store.transaction import Transaction
from heeded.casework.ports.lists import Elsewhere, Listed, NoticeHeld
from heeded.casework.ports.reading import Alike, Circle, Contact, Placed, Ties
from heeded.core.access import Actor
from heeded.core.access.guard import ShieldedPlace, without
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.household import OF_AN_ADULT
from heeded.core.chronology.people import Agency, Person
from heeded.core.chronology.report import Described

_PLACE = 16
"""How many columns an entry has before its place in the log."""


class PostgresReading:
    """What one actor may ask of the record in one transaction; each answer in the narrowest scope."""

    def __init__(self, tx: Transaction, naming: Naming, actor: Actor, now: int) -> None:
        self._tx = tx
        self._naming = naming
        self._actor = actor
        self._now = now
        self._at: tuple[str, ...] | None = None
        self._held: dict[str, str] = {}
        self._places: Sequence[ShieldedPlace] = ()
        self._kin = Kin({}, (), frozenset())

    def sought(self, system: str, value: str) -> Sequence[str]:
        """Who carries a number of a register: persons by id, or one name that is nobody's."""
        self._at = None
        self._tx.enter(Scope.FIND)
        rows = self._tx.rows("looking", "sought", self._naming.sought(system, value))
        return [str(person) for (person,) in rows] or [str(self._naming.subject(f"register {system}", value))]

    def referred_to(self, ref: str) -> str:
        """Whom the reader's own agency means by a reference of its own, or a name that is nobody's."""
        return str(self._naming.subject(self._actor.agency, ref))

    def alike(self, sought: Described) -> Alike:
        """Who shares keys with a description."""
        self._at = None
        self._tx.enter(Scope.FIND)
        found = candidates(self._tx, self._naming, [sought])
        return Alike({str(person): by for person, by in found.found.items()}, found.hot)

    def descriptions(self, persons: Sequence[str]) -> Mapping[str, Sequence[Described]]:
        """Everything that was said of some people, without where they live."""
        self._at = None
        self._tx.enter(Scope.FIND)
        return {str(person): said for person, said in described(self._tx, _ids(persons)).items()}

    def with_them(self, persons: Sequence[str]) -> Sequence[str]:
        """The others of the families of some people."""
        self._at = None
        self._tx.enter(Scope.FIND)
        return [str(person) for (person,) in self._tx.rows("searching", "with", _ids(persons))]

    def ties(self, child: str) -> Ties:
        """How the reader stands to a child."""
        self._at = None
        found = ties(self._tx, self._actor, child, self._now)
        if found.shields:
            self._tx.enter(Scope.FIND)
            self._places = shielded_places(self._tx, _ids(found.members), self._now)
        return found

    def outside(self, ties: Ties) -> str:
        """The agency, not the reader's own, that is told of what a reader may not know; empty where none.

        Whoever leads; else social care, the police, or any other that knows the child.
        """
        everybody = agencies()
        known = sorted(ties.known_to, key=lambda name: (_nearness(everybody.get(name)), name))
        near = sorted(everybody, key=lambda name: (_nearness(everybody[name]), name))
        others = (ties.lead[0], *known, *near)
        return next((name for name in others if name in everybody and name != self._actor.agency), "")

    def officers(self, agency: str) -> Sequence[str]:
        """The named officers of an agency, by id."""
        return named_officers(agency)

    def contacts(self, agencies: Iterable[str]) -> tuple[Contact, ...]:
        """How some agencies are rung."""
        return telephones(agencies)

    def circle(self, ties: Ties) -> Circle:
        """Whose records belong with the child's."""
        self._at = None
        self._kin = kin(self._tx, _ids(ties.members), _ids(ties.adults))
        near = self._kin.circle(ties.child)
        others = {*ties.members} - near - {*ties.adults}
        return Circle(tuple(each for each in ties.members if each in near), tuple(sorted(others)))

    def people(self, persons: Sequence[str]) -> Mapping[str, Person]:
        """Who some persons are."""
        self._look(persons)
        return people_of(self._tx, _ids(sorted(set(self._held.values()))))

    def entries(self, persons: Sequence[str], after: int, upto: int, limit: int) -> Sequence[Placed]:
        """The entries about some persons after a place in the log and before another, as held.

        With them goes what concerns one of these and stands in the record of a child of another household:
        it is told of whom it concerns, and that child is not named.
        """
        self._look(persons)
        held = self._held
        others = [subject for subject in self._kin.persons if subject not in held] if len(held) > 1 else []
        everybody, concerning = _ids([*held, *others]), sorted(OF_AN_ADULT)
        values = (everybody, _ids(held), concerning, list(held), after, upto, limit)
        with self._tx.at_once():
            asked = self._tx.ask("looking", "entries", *values)
            seen = self._tx.ask("families", "seen", _ids(persons))
            passed_on = self._tx.ask("families", "passed_on", _ids(persons))
        known = knowing(seen.rows(), passed_on.rows())
        placed = []
        for row in asked.rows():
            index, received, flags = row[_PLACE:]
            entry = entry_in_turn(row[:_PLACE], received, index)
            knew = known(entry, index)
            own = entry.child in held
            named = held if own else {**held, entry.child: held[str(entry.facts["person"])]}
            shown = without(as_held(entry, named, knew), self._places)
            shown = shown if own else replace(shown, keys={})
            placed.append(Placed(index, received, tuple(flags), entry.child if own else "", shown))
        return placed

    def cited(self, persons: Sequence[str], entries: Iterable[str]) -> Mapping[str, Entry]:
        """Those of some entries that are about these persons, as told."""
        self._look(persons)
        return cited(self._tx, entries, self._places)

    def elsewhere(self, persons: Sequence[str], entries: Iterable[str]) -> Mapping[str, Elsewhere]:
        """Those of some entries of the family that are not about these persons: who told each."""
        self._look(sorted({*persons, *self._kin.persons.values()}))
        found = cited(self._tx, entries, self._places)
        return elsewhere(found, self._kin, persons)

    def owed(self, persons: Sequence[str]) -> Sequence[Listed]:
        """What is owed towards some persons, by any agency, first due first."""
        self._look(persons)
        rows = self._tx.rows("looking", "owed", _ids(persons))
        return [without_places(listed_of(row), self._places) for row in rows]

    def notices(self, family: str) -> Sequence[NoticeHeld]:
        """What still awaits the reader or their whole agency about a family, the latest first."""
        self._at = None
        who = (self._actor.agency, self._actor.id, UUID(family))
        with self._tx.at_once():
            self._tx.enter(Scope.LIST)
            found = self._tx.ask("lists", "notices_of_family", *who)
        return [notice_of(row) for row in found.rows()]

    def _look(self, persons: Sequence[str]) -> None:
        """Look at these persons, who they are by their subjects, until it is another scope's turn."""
        if self._at != tuple(persons):
            self._at = tuple(persons)
            with self._tx.at_once():
                self._tx.enter(Scope.LOOK, _ids(persons))
                subjects = self._tx.ask("families", "subjects", _ids(persons))
            self._held = {str(subject): str(person) for subject, person in subjects.rows()}


def cited(tx: Transaction, entries: Iterable[str], places: Sequence[ShieldedPlace] = ()) -> dict[str, Entry]:
    """Those of some entries that the transaction may see, as told but for what gives a place away."""
    wanted = _ids(sorted(set(entries)))
    rows = tx.rows("looking", "cited", wanted) if wanted else []
    return {str(row[0]): without(entry_of(row), places) for row in rows}


def elsewhere(found: Mapping[str, Entry], kin: Kin, persons: Iterable[str]) -> dict[str, Elsewhere]:
    """Those of some entries, as told, that are not about these persons, each with the name of who told it."""
    near = {*persons}
    return {
        identity: Elsewhere(entry, _name(entry.source.agency))
        for identity, entry in found.items()
        if not kin.concerns(entry, near)
    }


def _name(agency: str) -> str:
    everybody = agencies()
    return everybody[agency].name if agency in everybody else agency


def _ids(names: Iterable[str]) -> list[UUID]:
    return [UUID(name) for name in names]


def _nearness(agency: Agency | None) -> int:
    order = (SOCIAL_CARE, "police")
    return order.index(agency.sector) if agency and agency.sector in order else len(order)
