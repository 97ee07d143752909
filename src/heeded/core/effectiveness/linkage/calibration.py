"""Whether weights mean what they say: what they claim, and how often it was so."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.effectiveness.linkage.pairs import Weighing
from heeded.core.effectiveness.share import Share, share

BANDS = (0.0, 0.5, 0.9, 0.95, 0.99, 0.999)
"""Where each band of claimed probability begins."""

FAR = 60.0
"""From what odds (base 2) on a probability is 1, or nothing, for all that a number can hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Pairs whose claimed probability lies from `low` (included) to `high`, and what share truly is one.

    `within` is the same of pairs within one family: there weights claim too much, as the two share so much.
    """

    low: float
    high: float
    true: Share | None
    within: Share | None


def calibration(weighing: Weighing) -> tuple[Band, ...]:
    """The bands. A weight claims the odds of any pair, times what speaks for it (base 2: the two added)."""
    prior = weighing.prior
    told = [
        (_probability(pair.weight + prior), pair.true, _within(weighing, pair.one, pair.other))
        for pair in weighing.pairs
    ]
    bands = []
    for low, high in zip(BANDS, (*BANDS[1:], 1.0), strict=True):
        held = [
            (true, within) for claimed, true, within in told if low <= claimed < high or _top(claimed, high)
        ]
        inside = [true for true, within in held if within]
        every = share(sum(true for true, _ in held), len(held))
        bands.append(Band(low=low, high=high, true=every, within=share(sum(inside), len(inside))))
    return tuple(bands)


def _top(claimed: float, high: float) -> bool:
    return claimed == high == 1.0


def _within(weighing: Weighing, one: int, other: int) -> bool:
    mine, theirs = weighing.people[one], weighing.people[other]
    return bool(mine.family) and mine.family == theirs.family


def _probability(odds: float) -> float:
    return float(odds > 0) if abs(odds) > FAR else 1 / (1 + 2**-odds)
