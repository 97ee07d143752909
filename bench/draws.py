"""Seeded random draws for the generated log: delays, moments in the working day, coin tosses."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

HOUR = 3600
DAY = 24 * HOUR


class Draws:
    """A seeded source of the draws that the log's story needs. Times are seconds."""

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng(seed)

    def chance(self, probability: float, size: int) -> Flags:
        """True with the given probability, `size` times."""
        return np.asarray(self._rng.random(size) < probability)

    def counts(self, mean: float, size: int) -> Ints:
        """How many times something happens: Poisson counts with the given mean."""
        return self._rng.poisson(mean, size).astype(np.int64)

    def moments(self, first: int, last: int, size: int) -> Ints:
        """Moments spread evenly from `first` to `last` (UTC seconds)."""
        return self._rng.integers(first, last, size, dtype=np.int64)

    def wait(self, mean_days: float, size: int, shape: float = 4.0) -> Ints:
        """Waiting times with a gamma spread; a larger `shape` keeps them nearer the mean."""
        days = self._rng.gamma(shape, mean_days / shape, size)
        return (days * DAY).astype(np.int64) + 60

    def prompt_or_slow(self, prompt: float, prompt_days: float, slow_days: float, size: int) -> Ints:
        """A share `prompt` answers within about `prompt_days`; the rest take about `slow_days`."""
        quick = self.wait(prompt_days, size, shape=2.0)
        slow = self.wait(slow_days, size, shape=2.0)
        return np.where(self.chance(prompt, size), quick, slow)

    def pick(self, choices: int, weights: Sequence[float], size: int) -> Ints:
        """A number below `choices`, drawn with the given weights."""
        share = np.asarray(weights) / sum(weights)
        return self._rng.choice(choices, size, p=share).astype(np.int64)

    def within(self, limit: int, size: int) -> Ints:
        """Whole numbers from 0 to `limit` - 1."""
        return self._rng.integers(0, limit, size, dtype=np.int64)
