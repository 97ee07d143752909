"""A tube: a line with a width along it, of which limbs, trunks and heads are drawn, patch by patch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, pi, radians, sin

Point = tuple[float, float]
Polygon = tuple[Point, ...]
_STEPS, _FINE = 7, 31


@dataclass(frozen=True, slots=True)
class Tube:
    """A line through points, and half its width at shares of its length (from 0 to 1, rising)."""

    axis: tuple[Point, ...]
    widths: tuple[tuple[float, float], ...]

    def outline(self, start: float = 0, end: float = 1) -> Polygon:
        """The whole width of it between two shares of its length, finely."""
        return self.patch(start, end, steps=_FINE)

    def patch(
        self, start: float, end: float, low: float = -1, high: float = 1, steps: int = _STEPS
    ) -> Polygon:
        """The part of it between two shares of its length, and of its width from -1 to 1.

        Seen along a line that runs down the page, 1 is on the right.
        """
        shares = [start + (end - start) * step / (steps - 1) for step in range(steps)]
        there = [self.at(share, high) for share in shares]
        back = [self.at(share, low) for share in reversed(shares)]
        return (*there, *back)

    def at(self, share: float, across: float) -> Point:
        """The point at a share of its length and of its width."""
        (x, y), (dx, dy) = self._point(share), self._direction(share)
        half = self.half(share) * across
        return (x + dy * half, y - dx * half)

    def half(self, share: float) -> float:
        """Half its width at a share of its length."""
        knots = self.widths
        for (before, narrow), (after, wide) in pairwise(knots):
            if share <= after:
                part = (1 - cos(pi * (share - before) / (after - before))) / 2
                return narrow + (wide - narrow) * part
        return knots[-1][1]

    def _point(self, share: float) -> Point:
        lengths = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(self.axis)]
        left = share * sum(lengths)
        for (start, end), length in zip(pairwise(self.axis), lengths, strict=True):
            if left <= length or end is self.axis[-1]:
                part = left / length
                return (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
            left -= length
        return self.axis[-1]

    def _direction(self, share: float) -> Point:
        near = 0.06
        (ax, ay), (bx, by) = self._point(max(0, share - near)), self._point(min(1, share + near))
        length = hypot(bx - ax, by - ay)
        return ((bx - ax) / length, (by - ay) / length)


def ring(
    centre: Point, radii: Point, inner: float, outer: float, begin: float, end: float, steps: int = 14
) -> Polygon:
    """A part of a ring around a centre, between two shares of its radii and two angles in degrees."""
    angles = [radians(begin + (end - begin) * step / (steps - 1)) for step in range(steps)]

    def along(share: float, turns: Sequence[float]) -> list[Point]:
        return [
            (centre[0] + share * radii[0] * cos(turn), centre[1] + share * radii[1] * sin(turn))
            for turn in turns
        ]

    if not inner:
        return tuple(along(outer, angles))
    return (*along(outer, angles), *along(inner, angles[::-1]))


def arch(centre: Point, half: float, top: float, bottom: float, steps: int = 11) -> Polygon:
    """What lies between two arcs that meet at both ends: `top` and `bottom` say how far each bulges down."""
    shares = [-1 + 2 * step / (steps - 1) for step in range(steps)]
    above = [(centre[0] + half * u, centre[1] + top * (1 - u * u)) for u in shares]
    below = [(centre[0] + half * u, centre[1] + bottom * (1 - u * u)) for u in reversed(shares)]
    return (*above, *below)


def box(left: float, top: float, right: float, bottom: float) -> Polygon:
    """A rectangle."""
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def mirrored(polygon: Polygon) -> Polygon:
    """The same on the other side of the middle."""
    return tuple((-x, y) for x, y in polygon)


def moved(polygon: Polygon, right: float, down: float) -> Polygon:
    """The same elsewhere."""
    return tuple((x + right, y + down) for x, y in polygon)


def smooth(points: Polygon, steps: int = 5, *, closed: bool = True) -> Polygon:
    """A curve through points, after Catmull and Rom."""
    many = len(points)
    last = many if closed else many - 1
    found: list[Point] = []
    for place in range(last):
        before, start, end, after = (
            points[(place + shift) % many if closed else min(max(place + shift, 0), many - 1)]
            for shift in (-1, 0, 1, 2)
        )
        for step in range(steps):
            t = step / steps
            found.append(
                (
                    _between(before[0], start[0], end[0], after[0], t),
                    _between(before[1], start[1], end[1], after[1], t),
                )
            )
    return tuple(found) if closed else (*found, points[-1])


def _between(before: float, start: float, end: float, after: float, t: float) -> float:
    return 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t**2
        + (3 * start - before - 3 * end + after) * t**3
    )


def scaled(polygon: Polygon, by: float) -> Polygon:
    """The same, larger or smaller."""
    return tuple((x * by, y * by) for x, y in polygon)
