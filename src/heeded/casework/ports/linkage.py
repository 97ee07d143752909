"""What the record's links come to: how many references make up a person, and how many move each day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from heeded.casework.ports.record import Author


@dataclass(frozen=True, slots=True)
class Moved:
    """How many references were taken for another person than before, on a day (seconds UTC of its beginning).

    `by_record`: because a report gave a number that another carries; `by_people`: on somebody's word.
    """

    day: int
    by_record: int
    by_people: int


class Linkage(Protocol):
    """The links as a whole: no child is named."""

    def sizes(self, author: Author) -> Mapping[int, int]:
        """How many people there are of each number of agencies' references."""

    def moved(self, author: Author, since: int) -> Sequence[Moved]:
        """What moved on each day since a moment (seconds UTC), days on which nothing did left out."""
