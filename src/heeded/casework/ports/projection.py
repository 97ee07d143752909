"""The worklist as a projection of the entries: every family as it stands, to be compared with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from heeded.casework.ports.desks import Laid
from heeded.casework.ports.record import Held


@dataclass(frozen=True, slots=True)
class Standing:
    """A family as the record holds it, and since when (seconds UTC) it waits to be looked at again, if so.

    `cards` are what lies of it on agencies' desks.
    """

    held: Held
    waits: int | None = None
    cards: tuple[Laid, ...] = ()


class Projection(Protocol):
    """Every family of the record."""

    def families(self, most: int) -> Iterator[Sequence[Standing]]:
        """All of them, so many at a time, each lot as it stood at one moment."""

    def count(self) -> int:
        """How many there are."""
