"""Seeded chance, for drawing rules and families."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

T = TypeVar("T")


class Chance:
    """A seeded source of choices; the same seed gives the same rules and families."""

    def __init__(self, *seed: int) -> None:
        self._rng = np.random.default_rng(seed)
        self._stock: list[float] = []

    def share(self) -> float:
        """A number from 0 to 1."""
        if not self._stock:
            self._stock = self._rng.random(512).tolist()
        return self._stock.pop()

    def hit(self, probability: float) -> bool:
        """Whether something of that probability happens."""
        return self.share() < probability

    def below(self, limit: int) -> int:
        """A whole number from 0 to `limit` - 1."""
        return int(self.share() * limit)

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + self.below(high - low + 1)

    def one(self, choices: Sequence[T]) -> T:
        """One of them."""
        return choices[self.below(len(choices))]

    def some(self, choices: Sequence[T], least: int = 1, most: int = 3) -> tuple[T, ...]:
        """A few of them, each at most once, in their order."""
        wanted = min(self.between(least, most), len(choices))
        left = list(range(len(choices)))
        taken = sorted(left.pop(self.below(len(left))) for _ in range(wanted))
        return tuple(choices[place] for place in taken)

    def maybe(self, probability: float, value: T) -> T | None:
        """The value, or nothing."""
        return value if self.hit(probability) else None
