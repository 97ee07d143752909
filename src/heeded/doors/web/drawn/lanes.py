"""A chronology in lanes: an agency a lane, what it told along time, and for how long it told nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from heeded.casework.looking.within.told import Told
from heeded.doors.web.drawn import chart, shapes
from heeded.doors.web.drawn.axis import Axis, around
from heeded.doors.web.drawn.sorts import INJURY, SORTS, Sort, sort_of
from heeded.doors.web.shown import moments

_LEFT, _WIDTH, _EDGE = 170.0, 976.0, 20.0
_TOP, _STEP, _PAD = 30.0, 18.0, 12.0
_RADIUS = 6.5
_BREADTH = 16.0
"""How broad a column is in which events of one sort are one mark."""
_TICKS, _LETTERS = 9, 21
_SILENT = 28 * moments.DAY
"""How long nothing must be told, in seconds, for the drawing to say so in words, where there is room."""

Leads = Callable[[str], str]
"""The address of an entry, by its id."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Events of one sort that are one mark, the first first, and where its middle lies."""

    sort: Sort
    x: float
    events: tuple[Told, ...]

    @property
    def last(self) -> Told:
        """The latest of them: to it the mark leads."""
        return self.events[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """What is drawn: events, the lanes with what each is called, by when it was known, and what is now.

    `known` is the moment as at which it is shown, None for now; moments are seconds UTC. `reach` are the
    moments that the axis takes in, whatever is shown of them.
    """

    events: Sequence[Told]
    called: Mapping[str, str]
    reach: Sequence[int]
    known: int | None
    now: int
    leads: Leads


def lanes_drawn(held: Lanes) -> shapes.Drawing:
    """The drawing: in each lane what its agency told, when that happened; the chronology is its table."""
    axis = _axis(held)
    lanes = [(agency, _columns(held, agency, axis)) for agency in held.called]
    bands = list(_bands(lanes))
    bottom = bands[-1][2] if bands else _TOP
    return shapes.Drawing(
        id="lanes",
        title=_("The chronology, a lane an agency"),
        told=_told(held),
        width=round(_LEFT + _WIDTH + _EDGE),
        height=round(bottom + 28),
        strokes=(*_rules(bands), *chart.ground(axis, bottom, _TICKS), *_as_known(held, axis, bottom)),
        words=(
            *chart.days(axis, bottom, _TICKS),
            *(
                words
                for agency, top, end, _columns_there in bands
                for words in chart.row_name(held.called[agency], _LEFT - 12, (top + end) / 2, _LETTERS)
            ),
            *(words for band in bands for words in _silences(band, axis, held)),
            *_known_words(held, axis),
        ),
        marks=tuple(mark for band in bands for mark in _marks(band, held)),
    )


_Columns = Sequence[Sequence[_Group]]
_Band = tuple[str, float, float, _Columns]
"""A lane: its agency, its top, its bottom, and its marks in columns, from the left."""


def _axis(held: Lanes) -> Axis:
    start, end = around([*held.reach], held.now)
    return Axis(start=start, end=end, left=_LEFT, width=_WIDTH)


def _columns(held: Lanes, agency: str, axis: Axis) -> _Columns:
    """The marks of a lane, in columns of one breadth so that none lies on another, injuries uppermost.

    Events of one sort that fall into one column are one mark.
    """
    found: dict[int, dict[str, list[Told]]] = {}
    mine = (each for each in held.events if each.entry.source.agency == agency)
    for each in sorted(mine, key=lambda one: one.order):
        column = int((axis.at(each.entry.happened.earliest) - _LEFT) // _BREADTH)
        found.setdefault(column, {}).setdefault(sort_of(each.entry.kind).style, []).append(each)
    return [
        [
            _Group(sort, _LEFT + _BREADTH * (column + 0.5), tuple(found[column][sort.style]))
            for sort in SORTS
            if sort.style in found[column]
        ]
        for column in sorted(found)
    ]


def _bands(lanes: Sequence[tuple[str, _Columns]]) -> Iterator[_Band]:
    top = _TOP
    for agency, columns in lanes:
        deep = max((len(column) for column in columns), default=1)
        bottom = top + 2 * _PAD + _STEP * max(deep, 2)
        yield agency, top, bottom, columns
        top = bottom


def _rules(bands: Sequence[_Band]) -> Iterator[shapes.Stroke]:
    """A line between lanes, and a dotted one along each: where no mark stands on it, nothing was told."""
    for _agency, top, bottom, _there in bands:
        ends = (_LEFT, _LEFT + _WIDTH)
        yield shapes.Stroke(shapes.line((x, top) for x in ends), "drawn-axis")
        yield shapes.Stroke(shapes.line((x, bottom - _PAD - _STEP / 2) for x in ends), "drawn-unsaid")


def _marks(band: _Band, held: Lanes) -> Iterator[shapes.Mark]:
    agency, _top, bottom, columns = band
    for number, column in enumerate(columns):
        until = columns[number + 1][0].x if number + 1 < len(columns) else _LEFT + _WIDTH
        for place, group in enumerate(reversed(column)):
            y = bottom - _PAD - _STEP / 2 - _STEP * place
            strokes = (
                shapes.Stroke(group.sort.shape(group.x, y, _RADIUS), f"drawn-mark drawn-{group.sort.style}"),
            )
            yield shapes.Mark(
                _label(group, held.called[agency]),
                held.leads(group.last.entry.id),
                strokes,
                tuple(_word(group, y, until)),
            )


def _word(group: _Group, y: float, until: float) -> Iterator[shapes.Words]:
    """What a mark is, to its right where there is room before the next; of several how many, at least."""
    x = group.x + _RADIUS + 4
    kinds = {each.entry.kind for each in group.events}
    many = f"{len(group.events)} × " if len(group.events) > 1 else ""
    said = f"{many}{next(iter(kinds))}" if len(kinds) == 1 else ""
    room = until - _RADIUS - x
    for text in (said, f"{many}{group.sort.words}" if group.sort is INJURY else "", many.removesuffix(" × ")):
        if text and chart.broad(text) <= room:
            yield shapes.Words(round(x, 1), y + 4, text, "drawn-beside")
            return


def _label(group: _Group, agency: str) -> str:
    """What a mark is in full, read aloud and shown when it is pointed at."""
    often = Counter(each.entry.kind for each in group.events)
    kinds = "; ".join(f"{number} × {kind}" if number > 1 else kind for kind, number in often.items())
    first, last = (moments.happened(each.entry.happened) for each in (group.events[0], group.last))
    when = first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
    return f"{agency}: {kinds}, {when}"


def _silences(band: _Band, axis: Axis, held: Lanes) -> Iterator[shapes.Words]:
    """For how long an agency told nothing: in words between two marks, and after the last, where they fit."""
    _agency, _top, bottom, columns = band
    y = bottom - _PAD + 9
    end = held.now if held.known is None else min(held.known, held.now)
    for number, column in enumerate(columns):
        since = max(each.entry.happened.latest for group in column for each in group.events)
        later = columns[number + 1] if number + 1 < len(columns) else ()
        until = min((group.events[0].entry.happened.earliest for group in later), default=end)
        left, right = axis.at(since), axis.at(until)
        text = _silent(until - since, ended=bool(later))
        if until - since >= _SILENT and chart.broad(text) <= right - left - 8:
            yield shapes.Words(round((left + right) / 2, 1), y, text, "drawn-silent")
    if not columns:
        yield shapes.Words(_LEFT + _WIDTH / 2, y - 10, _("told nothing that is shown here"), "drawn-silent")


def _silent(seconds: int, *, ended: bool) -> str:
    days = seconds // moments.DAY
    if ended:
        return ngettext("nothing for %(days)d day", "nothing for %(days)d days", days) % {"days": days}
    return ngettext("nothing since, %(days)d day", "nothing since, %(days)d days", days) % {"days": days}


def _as_known(held: Lanes, axis: Axis, bottom: float) -> Iterator[shapes.Stroke]:
    """The day as at which it is shown, as an upright line: what came to be known later is not drawn."""
    if held.known is not None:
        x = axis.at(held.known)
        yield shapes.Stroke(shapes.line(((x, _TOP - 6), (x, bottom))), "drawn-line drawn-known")


def _known_words(held: Lanes, axis: Axis) -> Iterator[shapes.Words]:
    if held.known is not None:
        text = _("as known by %(when)s") % {"when": moments.moment(held.known)}
        half = chart.broad(text) / 2
        x = min(max(axis.at(held.known), _LEFT + half), _LEFT + _WIDTH - half)
        yield shapes.Words(round(x, 1), _TOP - 12, text, "drawn-small")


def _told(held: Lanes) -> str:
    """What the drawing shows, for whoever does not see it: how much each agency told."""
    often = Counter(each.entry.source.agency for each in held.events)
    each_one = "; ".join(f"{called}: {often[agency]}" for agency, called in held.called.items())
    return _("Events told, by agency: %(each)s. The list below says them all.") % {"each": each_one}
