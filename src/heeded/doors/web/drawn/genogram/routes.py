"""Routes: the lines between people, led beside signs and words and through the gaps between rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import fmean

from heeded.doors.web.drawn.genogram.kin import Couple
from heeded.doors.web.drawn.genogram.places import CLEAR, LANE, MARGIN, TEXT, TRACK, Places
from heeded.doors.web.drawn.genogram.unions import Bar, Drawn, Union

Point = tuple[float, float]
LEFT, RIGHT = -1, 1
_PAIR = 2
_PORTS = (8.0, -8.0, 15.0, -15.0)
"""How far below the middle of a sign lines leave it, the inmost first; the middle is for a partner beside."""
_HANGING = (0.0, 6.0, -6.0, 12.0, -12.0, 18.0, -18.0)
"""How far to the right of a sign's middle lines from above may reach it."""
_NEAR = 4.0


@dataclass(frozen=True, slots=True)
class Exit:
    """A line that leaves a sign at a side and runs down beside it: its track, counted from the inside."""

    who: str
    side: int
    track: int


@dataclass(frozen=True, slots=True)
class Plan:
    """How each couple and each union is led: side by side, or by exits. It needs no measures."""

    beside: frozenset[frozenset[str]]
    couples: Mapping[frozenset[str], tuple[Exit, Exit]]
    alone: Mapping[Union, Exit]

    @property
    def tracks(self) -> dict[str, int]:
        """How many lines run down beside each person, on the side where there are more."""
        every = [*(each for pair in self.couples.values() for each in pair), *self.alone.values()]
        counted = Counter((each.who, each.side) for each in every)
        found: dict[str, int] = {}
        for (who, _), many in counted.items():
            found[who] = max(found.get(who, 0), many)
        return found


@dataclass(frozen=True, slots=True)
class Route:
    """A line as it is drawn; `broken` where it is in doubt, `label` with the point at which it stands."""

    points: tuple[Point, ...]
    kind: str
    broken: bool = False
    label: str = ""
    label_at: Point = (0.0, 0.0)
    cut: Point | None = None


@dataclass(slots=True)
class Lane:
    """A level run in a gap: from where to where, and how deep it comes to lie."""

    left: float
    right: float
    depth: int = 0


@dataclass(slots=True)
class Gap:
    """The gap above a row: brackets of couples in its upper lanes, bars over children in its lower ones."""

    brackets: list[Lane] = field(default_factory=list)
    bars: list[Lane] = field(default_factory=list)

    @property
    def lanes(self) -> tuple[int, int]:
        """How many lanes the brackets, and the bars, need."""
        return _deep(self.brackets), _deep(self.bars)

    def height(self, *, first: bool) -> float:
        """How high the gap is; above the first row, where nothing runs, there is none."""
        many = sum(self.lanes)
        return 2 * CLEAR + LANE * many if many or not first else 0.0

    def level(self, lane: Lane, top: float) -> float:
        """At which height a lane lies, in a gap whose top lies there."""
        above = 0 if any(lane is each for each in self.brackets) else self.lanes[0]
        return top + CLEAR + LANE * (above + lane.depth + 0.5)


def plan(rows: Sequence[Sequence[str]], at: Mapping[str, float], lines: Drawn) -> Plan:
    """By which sides lines leave: toward each other, or toward the children, away from a partner beside."""
    beside = {frozenset(pair) for row in rows for pair in pairwise(row)} & {
        frozenset((each.one, each.other)) for each in lines.couples
    }
    used: Counter[tuple[str, int]] = Counter()

    def leave(who: str, side: int) -> Exit:
        used[who, side] += 1
        return Exit(who, side, used[who, side] - 1)

    couples = {}
    for couple in lines.couples:
        pair = frozenset((couple.one, couple.other))
        if pair not in beside:
            one, other = sorted(pair, key=lambda who: at[who])
            couples[pair] = (leave(one, RIGHT), leave(other, LEFT))
    alone = {}
    for union in lines.unions:
        if len(union.parents) < _PAIR:
            (who,) = union.parents
            aim = fmean(at[child] for child in union.children)
            side = RIGHT if aim > at[who] else LEFT
            if abs(aim - at[who]) < TEXT and used[who, side] > used[who, -side]:
                side = -side
            alone[union] = leave(who, side)
    return Plan(frozenset(beside), couples, alone)


