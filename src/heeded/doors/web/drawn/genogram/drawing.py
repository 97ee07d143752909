"""The drawing of a genogram: signs, words and lines where places and routes put them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from heeded.doors.web.drawn import shapes
from heeded.doors.web.drawn.genogram.generations import generations
from heeded.doors.web.drawn.genogram.kin import Figure, Kin
from heeded.doors.web.drawn.genogram.order import Row, ordered, rows_of, settled
from heeded.doors.web.drawn.genogram.outlines import outline
from heeded.doors.web.drawn.genogram.places import EDGE, HALF, LEADING, Places, bands, widths
from heeded.doors.web.drawn.genogram.routes import Plan, Route, Router, plan
from heeded.doors.web.drawn.genogram.unions import Drawn, drawn

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A family laid out: where everybody stands, every line, and how many lines contradict the rest."""

    places: Places
    routes: tuple[Route, ...]
    outlines: tuple[tuple[bool, tuple[Point, ...]], ...]
    width: float
    height: float
    left_out: int


def laid_out(kin: Kin) -> LaidOut:
    """Where everything lies, the same in whatever order the family is told."""
    generation = generations(kin)
    lines = drawn(kin, generation)
    rows, at, wide, how = _across(kin, rows_of(kin, generation), lines)
    router = Router(rows, at, wide, lines, how)
    gaps = [gap.height(first=not number) for number, gap in enumerate(router.gaps)]
    gaps[0] += EDGE
    places = Places(
        rows=tuple(map(tuple, rows)),
        at={who: x + EDGE for who, x in at.items()},
        widths=wide,
        bands=bands(kin, rows, gaps),
        lines={each.id: len(each.lines) for each in kin.figures},
    )
    return LaidOut(
        places=places,
        routes=tuple(_moved(each) for each in router.routes(places)),
        outlines=tuple(
            (home.own, ring)
            for number, home in enumerate(kin.homes)
            if home.members
            for ring in outline(home, places, number)
        ),
        width=max((at[who] + wide[who] / 2 for who in at), default=0.0) + 2 * EDGE,
        height=(places.bands[-1].bottom if places.bands else 0.0) + EDGE,
        left_out=lines.left_out,
    )


def genogram(kin: Kin, id_: str, title: str, told: str) -> shapes.Drawing:
    """The genogram of a family; `told` says in words what it shows."""
    laid = laid_out(kin)
    lines = sorted(laid.routes, key=lambda each: each.broken)
    return shapes.Drawing(
        id=id_,
        title=title,
        told=told,
        width=round(laid.width),
        height=round(laid.height),
        strokes=(
            *(shapes.Stroke(f"{shapes.line(ring)}z", _home(own=own)) for own, ring in laid.outlines),
            *(stroke for route in lines for stroke in _strokes(route)),
        ),
        words=tuple(
            shapes.Words(x, y - 6, route.label, "drawn-small")
            for route in lines
            if route.label
            for x, y in [route.label_at]
        ),
        marks=tuple(_sign(kin.by_id[who], laid.places) for row in laid.places.rows for who in row),
        left_out=laid.left_out,
    )


def _across(
    kin: Kin, rows: Sequence[Row], lines: Drawn
) -> tuple[list[Row], dict[str, float], dict[str, float], Plan]:
    """The order and the places along the rows, wide enough for the lines that run down beside each sign."""
    narrow = widths(kin, {})
    found = ordered(kin, rows, lines, narrow)
    at = settled(found, lines, narrow)
    how = plan(found, at, lines)
    wide = widths(kin, how.tracks)
    return found, {who: float(round(x)) for who, x in settled(found, lines, wide).items()}, wide, how


def _moved(route: Route) -> Route:
    """The same line in the drawing, whose left edge is clear."""
    x, y = route.label_at
    cut = (route.cut[0] + EDGE, route.cut[1]) if route.cut else None
    points = tuple((px + EDGE, py) for px, py in route.points)
    return replace(route, points=points, label_at=(x + EDGE, y), cut=cut)


def _home(*, own: bool) -> str:
    return "drawn-home" if own else "drawn-home drawn-other"


def _strokes(route: Route) -> Iterator[shapes.Stroke]:
    style = f"drawn-line drawn-{route.kind}{' drawn-broken' if route.broken else ''}"
    yield shapes.Stroke(shapes.line(route.points), style)
    if route.cut:
        x, y = route.cut
        yield shapes.Stroke(shapes.line(((x + 10, y + 8), (x + 20, y - 8))), "drawn-line")


def _sign(figure: Figure, places: Places) -> shapes.Mark:
    box = places.sign(figure.id)
    x, y = places.at[figure.id], box.top + HALF
    inside = (shapes.Words(x, y + 5, figure.inside, "drawn-inside"),) if figure.inside else ()
    words = (
        shapes.Words(
            x, box.bottom + 4 + LEADING * number, text, "drawn-name" if number == 1 else "drawn-words"
        )
        for number, text in enumerate(figure.lines, start=1)
    )
    return shapes.Mark(
        label=figure.label,
        leads_to=figure.leads_to,
        strokes=tuple(_signs(figure, x, y)),
        words=(*inside, *words),
    )


def _signs(figure: Figure, x: float, y: float) -> Iterable[shapes.Stroke]:
    """A square for a man or a boy, a circle for a woman or a girl, a diamond where it is not known.

    The child whose genogram it is has a double line; who has died is crossed through.
    """
    yield shapes.Stroke(_shape(figure.sex, x, y, HALF), "drawn-sign")
    if figure.index:
        yield shapes.Stroke(_shape(figure.sex, x, y, HALF - 4), "drawn-sign")
    if figure.dead:
        far = HALF * (0.7 if figure.sex == "female" else 0.5 if not figure.sex else 1)
        yield shapes.Stroke(
            shapes.line(((x - far, y - far), (x + far, y + far)))
            + shapes.line(((x - far, y + far), (x + far, y - far))),
            "drawn-line",
        )


def _shape(sex: str, x: float, y: float, half: float) -> str:
    if sex == "male":
        return shapes.box(x - half, y - half, 2 * half, 2 * half)
    return shapes.ring(x, y, half) if sex == "female" else shapes.diamond(x, y, half)
