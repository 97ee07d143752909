"""A view of the body: its regions as shapes, the lines that help to find them, and its bounds."""

from __future__ import annotations

from dataclasses import dataclass, field

from heeded.doors.web.body.tube import Point, Polygon, mirrored

_MARGIN = 6.0


@dataclass(frozen=True, slots=True)
class View:
    """One side from which the body is seen; `lines` are drawn and stand for nothing.

    `note` says whose left and right they are, where that helps.
    """

    name: str
    title: str
    note: str
    shapes: dict[str, tuple[Polygon, ...]] = field(default_factory=dict)
    lines: list[Polygon] = field(default_factory=list)

    def draw(self, region: str, *polygons: Polygon) -> None:
        """Draw a region, or a further part of it."""
        self.shapes[region] = (*self.shapes.get(region, ()), *polygons)

    def draw_both(self, region: str, *polygons: Polygon, left_is: float = 1) -> None:
        """Draw a region of both sides (`$` in its name), given as on the right of the page.

        `left_is` is 1 where the child's left is on the right of the page, and -1 where it is on its left.
        """
        here, there = ("left", "right") if left_is > 0 else ("right", "left")
        self.draw(region.replace("$", here), *polygons)
        self.draw(region.replace("$", there), *(mirrored(each) for each in polygons))

    def line_both(self, *polygons: Polygon) -> None:
        """Draw lines on both sides."""
        self.lines.extend(polygons)
        self.lines.extend(mirrored(each) for each in polygons)

    def seen_from_the_other_side(self, name: str, title: str, note: str) -> View:
        """The view of the other side of the body: mirrored, with left and right exchanged."""
        turned = {
            region.replace("left", "right"): tuple(mirrored(each) for each in polygons)
            for region, polygons in self.shapes.items()
        }
        return View(name, title, note, turned, [mirrored(each) for each in self.lines])

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Its left, top, width and height, with a margin."""
        points: list[Point] = [
            point
            for polygon in (*self.lines, *(each for parts in self.shapes.values() for each in parts))
            for point in polygon
        ]
        left, right = min(x for x, _ in points) - _MARGIN, max(x for x, _ in points) + _MARGIN
        top, bottom = min(y for _, y in points) - _MARGIN, max(y for _, y in points) + _MARGIN
        return (left, top, right - left, bottom - top)
