"""One transaction of reading what awaits somebody: lines, notices, cover."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from uuid import UUID

from heeded.adapters.record.looking import staff
from heeded.adapters.record.looking.cards import asked_for, laid_of
from heeded.adapters.record.looking.kin import Kin, kin
from heeded.adapters.record.looking.reading import cited, elsewhere
from heeded.adapters.record.looking.rows import (
    LAST,
    NIL,
    listed_of,
    notice_of,
    person_id,
    shield_of,
    without_places,
)
from heeded.adapters.record.looking.standing import standing
from heeded.adapters.record.store.families import people_of
from heeded.adapters.record.store.shielding import shielded_places
from heeded.adapters.record.store.token import Scope
from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.casework.ports.desks import Laid, Wanted
from heeded.casework.ports.lists import Cited, Cover, Listed, NoticeHeld, Place
from heeded.core.access import Actor
from heeded.core.access.guard import ShieldedPlace
from heeded.core.access.shield import Shield
from heeded.core.access.standing import bond
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Person, written_by_practitioner

_ALWAYS = 2**63 - 1


class PostgresListing:
    """What awaits one actor and their agency, without the households that the actor belongs to."""

    def __init__(self, tx: Transaction, actor: Actor, now: int) -> None:
        self._tx = tx
        self._actor = actor
        self._now = now
        self._families: dict[UUID, UUID] = {}
        self._places: tuple[frozenset[UUID], Sequence[ShieldedPlace]] = (frozenset(), ())

    def worklist(self, carried_by: Sequence[str] | None, after: Place | None, limit: int) -> Sequence[Listed]:
        """What the reader's agency owes, first due first."""
        wall = self._wall
        carriers = None if carried_by is None else list(carried_by)
        due, line = (-_ALWAYS, NIL) if after is None else (after[0], person_id(after[1]))
        values = (self._actor.agency, wall, carriers, carriers, due, line, limit)
        return self._shown(self._page("worklist", *values))

    def children(self, carried_by: Sequence[str] | None, limit: int) -> Sequence[str]:
        """The children towards whom the reader's agency owes something, first due first."""
        wall = self._wall
        carriers = None if carried_by is None else list(carried_by)
        self._tx.enter(Scope.LIST)
        rows = self._tx.rows("lists", "children", self._actor.agency, wall, carriers, carriers, limit)
        return [str(person) for person, _ in rows]

    def _page(self, name: str, *values: object) -> list[Row]:
        """A page of a list, read in the order of its index, however long the list is."""
        with self._tx.at_once():
            self._tx.enter(Scope.LIST)
            self._tx.ask("lists", "in_order")
            page = self._tx.ask("lists", name, *values)
            self._tx.ask("lists", "in_any_order")
        return page.rows()

    def cards(self, wanted: Wanted, after: Place | None, limit: int) -> Sequence[Laid]:
        """What lies on a desk of the reader's agency, in the order of its places."""
        wall = self._wall
        name, values = asked_for(wanted, self._actor.agency, after, wall, limit)
        return [laid_of(row) for row in self._page(name, *values)]

    def line(self, duty: str) -> Listed | None:
        """One line of the reader's agency's worklist."""
        wall = self._wall
        self._tx.enter(Scope.LIST)
        rows = self._tx.rows("lists", "line", self._actor.agency, wall, person_id(duty))
        return self._shown(rows)[0] if rows else None

    def acknowledge(self, line: Listed) -> None:
        """Note that the reader has read a line."""
        child = UUID(line.owed.finding.child)
        self._tx.enter(Scope.LOOK, [child])
        self._tx.run(
            "lists", "acknowledge", UUID(line.id), self._actor.agency, child, self._actor.id, self._now
        )

    def people(self, persons: Sequence[str]) -> Mapping[str, Person]:
        """Who the children of the lines just listed are."""
        return people_of(self._tx, self._look(persons))

    def shields(self, persons: Sequence[str]) -> Sequence[Shield]:
        """What shields hold back of them."""
        return [shield_of(row) for row in self._tx.rows("looking", "shields", self._look(persons))]

    def cited(self, persons: Sequence[str], entries: Iterable[str]) -> Mapping[str, Cited]:
        """For each of these persons, those of some entries that belong with theirs, and the others."""
        members = self._members(persons)
        places = self._shielded(members)
        self._tx.enter(Scope.FIND)
        grown_up = [UUID(id_) for id_, each in people_of(self._tx, members).items() if each.adult]
        belong = kin(self._tx, members, grown_up)
        self._tx.enter(Scope.LOOK, members)
        found = cited(self._tx, entries, places)
        of_family: dict[UUID, dict[str, Entry]] = {}
        for id_, entry in found.items():
            family = self._families[UUID(belong.persons[entry.child])]
            of_family.setdefault(family, {})[id_] = entry
        families = {person: self._families.get(UUID(person), NIL) for person in persons}
        return {
            person: _cited(of_family.get(family, {}), belong, belong.circle(person))
            for person, family in families.items()
        }

    def untied(self, persons: Sequence[str]) -> frozenset[str]:
        """Those of some persons to whom nothing ties the reader but what they wrote of them themselves."""
        writer = written_by_practitioner(self._actor.id)
        own = (writer, f"{writer}|", self._actor.id, self._actor.agency)
        wrote = self._tx.rows("lists", "wrote_of", self._look(persons), *own) if persons else []
        return frozenset(str(person) for (person,) in wrote if not self._tied(str(person)))

    def _tied(self, person: str) -> bool:
        """Whether anything else ties the reader to somebody."""
        found = standing(self._tx, self._actor, person, self._now, counted=False)
        tie = bond(self._actor, found.shown, self._now)
        return tie.allocated or tie.involved or tie.own_agency

    def _members(self, persons: Iterable[str]) -> list[UUID]:
        """Everybody in the families of some persons."""
        wanted = _ids(persons)
        if not self._families.keys() >= set(wanted):
            with self._tx.at_once():
                self._tx.enter(Scope.FIND)
                members = self._tx.ask("identity", "families_with", wanted)
            self._families |= dict(members.rows())
        families = {self._families[person] for person in wanted if person in self._families}
        return sorted(person for person, family in self._families.items() if family in families)

    def _shielded(self, members: Sequence[UUID]) -> Sequence[ShieldedPlace]:
        """The places of some people that no text may give away."""
        asked, places = self._places
        if not asked.issuperset(members):
            self._tx.enter(Scope.FIND)
            places = shielded_places(self._tx, members, self._now)
            self._places = (frozenset(members), places)
        return places

    def _shown(self, rows: Iterable[Row]) -> list[Listed]:
        """Lines without what gives a shielded place away."""
        lines = [listed_of(row) for row in rows]
        if not lines:
            return []
        members = self._members({line.owed.finding.child for line in lines})
        places = self._shielded(members)
        return [without_places(line, places) for line in lines]

    def carried_for(self) -> Sequence[str]:
        """The reader, and those whose work the reader carries now."""
        self._tx.enter(Scope.LIST)
        who = (self._actor.id, self._actor.agency, self._now, self._now)
        return [self._actor.id, *(absent for (absent,) in self._tx.rows("lists", "covered", *who))]

    def team(self) -> Sequence[str]:
        """The practitioners of the reader's teams in the reader's agency, by id."""
        return staff.team(self._actor.teams, self._actor.agency)

    def teams_of(self, practitioner: str) -> frozenset[str] | None:
        """The teams of a colleague; None where nobody of that id works there."""
        return staff.teams_of(practitioner, self._actor.agency)

    def covers(self) -> Sequence[Cover]:
        """Who carries whose work in the reader's agency, now or later."""
        self._tx.enter(Scope.LIST)
        names = ("absent", "cover", "agency", "since", "until", "by")
        rows = self._tx.rows("lists", "covers", self._actor.agency, self._now)
        return [Cover(**dict(zip(names, row, strict=True))) for row in rows]

    def set_cover(self, cover: Cover) -> None:
        """Put down that someone carries another's work."""
        self._tx.enter(Scope.LIST)
        values = (cover.absent, cover.cover, self._actor.agency, cover.since, cover.until, self._actor.id)
        self._tx.run("lists", "add_cover", *values)

    def notices(self, before: Place | None, limit: int, *, unread: bool) -> Sequence[NoticeHeld]:
        """Notices for the reader or for their whole agency, the latest first."""
        wall = self._walled_people
        at, id_ = (_ALWAYS, LAST) if before is None else (before[0], person_id(before[1]))
        values = (self._actor.agency, self._actor.id, wall, at, at, id_, unread, limit)
        return [notice_of(row) for row in self._page("notices", *values)]

    def mark_read(self, notices: Sequence[str]) -> int:
        """Put down that notices were read now; how many were not before."""
        wall = self._walled_people
        self._tx.enter(Scope.LIST)
        named = [person_id(notice) for notice in notices]
        return self._tx.run("lists", "mark_read", self._now, named, self._actor.agency, self._actor.id, wall)

    @cached_property
    def _wall(self) -> list[UUID]:
        """The families that the reader belongs to, or is connected with."""
        self._tx.enter(Scope.FIND)
        rows = self._tx.rows("lists", "walled", self._actor.id, self._now, self._now)
        return [family for (family,) in rows]

    @cached_property
    def _walled_people(self) -> list[UUID]:
        """Everybody in those families: a notice keeps the name that one had when it was told."""
        wall = self._wall
        if not wall:
            return []
        self._tx.enter(Scope.FIND)
        return [subject for (subject,) in self._tx.rows("lists", "walled_people", wall)]

    def _look(self, persons: Sequence[str]) -> list[UUID]:
        named = _ids(persons)
        self._tx.enter(Scope.LOOK, named)
        return named


def _cited(found: Mapping[str, Entry], belong: Kin, near: frozenset[str]) -> Cited:
    """Those of some entries of a family that belong with some people's, and the others."""
    own = {id_: entry for id_, entry in found.items() if belong.concerns(entry, near)}
    return Cited(own, elsewhere(found, belong, near))


def _ids(names: Iterable[str]) -> list[UUID]:
    return [UUID(name) for name in names]
