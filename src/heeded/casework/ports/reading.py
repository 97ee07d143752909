"""Reading the record in somebody's name: how they stand to a child, and what the record holds of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from heeded.casework.ports.glass import Oversight
from heeded.casework.ports.lists import Elsewhere, Listed, Listing, NoticeHeld
from heeded.core.access import Actor, Bond
from heeded.core.access.shield import Shield
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person
from heeded.core.chronology.report import Described


@dataclass(frozen=True, slots=True)
class Contact:
    """An agency and how it is rung, by day and out of hours."""

    agency: Agency
    telephone: str = ""
    out_of_hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """How somebody stands to a child, as the record shows it before any content is read.

    Of a child whom the record does not hold, `exists` is false and all else is as of nobody. `child` is
    the person as the links now stand, `family_shown` the name by which readers know the `family`.
    `known_to` are the agencies that know the child, `carried_by` those whose practitioners carry the
    child's work, each with the practitioner: whoever leads first. `adults` are those of the `members`
    who are grown up. `names` are those of the family, and are shown to nobody. `own_words` says that
    the reader wrote something of the child by their own hand, `own_words_only` that nothing else ties
    their agency to the child.
    `this_hour` counts the different children that the reader has asked after in the last hour, without
    this one. `size` is how long the log is.
    """

    child: str
    exists: bool = False
    family: str = ""
    family_shown: str = ""
    members: tuple[str, ...] = ()
    adults: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    bond: Bond = field(default_factory=Bond)
    known_to: tuple[str, ...] = ()
    carried_by: tuple[tuple[str, str], ...] = ()
    own_words: bool = False
    own_words_only: bool = False
    shields: tuple[Shield, ...] = ()
    this_hour: int = 0
    size: int = 0

    @property
    def lead(self) -> tuple[str, str]:
        """The agency and the practitioner who lead; empty where nobody does."""
        return self.carried_by[0] if self.carried_by else ("", "")


@dataclass(frozen=True, slots=True)
class Circle:
    """Of a child's family, those whose records are read with the child's, by id.

    `elsewhere` are the children of it whose are not: an adult whom two households share alone joins them.
    """

    near: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry with its place in the log, when the record received it (seconds UTC), and what is odd.

    `subject` is the source's reference to the person whom it is about; empty where it is told of somebody
    whom it concerns and stands in the record of a child of another household.
    """

    index: int
    received: int
    flags: tuple[str, ...]
    subject: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Alike:
    """Who may be meant, by id, with the keys by which each was found; `hot`: others were left out."""

    found: Mapping[str, frozenset[str]]
    hot: bool


class Reading(Protocol):
    """One transaction of reading a child's record, in the name of one actor."""

    def sought(self, system: str, value: str) -> Sequence[str]:
        """Who carries a number of a register: persons by id, or one name that is nobody's."""

    def referred_to(self, ref: str) -> str:
        """Whom the reader's own agency means by a reference of its own, or a name that is nobody's."""

    def alike(self, sought: Described) -> Alike:
        """Who shares keys with a description: a way to look for people, and nothing about them."""

    def descriptions(self, persons: Sequence[str]) -> Mapping[str, Sequence[Described]]:
        """Everything that was said of some people, without where they live: to be weighed, not shown."""

    def with_them(self, persons: Sequence[str]) -> Sequence[str]:
        """The others of the families of some people, by id."""

    def ties(self, child: str) -> Ties:
        """How the reader stands to a child; the same work for one whom the record does not hold."""

    def outside(self, ties: Ties) -> str:
        """The agency, not the reader's own, that is told of what a reader may not know; empty where none."""

    def officers(self, agency: str) -> Sequence[str]:
        """The named officers of an agency, by id."""

    def contacts(self, agencies: Iterable[str]) -> tuple[Contact, ...]:
        """How some agencies are rung, in the order of their names."""

    def circle(self, ties: Ties) -> Circle:
        """Whose records belong with the child's; asked only where some of them may be shown."""

    def people(self, persons: Sequence[str]) -> Mapping[str, Person]:
        """Who some persons are: for those whom the policy lets the reader know."""

    def entries(self, persons: Sequence[str], after: int, upto: int, limit: int) -> Sequence[Placed]:
        """The entries about some persons in the log after a place and before another, in order, as held."""

    def cited(self, persons: Sequence[str], entries: Iterable[str]) -> Mapping[str, Entry]:
        """Those of some entries that are about these persons, as told: not who else knew of them."""

    def elsewhere(self, persons: Sequence[str], entries: Iterable[str]) -> Mapping[str, Elsewhere]:
        """Those of some entries of the family that are not about these persons: whom to ask about each."""

    def owed(self, persons: Sequence[str]) -> Sequence[Listed]:
        """What is owed towards some persons, by any agency, first due first."""

    def notices(self, family: str) -> Sequence[NoticeHeld]:
        """What still awaits the reader or their whole agency about a family, the latest first."""


class Readings(Protocol):
    """The shared record, to be read; `now` is seconds UTC."""

    def reading(self, actor: Actor, now: int) -> AbstractContextManager[Reading]:
        """Read a child's record in somebody's name."""

    def listing(self, actor: Actor, now: int) -> AbstractContextManager[Listing]:
        """Read what awaits somebody and their agency."""

    def overseeing(self, actor: Actor) -> AbstractContextManager[Oversight]:
        """Read who looked, and what was opened without standing."""
