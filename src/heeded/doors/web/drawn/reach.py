"""Who could be with the child over time, as a page shows it: bars by person against the times of injuries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from heeded.casework.looking import Opened
from heeded.core.chronology.when import local
from heeded.core.evidence.around import Reach, Stretch, Way, reach
from heeded.core.evidence.injury import Window, injuries, window
from heeded.core.evidence.seen import Seen
from heeded.doors.web.drawn import chart, shapes
from heeded.doors.web.drawn.axis import Axis, around
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import name

_LEFT, _WIDTH, _EDGE = 170.0, 640.0, 20.0
_TOP, _ROW, _BAR = 56.0, 40.0, 16.0
_LEAST = 4.0
"""The least width of a bar, so that a moment can be seen."""
_STYLES = {Way.LIVED: "lived", Way.ACCESS: "access", Way.CARED: "cared", Way.AWAY: "away"}
_LETTERS = 21
_TICKS = 7
_DAY = 86_400

Leads = Callable[[str], str]
"""The address of an entry, by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchShown:
    """A time in words: how somebody could be with the child, or was away, and the entries behind it."""

    way: str
    place: str
    span: str
    sure: bool
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachShown:
    """A person and their times."""

    name: str
    adult: bool
    stretches: tuple[StretchShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachesShown:
    """Everyone of whom the record says so, the drawing of it, and the injuries beside which it stands."""

    drawing: shapes.Drawing
    people: tuple[ReachShown, ...]
    windows: tuple[tuple[str, str, str], ...]

    def __bool__(self) -> bool:
        """Whether there is anybody to show."""
        return bool(self.people)


def reaches_shown(opened: Opened, names: Names, now: int, leads: Leads) -> ReachesShown:  # noqa: ARG001 - as its neighbours
    """Who could be with the child of an opened record over time, as far as its reader may see it."""
    seen = Seen.of(opened.whole, now)
    found = reach(seen, opened.child)
    windows = tuple(window(each, seen) for each in injuries(seen, opened.child))
    called = {each.person: name(opened.whole.people.get(each.person)) for each in found}
    return ReachesShown(
        drawing=drawing(found, windows, called, now, leads),
        people=tuple(
            ReachShown(
                name=called[each.person],
                adult=each.adult,
                stretches=tuple(_shown(stretch) for stretch in each.stretches),
            )
            for each in found
        ),
        windows=tuple(
            (f"{number}", _span(each.start, each.end), each.by.entry.id)
            for number, each in enumerate(windows, start=1)
        ),
    )


def drawing(
    found: tuple[Reach, ...], windows: tuple[Window, ...], called: dict[str, str], now: int, leads: Leads
) -> shapes.Drawing:
    """A row for each person: a full bar where it is sure, a pale one where it may be, a thin line elsewhere.

    The time in which an injury may have arisen stands behind the bars, from the top to the bottom.
    """
    axis = _axis(found, windows, now)
    bottom = _TOP + _ROW * len(found)
    return shapes.Drawing(
        id="reach",
        title=_("Who could be with the child over time"),
        told=_(
            "A bar for each time, by person, against the times of injuries. The table below says the same."
        ),
        width=round(_LEFT + _WIDTH + _EDGE),
        height=round(bottom + 28),
        strokes=(
            *(_behind(each, axis, bottom) for each in windows),
            *(stroke for each in windows for stroke in _ends(each, axis, bottom)),
            *chart.ground(axis, bottom, _TICKS),
            *(
                shapes.Stroke(
                    shapes.line(((_LEFT, _middle(row)), (_LEFT + _WIDTH, _middle(row)))), "drawn-unsaid"
                )
                for row in range(len(found))
            ),
        ),
        words=(
            *chart.days(axis, bottom, _TICKS),
            *_numbers(windows, axis),
            *(
                words
                for row, each in enumerate(found)
                for words in chart.row_name(called[each.person], _LEFT - 12, _middle(row), _LETTERS)
            ),
        ),
        marks=tuple(
            mark
            for row, each in enumerate(found)
            for mark in _bars(each, called[each.person], _middle(row), axis, leads)
        ),
    )


def _axis(found: tuple[Reach, ...], windows: tuple[Window, ...], now: int) -> Axis:
    """From the first moment that somebody recorded: one since birth begins at the edge."""
    told = [each for person in found for each in person.stretches]
    told_of = [second for each in told for second in (each.begin, each.end) if second is not None]
    arose = [each.end for each in windows]
    arose += [each.start for each in windows if each.since is not None and each.start is not None]
    start, end = around([*told_of, *arose], now)
    return Axis(start=start, end=max(end, start + _DAY), left=_LEFT, width=_WIDTH)


def _middle(row: int) -> float:
    return _TOP + _ROW * row + _ROW / 2


def _behind(held: Window, axis: Axis, bottom: float) -> shapes.Stroke:
    left = axis.at(held.start, otherwise=_LEFT)
    wide = max(axis.at(held.end) - left, _LEAST)
    return shapes.Stroke(shapes.box(left, _TOP - 6, wide, bottom - _TOP + 6), "drawn-window")


def _ends(held: Window, axis: Axis, bottom: float) -> Iterator[shapes.Stroke]:
    """The moment at which it was seen, as a line."""
    x = axis.at(held.end)
    yield shapes.Stroke(shapes.line(((x, _TOP - 6), (x, bottom))), "drawn-line drawn-seen")


def _numbers(windows: tuple[Window, ...], axis: Axis) -> Iterator[shapes.Words]:
    """The number of each injury above the moment at which it was seen, one above another where they crowd."""
    places = [axis.at(each.end) for each in windows]
    for number, (x, level) in enumerate(zip(places, chart.levels(places, 18, 3), strict=True), start=1):
        yield shapes.Words(round(x, 1), _TOP - 12 - 14 * level, str(number), "drawn-inside")


def _bars(each: Reach, called: str, middle: float, axis: Axis, leads: Leads) -> Iterator[shapes.Mark]:
    """A mark for each time: those of care and of being away lie lower, so that nothing hides another."""
    for stretch in each.stretches:
        style = f"drawn-bar drawn-{_STYLES[stretch.way]}"
        high = _BAR if stretch.way in (Way.LIVED, Way.ACCESS) else _BAR / 2
        top = middle - _BAR / 2 if stretch.way is not Way.AWAY else middle + 2
        top = middle - _BAR / 2 - 4 if stretch.way is Way.CARED else top
        left, right = axis.at(stretch.begin), axis.at(stretch.end)
        strokes = [
            shapes.Stroke(shapes.box(left, top, max(right - left, _LEAST), high), f"{style} drawn-maybe")
        ]
        sure_left, sure_right = axis.at(stretch.sure_begin), axis.at(stretch.sure_end)
        if sure_right > sure_left:
            strokes.append(shapes.Stroke(shapes.box(sure_left, top, sure_right - sure_left, high), style))
        shown = _shown(stretch)
        said = f"{called}: {shown.way}{f' ({shown.place})' if shown.place else ''}, {shown.span}"
        yield shapes.Mark(said, leads(stretch.events[0].entry.id), tuple(strokes))


def _shown(stretch: Stretch) -> StretchShown:
    return StretchShown(
        way=_(str(stretch.way)),
        place=stretch.place,
        span=_span(stretch.begin, stretch.end),
        sure=stretch.sure_end is None or stretch.sure_end > stretch.sure_begin,
        entries=tuple(event.entry.id for event in stretch.events),
    )


def _span(since: int | None, until: int | None) -> str:
    """From when to when, in words, by the day where nothing finer is said."""
    told = {
        "since": "" if since is None else _moment(since),
        "until": "" if until is None else _moment(until),
    }
    if since is None:
        return _("until %(until)s, since when is not known") % told
    if until is None:
        return _("from %(since)s, no end recorded") % told
    return told["since"] if since == until else _("from %(since)s to %(until)s") % told


def _moment(second: int) -> str:
    there = local(second)
    whole_day = (there.hour, there.minute) in ((0, 0), (23, 59))
    return moments.day(there.date()) if whole_day else moments.moment(second)
