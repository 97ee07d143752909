"""What waits in the record for its moment: families to be judged again though nobody reports anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from heeded.casework.ports.notices import Notice


@dataclass(frozen=True, slots=True)
class Wake:
    """A moment (seconds UTC) at which a family is to be judged again; its id names no family."""

    id: int
    at: int


class Waiting(Protocol):
    """What waits."""

    def wakes(self, until: int, most: int) -> Sequence[Wake]:
        """The wakes whose moment (seconds UTC) has come, the earliest first, no more than so many."""


class Reviews(Protocol):
    """Reviews of looks that were taken without standing."""

    def agencies(self) -> Sequence[str]:
        """Every agency, by id."""

    def overdue(self, agency: str, now: int, told_since: int) -> Sequence[str]:
        """The children whose review in an agency is overdue now, and was not told since (seconds UTC)."""

    def tell(self, agency: str, notices: Sequence[Notice]) -> None:
        """Put notices to an agency in the outbox."""
