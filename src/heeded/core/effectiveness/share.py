"""A share of duties, with the interval in which the true share may lie."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

NORMAL_95 = 1.959963984540054
"""The 97.5th percentile of the normal distribution: 95 % lies within that many standard deviations."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, from 0 to 1, with the ends of its 95 % interval.

    The interval is the score interval of E. B. Wilson, "Probable inference, the law of succession,
    and statistical inference", Journal of the American Statistical Association 22 (1927) 209-212,
    without continuity correction. It keeps to 0..1 and stays sensible for small wholes and for
    shares near 0 or 1 (Brown, Cai and DasGupta, Statistical Science 16 (2001) 101-133). It takes
    the duties as independent of each other; several duties of one child may not be, and then the
    true interval is wider.
    """

    part: int
    whole: int
    value: float
    low: float
    high: float


def share(part: int, whole: int) -> Share | None:
    """The share of `part` in `whole` with its 95 % interval; None of nothing.

    ValueError if the part is negative or larger than the whole.
    """
    if not 0 <= part <= whole:
        raise ValueError(f"{part} is no part of {whole}: count both over the same duties.")
    if whole == 0:
        return None
    value, z_squared = part / whole, NORMAL_95**2
    shrunk = (value + z_squared / (2 * whole)) / (1 + z_squared / whole)
    spread = value * (1 - value) / whole + z_squared / (4 * whole**2)
    margin = NORMAL_95 * sqrt(spread) / (1 + z_squared / whole)
    low = 0.0 if part == 0 else max(0.0, shrunk - margin)
    high = 1.0 if part == whole else min(1.0, shrunk + margin)
    return Share(part, whole, value, low, high)
