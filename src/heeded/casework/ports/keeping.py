"""Keeping: an agency's records of people, the holds on them, and how what is due is erased."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from heeded.core.access.retention import Hold
from heeded.core.chronology.entry import Entry


@dataclass(frozen=True, slots=True)
class Own:
    """An agency's own record of one person: its entries as told, the latest birth date that was told of them.

    `last` is when it last told or received anything of them (seconds UTC), `upto` its last place in the log.
    """

    child: str
    entries: tuple[Entry, ...]
    born: date | None
    last: int
    upto: int

    @property
    def count(self) -> int:
        """How many entries it has."""
        return len(self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A disposal that one person reviewed: by which rule, and the record as it stood (seconds UTC).

    `done_by` is who carried it out; empty while it awaits a second person.
    """

    id: str
    agency: str
    child: str
    rule: str
    because: str
    entries: int
    upto: int
    by: str
    at: int
    done_by: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A hold with its number, by which it is lifted."""

    number: int
    hold: Hold


@dataclass(frozen=True, slots=True)
class Gone:
    """What was erased: places in the log, the people of whom nothing is left, and whom others still describe.

    `index` is the place of the erasure itself; `wake` has the family judged again. `described` are people
    whose description by this agency stays, because others' records rest on it.
    """

    leaves: tuple[int, ...]
    index: int
    wake: int
    people: tuple[str, ...]
    described: tuple[str, ...]


class Erasing(Protocol):
    """One transaction of erasing: the family is locked, and no hold can be placed meanwhile."""

    @property
    def reviewed(self) -> Reviewed | None:
        """What was reviewed; None where the agency has no such review."""

    @property
    def own(self) -> Own | None:
        """The agency's record as it stands now; None where there is nothing of it."""

    @property
    def holds(self) -> Sequence[Hold]:
        """Every hold that was ever placed and stands."""

    def erase(self, entries: Iterable[str], ground: str, by: str) -> Gone:
        """Destroy the content and salts of these entries and whatever repeats them; seal that it was done."""


class Keeping(Protocol):
    """The record as retention sees it."""

    def owns(self, agency: str, after: str, limit: int) -> Sequence[Own]:
        """An agency's records of people, in the order of the people's ids, from after one of them on."""

    def own(self, agency: str, child: str) -> Own | None:
        """An agency's record of one person; None where it has none."""

    def holds(self, now: int) -> Sequence[Placed]:
        """The holds that stand at a moment (seconds UTC)."""

    def put(self, reviewed: Reviewed) -> None:
        """Keep what somebody reviewed, for a second person."""

    def awaiting(self, agency: str) -> Sequence[Reviewed]:
        """What was reviewed in an agency and awaits a second person, the oldest first."""

    def reviewed(self, review: str, agency: str) -> Reviewed | None:
        """One of an agency's reviews; None where it has none of that name."""

    def erasing(self, review: str, agency: str, by: str, now: int) -> AbstractContextManager[Erasing]:
        """Hold the family of a review while it is carried out, at a moment (seconds UTC)."""

    def unwiped(self) -> int:
        """How many erasures still leave freed bytes in the database's files."""


class Holding(Protocol):
    """The holds, to be placed and lifted."""

    def place(self, hold: Hold, now: int) -> int:
        """Place a hold at a moment (seconds UTC); its number. An erasure under way ends first."""

    def lift(self, number: int, by: str, agreed_by: str, because: str, now: int) -> None:
        """Lift a hold at a moment (seconds UTC)."""

    def standing(self, number: int) -> Placed | None:
        """The hold of that number that stands; None where there is none."""
