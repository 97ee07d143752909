"""Tests of the figures: every region has its shape in each, inside its box, and none hides another."""

from __future__ import annotations

from functools import cache

import pytest

from heeded.core.chronology.body import BY_NAME, REGIONS, Side
from heeded.doors.web.body import FIGURES, Figure, figure_for
from heeded.doors.web.body.drawn import drawn
from heeded.doors.web.body.tube import Point, Polygon, mirrored
from heeded.doors.web.body.view import View

VIEWS = [(figure, view) for figure in FIGURES.values() for view in figure.views]
NAMED = [f"{figure.name} {view.name}" for figure, view in VIEWS]
MOST_HIDDEN = 0.04
"""The share of a shape that may lie under its neighbours."""
LEAST_AREA = 12.0
"""Square units of the drawing, of which a figure is 420 high."""


def inside(point: Point, polygon: Polygon) -> bool:
    """Whether a point lies in a polygon, by the even-odd rule."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def area(polygon: Polygon) -> float:
    """The area of a polygon."""
    turns = zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in turns)) / 2


@cache
def samples(polygon: Polygon) -> tuple[Point, ...]:
    """Points spread over a polygon."""
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    left, top, wide, high = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    grid = [(left + wide * (i + 0.5) / 12, top + high * (j + 0.5) / 12) for i in range(12) for j in range(12)]
    return tuple(point for point in grid if inside(point, polygon))


def hidden(view: View, region: str) -> float:
    """The share of a region's shape that lies under shapes of other regions."""
    others = [each for name, parts in view.shapes.items() if name != region for each in parts]
    points = [point for each in view.shapes[region] for point in samples(each)]
    return sum(any(inside(point, other) for other in others) for point in points) / len(points)


@pytest.mark.parametrize("figure", FIGURES.values(), ids=lambda figure: figure.name)
def test_every_region_has_one_shape_in_one_view_of_each_figure(figure: Figure) -> None:
    drawn_ = [region for view in figure.views for region in view.shapes]
    assert sorted(drawn_) == sorted(BY_NAME)
    assert all(region in figure.view_of(region).shapes for region in BY_NAME)


@pytest.mark.parametrize(("figure", "view"), VIEWS, ids=NAMED)
def test_every_shape_lies_in_its_box_and_can_be_hit(figure: Figure, view: View) -> None:  # noqa: ARG001 - named by it
    left, top, wide, high = view.bounds
    for region, parts in view.shapes.items():
        assert sum(area(each) for each in parts) > LEAST_AREA, region
        for x, y in (point for each in parts for point in each):
            assert left < x < left + wide, region
            assert top < y < top + high, region


@pytest.mark.parametrize(("figure", "view"), VIEWS, ids=NAMED)
def test_no_shape_hides_another(figure: Figure, view: View) -> None:  # noqa: ARG001 - named by it
    assert {region: share for region in view.shapes if (share := hidden(view, region)) > MOST_HIDDEN} == {}


def test_the_watch_sees_a_shape_under_another() -> None:
    view = View("v", "v", "")
    view.draw("a", ((0, 0), (10, 0), (10, 10), (0, 10)))
    view.draw("b", ((5, 0), (15, 0), (15, 10), (5, 10)))
    assert hidden(view, "a") == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize(("figure", "view"), VIEWS, ids=NAMED)
def test_left_and_right_mirror_each_other_in_a_view_that_shows_both(figure: Figure, view: View) -> None:  # noqa: ARG001 - named by it
    for region, parts in view.shapes.items():
        twin = region.replace("left", "right")
        if BY_NAME[region].side is Side.LEFT and twin in view.shapes:
            assert {*map(mirrored, parts)} == {*view.shapes[twin]}


@pytest.mark.parametrize(("figure", "view"), VIEWS, ids=NAMED)
def test_the_childs_left_is_where_the_view_says(figure: Figure, view: View) -> None:  # noqa: ARG001 - named by it
    def across(region: str) -> float:
        points = [x for part in view.shapes[region] for x, _ in part]
        return sum(points) / len(points)

    on_the_right = "left is on the right" in view.note
    for region in view.shapes:
        twin = region.replace("left", "right")
        if BY_NAME[region].side is Side.LEFT and twin in view.shapes and "left is on" in view.note:
            assert (across(region) > across(twin)) == on_the_right, region


@pytest.mark.parametrize(
    ("months", "name"),
    [(None, "toddler"), (0, "baby"), (11, "baby"), (12, "toddler"), (47, "toddler"), (48, "child")],
)
def test_the_figure_for_an_age(months: int | None, name: str) -> None:
    assert figure_for(months).name == name


def test_a_mark_stands_on_its_region_and_one_known_roughly_stands_about() -> None:
    views = drawn(FIGURES["toddler"], {"left cheek": [1], "torso": [2]})
    shapes = {shape.region: shape for view in views for shape in view.shapes}
    assert (shapes["left cheek"].marks, shapes["left cheek"].somewhere) == ((1,), ())
    assert (shapes["left chest"].marks, shapes["left chest"].somewhere) == ((), (2,))
    assert (shapes["right cheek"].marks, shapes["right cheek"].somewhere) == ((), ())
    assert {view.id.removeprefix("toddler-") for view in views if view.marks} == {
        *("face", "front", "back", "left-side", "right-side")
    }


def test_shapes_come_from_the_head_downward() -> None:
    names = [region.name for region in REGIONS]
    for view in drawn(FIGURES["child"]):
        places = [names.index(shape.region) for shape in view.shapes]
        assert places == sorted(places)
