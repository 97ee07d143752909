"""Views of the body as pages draw them: shapes as paths, each with its region's name and its marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from heeded.core.chronology.body import REGIONS, within
from heeded.doors.web.body.figure import FIGURES, Figure
from heeded.doors.web.body.tube import Point, Polygon
from heeded.doors.web.body.view import View

_SCALE: Mapping[str, float] = {"face": 1.7, "left-of-head": 1.7, "right-of-head": 1.7, "mouth": 1.7}
_COLUMN = 300
_IN_ORDER = tuple(region.name for region in REGIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeDrawn:
    """A region in a view: its path, where a number stands on it, and the marks that it bears.

    `somewhere` are marks of which only a wider place is known: they may be here or beside it. `new` says
    that one of all these is new where some are old; `said` that the word stands here.
    """

    region: str
    path: str
    centre: Point
    marks: tuple[int, ...] = ()
    somewhere: tuple[int, ...] = ()
    new: bool = False
    said: bool = False

    @property
    def numbers(self) -> str:
        """The numbers of its marks as they stand on it; where it bears none, of those known roughly."""
        return ", ".join(map(str, self.marks or self.somewhere))


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewDrawn:
    """A view: its box, its size on the page, its lines and its shapes, from the head downward.

    `outlines` are those of all shapes together, for a page that draws them once and marks often.
    """

    id: str
    title: str
    note: str
    box: str
    width: int
    height: int
    lines: str
    outlines: str
    shapes: tuple[ShapeDrawn, ...]

    @property
    def marks(self) -> tuple[int, ...]:
        """The numbers of the marks that it shows, in order."""
        return tuple(sorted({mark for shape in self.shapes for mark in (*shape.marks, *shape.somewhere)}))

    @property
    def broad(self) -> bool:
        """Whether it is broader than a column of figures."""
        return self.width > _COLUMN

    @property
    def roughly(self) -> str:
        """The numbers of the marks that stand somewhere in it."""
        found = {mark for shape in self.shapes for mark in shape.somewhere}
        return ", ".join(map(str, sorted(found)))


def drawn(
    figure: Figure, marked: Mapping[str, Iterable[int]] | None = None, new: frozenset[int] = frozenset()
) -> tuple[ViewDrawn, ...]:
    """Every view of a figure; `marked` gives the numbers of the marks on a region or on a wider word.

    The marks whose numbers are in `new` are told from the others: by a word where each first stands in a
    view.
    """
    on: dict[str, list[int]] = {}
    near: dict[str, list[int]] = {}
    for word, numbers in (marked or {}).items():
        for region in within(word):
            (on if region.name == word else near).setdefault(region.name, []).extend(numbers)
    return tuple(_told_apart(_marked(view, on, near), new) for view in _plain(figure.name))


@cache
def _plain(name: str) -> tuple[ViewDrawn, ...]:
    """Every view of the figure of that name, without marks."""
    return tuple(_view(name, view) for view in FIGURES[name].views)


def _view(figure: str, view: View) -> ViewDrawn:
    left, top, wide, high = view.bounds
    scale = _SCALE.get(view.name, 1.25)
    return ViewDrawn(
        id=f"{figure}-{view.name}",
        title=view.title,
        note=view.note,
        box=f"{left:.0f} {top:.0f} {wide:.0f} {high:.0f}",
        width=round(wide * scale),
        height=round(high * scale),
        lines=path(view.lines),
        outlines=path(each for parts in view.shapes.values() for each in parts),
        shapes=tuple(
            ShapeDrawn(region=region, path=path(view.shapes[region]), centre=_centre(view.shapes[region][0]))
            for region in _IN_ORDER
            if region in view.shapes
        ),
    )


def _marked(view: ViewDrawn, on: Mapping[str, list[int]], near: Mapping[str, list[int]]) -> ViewDrawn:
    if not any(shape.region in on or shape.region in near for shape in view.shapes):
        return view
    return replace(
        view,
        shapes=tuple(
            replace(
                shape,
                marks=tuple(sorted(set(on.get(shape.region, ())))),
                somewhere=tuple(sorted(set(near.get(shape.region, ())))),
            )
            for shape in view.shapes
        ),
    )


def _told_apart(view: ViewDrawn, new: frozenset[int]) -> ViewDrawn:
    if new.isdisjoint(view.marks):
        return view
    shapes, said = [], set[int]()
    for shape in view.shapes:
        fresh = new.intersection((*shape.marks, *shape.somewhere))
        shapes.append(replace(shape, new=bool(fresh), said=not fresh <= said))
        said |= fresh
    return replace(view, shapes=tuple(shapes))


def path(polygons: Iterable[Polygon]) -> str:
    """Polygons as the data of an SVG path."""
    return "".join(f"M{' '.join(f'{x:.1f},{y:.1f}' for x, y in polygon)}Z" for polygon in polygons)


def _centre(polygon: Polygon) -> Point:
    xs, ys = zip(*polygon, strict=True)
    return (round(sum(xs) / len(xs), 1), round(sum(ys) / len(ys), 1))
