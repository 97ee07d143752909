"""What waits in the record for its moment: families to be judged again though nobody reports anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Wake:
    """A moment (seconds UTC) at which a family is to be judged again; its id names no family."""

    id: int
    at: int


class Waiting(Protocol):
    """What waits."""

    def wakes(self, until: int, most: int) -> Sequence[Wake]:
        """The wakes whose moment (seconds UTC) has come, the earliest first, no more than so many."""
