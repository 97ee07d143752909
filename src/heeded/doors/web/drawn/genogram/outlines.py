"""Outlines: a line around those who live together, around nobody else, through the gaps between rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from heeded.doors.web.drawn.genogram.kin import Home
from heeded.doors.web.drawn.genogram.places import Box, Places

INSET = 3.0
_AROUND = 4.0
Point = tuple[float, float]
Edge = tuple[Point, Point]


def outline(home: Home, places: Places, number: int = 0) -> tuple[tuple[Point, ...], ...]:
    """The rings around the members of a household; outlines of different `number` lie beside each other.

    Where those of two rows next to each other live together, one ring takes them in by way of the gap.
    """
    by = INSET * (number % 3)
    runs = [_runs(row, home.members, places) for row in places.rows]
    boxes = [_around(box, by) for row in runs for box in row]
    for place, (upper, lower) in enumerate(pairwise(runs)):
        if upper and lower:
            top, bottom = places.bands[place].bottom, places.bands[place + 1].top
            boxes.append(_passage(top, bottom, [_around(box, by) for box in (*upper, *lower)]))
    return rings(boxes)


def _around(box: Box, by: float) -> Box:
    """A little more than those in it upward and downward, within the gaps, and a little less to the sides."""
    return Box(
        box.left + 1 + by, box.top - _AROUND + by / 2, box.right - 1 - by, box.bottom + _AROUND - by / 2
    )


def _runs(row: Sequence[str], members: frozenset[str], places: Places) -> list[Box]:
    """Those of a row who stand side by side, each run a box."""
    boxes = []
    for inside, run in groupby(row, key=lambda who: who in members):
        if inside:
            cells = [places.cell(who) for who in run]
            boxes.append(Box(cells[0].left, cells[0].top, cells[-1].right, cells[0].bottom))
    return boxes


def _passage(top: float, bottom: float, boxes: Iterable[Box]) -> Box:
    """The part of a gap that joins the runs above and beneath it: no wider than it takes."""
    held = list(boxes)
    left, right = max(box.left for box in held), min(box.right for box in held)
    narrow = 60.0
    if right - left < narrow:
        left, right = min(left, right - narrow), max(right, left + narrow)
        left, right = max(left, min(box.left for box in held)), min(right, max(box.right for box in held))
    return Box(left, top + 1, right, bottom - 1)


def rings(boxes: Sequence[Box]) -> tuple[tuple[Point, ...], ...]:
    """The rings around all that some boxes cover together."""
    xs = sorted({x for box in boxes for x in (box.left, box.right)})
    ys = sorted({y for box in boxes for y in (box.top, box.bottom)})

    def covered(column: int, row: int) -> bool:
        if not (0 <= column < len(xs) - 1 and 0 <= row < len(ys) - 1):
            return False
        x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
        return any(box.left < x < box.right and box.top < y < box.bottom for box in boxes)

    edges: list[Edge] = []
    for column in range(len(xs) - 1):
        for row in range(len(ys) - 1):
            if covered(column, row):
                left, right, top, bottom = xs[column], xs[column + 1], ys[row], ys[row + 1]
                sides = (
                    ((0, -1), ((left, top), (right, top))),
                    ((1, 0), ((right, top), (right, bottom))),
                    ((0, 1), ((right, bottom), (left, bottom))),
                    ((-1, 0), ((left, bottom), (left, top))),
                )
                edges += [edge for (dx, dy), edge in sides if not covered(column + dx, row + dy)]
    return tuple(_chained(edges))


def _chained(edges: list[Edge]) -> Iterable[tuple[Point, ...]]:
    """Edges put end to end into rings, without the points at which they only go on straight."""
    onward: dict[Point, list[Point]] = {}
    for start, end in edges:
        onward.setdefault(start, []).append(end)
    while onward:
        begin = min(onward)
        ring, here = [begin], begin
        while True:
            ends = onward[here]
            there = ends.pop()
            if not ends:
                del onward[here]
            if there == begin:
                break
            ring.append(there)
            here = there
        yield _corners(ring)


def _corners(ring: list[Point]) -> tuple[Point, ...]:
    around = [*ring[-1:], *ring, *ring[:1]]
    return tuple(
        here
        for before, here, after in zip(around, around[1:], around[2:], strict=False)
        if not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1])
    )
