"""What waits in the record for its moment: families to be judged again though nobody reports anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from heeded.casework.ports.glass import Glass
from heeded.casework.ports.notices import Notice
from heeded.core.access import Actor


@dataclass(frozen=True, slots=True)
class Wake:
    """A moment (seconds UTC) at which a family is to be judged again; its id names no family."""

    id: int
    at: int


class Waiting(Protocol):
    """What waits."""

    def wakes(self, until: int, most: int) -> Sequence[Wake]:
        """The wakes whose moment (seconds UTC) has come, the earliest first, no more than so many."""


@dataclass(frozen=True, slots=True)
class Unreviewed:
    """A glass that nobody has settled, who broke it, and the agencies to which its review was given."""

    glass: Glass
    looker: Actor
    given: frozenset[str]


class Reviews(Protocol):
    """Reviews of looks that were taken without standing."""

    def agencies(self) -> Sequence[str]:
        """Every agency, by id."""

    def overdue(self, agency: str, now: int, told_since: int) -> Sequence[str]:
        """The children whose review in an agency is overdue now, and was not told since (seconds UTC)."""

    def unreviewed(self, agency: str) -> Sequence[Unreviewed]:
        """The glasses broken in an agency that nobody has settled, with who broke each."""

    def officers(self) -> tuple[Sequence[Actor], frozenset[str]]:
        """Every named officer, with those above them, and the agencies (by id) that keep the hub."""

    def refer(self, glass: str, agency: str, now: int) -> None:
        """Put down that an agency's named officers review a glass."""

    def tell(self, agency: str, notices: Sequence[Notice]) -> None:
        """Put notices to an agency in the outbox."""