class Router:
    """Leads every line of a drawing whose people stand where they stand."""

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        at: Mapping[str, float],
        widths: Mapping[str, float],
        lines: Drawn,
        how: Plan,
    ) -> None:
        self._at, self._widths, self._lines, self._how = at, widths, lines, how
        self._row = {who: number for number, row in enumerate(rows) for who in row}
        self.gaps = [Gap() for _ in range(len(rows) + 1)]
        self._brackets: dict[frozenset[str], Lane] = {}
        self._bars: dict[Union | Bar, Lane] = {}
        for pair, exits in how.couples.items():
            left, right = sorted(self._track(each) for each in exits)
            lane = Lane(left, right)
            self._brackets[pair] = lane
            self.gaps[self._row[exits[0].who] + 1].brackets.append(lane)
        for union in lines.unions:
            ends = [self._drop(union), *(at[child] for child in union.children)]
            self._add(union, ends, self._row[union.children[0]])
        for bar in lines.bars:
            self._add(bar, [at[who] for who in bar.people], self._row[bar.people[0]])
        for gap in self.gaps:
            _stack(gap.brackets)
            _stack(gap.bars)
        self._ports = self._hung()

    def routes(self, places: Places) -> tuple[Route, ...]:
        """Every line, where its people's rows lie."""
        couples = (self._couple(each, places) for each in self._lines.couples)
        unions = (route for union in self._lines.unions for route in self._union(union, places))
        bars = (route for bar in self._lines.bars for route in self._bar(bar, places))
        return (*couples, *unions, *bars)

    def _add(self, what: Union | Bar, ends: Sequence[float], row: int) -> None:
        lane = Lane(min(ends) - _NEAR, max(ends) + _NEAR)
        self._bars[what] = lane
        self.gaps[row].bars.append(lane)

    def _track(self, leaving: Exit) -> float:
        """Where along the row a line runs down beside a sign."""
        return self._at[leaving.who] + leaving.side * (TEXT / 2 + MARGIN / 2 + TRACK * leaving.track)

    def _drop(self, union: Union) -> float:
        """Where along the row the line from the parents comes down."""
        if union in self._how.alone:
            return self._track(self._how.alone[union])
        pair = frozenset(union.parents)
        if pair in self._brackets:
            return (self._brackets[pair].left + self._brackets[pair].right) / 2
        return self._between(pair)

    def _between(self, pair: frozenset[str]) -> float:
        """The middle between the cells of two who stand side by side: nothing else runs there."""
        one, other = sorted(pair, key=lambda who: self._at[who])
        return (self._at[one] + self._widths[one] / 2 + self._at[other] - self._widths[other] / 2) / 2

    def _hung(self) -> dict[tuple[Union | Bar, str], float]:
        """Where above each child each of its lines comes down: beside other lines that run there."""
        taken: dict[int, list[tuple[float, Union | Bar]]] = {}
        for union in self._lines.unions:
            taken.setdefault(self._row[union.children[0]], []).append((self._drop(union), union))
        found: dict[tuple[Union | Bar, str], float] = {}
        for what in self._bars:
            for who in what.children if isinstance(what, Union) else what.people:
                row = self._row[who]
                others = [x for x, whose in taken.get(row, ()) if whose != what]
                places = (self._at[who] + right for right in _HANGING)
                free = (x for x in places if all(abs(x - other) > _NEAR for other in others))
                x = next(free, self._at[who])
                found[what, who] = x
                taken.setdefault(row, []).append((x, what))
        return found

    def _port(self, leaving: Exit, places: Places) -> Point:
        """Where a line leaves the middle of a sign toward its side."""
        middle = places.bands[self._row[leaving.who]].middle
        return self._at[leaving.who], middle + _PORTS[leaving.track % len(_PORTS)]

    def _couple(self, couple: Couple, places: Places) -> Route:
        pair = frozenset((couple.one, couple.other))
        if pair in self._how.beside:
            one, other = sorted(pair, key=lambda who: self._at[who])
            height = places.bands[self._row[one]].middle
            points: tuple[Point, ...] = ((self._at[one], height), (self._at[other], height))
            at = (self._between(pair), height)
        else:
            one_exit, other_exit = self._how.couples[pair]
            lane, row = self._brackets[pair], self._row[one_exit.who]
            level = self.gaps[row + 1].level(lane, places.bands[row].bottom)
            start, end = self._port(one_exit, places), self._port(other_exit, places)
            points = (
                start,
                (lane.left, start[1]),
                (lane.left, level),
                (lane.right, level),
                (lane.right, end[1]),
                end,
            )
            at = ((lane.left + lane.right) / 2, level)
        return Route(points, "couple", couple.doubtful, couple.label, at, at if couple.apart else None)

    def _union(self, union: Union, places: Places) -> Iterable[Route]:
        row, lane = self._row[union.children[0]], self._bars[union]
        level = self._level(row, lane, places)
        x = self._drop(union)
        pair = frozenset(union.parents)
        above = places.bands[row - 1]
        if union in self._how.alone:
            port = self._port(self._how.alone[union], places)
            start: tuple[Point, ...] = (port, (x, port[1]))
        elif pair in self._brackets:
            start = ((x, self.gaps[row].level(self._brackets[pair], above.bottom)),)
        else:
            start = ((x, above.middle),)
        yield Route((*start, (x, level)), "descent", union.doubtful)
        yield from self._hanging(union, union.children, [x], level, places, broken=union.doubtful)

    def _bar(self, bar: Bar, places: Places) -> Iterable[Route]:
        level = self._level(self._row[bar.people[0]], self._bars[bar], places)
        yield from self._hanging(bar, bar.people, [], level, places, broken=bar.doubtful)

    def _hanging(
        self,
        what: Union | Bar,
        people: Sequence[str],
        ends: list[float],
        level: float,
        places: Places,
        *,
        broken: bool,
    ) -> Iterable[Route]:
        kind = "half" if isinstance(what, Bar) and what.half else "descent"
        xs = [self._ports[what, who] for who in people]
        yield Route(((min(*ends, *xs), level), (max(*ends, *xs), level)), kind, broken)
        for who, x in zip(people, xs, strict=True):
            top = places.bands[self._row[who]].middle
            yield Route(((x, level), (x, top)), kind, broken)

    def _level(self, row: int, lane: Lane, places: Places) -> float:
        top = places.bands[row - 1].bottom if row else 0.0
        return self.gaps[row].level(lane, top)


def _deep(lanes: Sequence[Lane]) -> int:
    return max((lane.depth + 1 for lane in lanes), default=0)


def _stack(lanes: list[Lane]) -> None:
    """Put lanes that would lie on each other at different depths, the first from the left uppermost."""
    ends: list[float] = []
    for lane in sorted(lanes, key=lambda each: (each.left, each.right)):
        depth = next((number for number, end in enumerate(ends) if end < lane.left), len(ends))
        if depth == len(ends):
            ends.append(lane.right)
        ends[depth] = lane.right
        lane.depth = depth
