"""The chronology: every event with an agency a lane, filtered, and as an agency knew it at a moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from django.urls import reverse

from heeded.bootstrap.running.standing import stands
from heeded.casework.looking import Opened, opposed
from heeded.casework.looking.within.chosen import chosen
from heeded.casework.looking.within.told import Moment, Told, moments, told
from heeded.doors.web.child.parts.asked import Asked, asked
from heeded.doors.web.child.parts.part import Read, address, part
from heeded.doors.web.child.shown.chronology import Telling, in_words
from heeded.doors.web.child.shown.lanes import MOST, lanes_of
from heeded.doors.web.drawn.lanes import Lanes, lanes_drawn
from heeded.doors.web.drawn.shapes import Drawing
from heeded.doors.web.drawn.sorts import SORTS
from heeded.doors.web.shown.moments import moment
from heeded.doors.web.shown.people import name

A_PAGE = 40
"""How many events stand on a page."""
_THEN = ("by", "on", "step")


@part("chronology")
def chronology(read: Read) -> Mapping[str, object]:
    """The events that are wanted, a page of them, the latest first."""
    opened, names, want = read.opened, read.names, asked(read.request.GET)
    steps = moments(opened.read, want.by or None)
    at = _at(want, steps)
    to = want.by or None
    found = _on_page(told(opened, at, to), opened, want)
    beside = opposed(opened, at, to)
    flags = {each.entry.id: each.flags for each in opened.held}
    kept = chosen(found, want.wanted, lambda each: _stands_out(each, flags, beside))
    begin = _begin(kept, want, _entry(read))
    lanes = lanes_of(opened.read)
    telling = Telling(
        opened=opened,
        reader=read.visitor.actor.agency,
        names=names,
        at=at,
        to=to,
        lanes=lanes,
        unwitnessed=_unwitnessed(),
    )
    return {
        "asked": want,
        "events": in_words(kept[begin : begin + A_PAGE], telling),
        "count": len(kept),
        "first": begin + 1,
        "last": min(begin + A_PAGE, len(kept)),
        "lanes": [names.agency(each) for each in lanes],
        "lane_count": len(lanes) if len(lanes) <= MOST else 0,
        "newer": _page_at(kept, begin - A_PAGE, want),
        "older": _page_at(kept, begin + A_PAGE, want),
        "received_later": _received_later(opened),
        "here_address": address(opened.child, "chronology"),
        "asked_by": names.agency(want.by) if want.by else "",
        "then_fields": [each for each in want.fields() if each[0] in _THEN],
        "wanted_fields": want.fields(*_THEN),
        "slider_fields": want.fields("step", "on"),
        "drawing": _drawing(read, kept, lanes, at, want),
        "sorts": SORTS,
        **_choices(read, lanes),
        **_steps(steps, at, want),
    }


def _drawing(read: Read, kept: Sequence[Told], lanes: Sequence[str], at: int | None, want: Asked) -> Drawing:
    """What is shown, of every page, in lanes; a mark leads to its entry in the list."""
    opened, names = read.opened, read.names
    more = f"?{query}" if (query := want.query()) else ""

    def leads(entry: str) -> str:
        return f"{reverse('web:entry', args=[opened.child, entry])}{more}#entry-{entry}"

    return lanes_drawn(
        Lanes(
            events=kept,
            called={each: names.agency(each) for each in lanes},
            reach=[each.happened.earliest for each in opened.read],
            known=at,
            now=read.visitor.now,
            leads=leads,
        )
    )


def _entry(read: Read) -> str:
    """The entry that the address names; empty where it names none."""
    match = read.request.resolver_match
    return str(match.kwargs.get("entry", "")) if match else ""


def _at(want: Asked, steps: Sequence[Moment]) -> int | None:
    """The moment by which what is shown was known (seconds UTC); None for now."""
    if want.step is not None and steps:
        return steps[min(want.step, len(steps) - 1)].second
    return want.end_of_day


def _on_page(found: Sequence[Told], opened: Opened, want: Asked) -> Sequence[Told]:
    """All of it, or of an overlong record what came in after a place in the log."""
    if want.log_after is None:
        return found
    onto = {each.entry.id for each in opened.placed}
    return [each for each in found if not onto.isdisjoint(each.versions)]


def _stands_out(each: Told, flags: Mapping[str, tuple[str, ...]], beside: Mapping[str, object]) -> bool:
    """Whether something is pointed out of an event, it is disputed, corrected, or was taken back."""
    disputed = any(flags.get(version) or version in beside for version in each.versions)
    return disputed or bool(each.earlier) or each.taken_back is not None


def _begin(kept: Sequence[Told], want: Asked, entry: str) -> int:
    """The place at which the page begins: that of an entry, or the one after an event."""
    for place, each in enumerate(kept):
        if entry and (entry in each.versions or entry == each.root):
            return place - place % A_PAGE
        if not entry and want.before and each.root == want.before:
            return place + 1
    return 0


def _page_at(kept: Sequence[Told], place: int, want: Asked) -> str | None:
    """The end of the address of the page that begins at a place; None where there is none."""
    if place >= len(kept) or place <= -A_PAGE:
        return None
    return want.query(before=kept[place - 1].root if place > 0 else "")


def _unwitnessed() -> Callable[[int], bool]:
    """Whether what stands at a place in the log is not witnessed yet; of no place, where nobody witnesses."""
    upto = stands(int(time.time())).witnessed_to
    return lambda place: upto is not None and place >= upto


def _received_later(opened: Opened) -> int | None:
    """The place after which an overlong record goes on; None where all of it is shown."""
    return opened.next_after if opened.cut_short else None


def _choices(read: Read, lanes: Sequence[str]) -> Mapping[str, object]:
    """What can be chosen among: agencies, kinds and children of the record."""
    people, names = read.opened.whole.people, read.names
    about = dict.fromkeys(entry.child for entry in read.opened.read)
    return {
        "agencies": sorted(((each, names.agency(each)) for each in lanes), key=lambda pair: pair[1]),
        "kinds": sorted({entry.kind for entry in read.opened.read}),
        "children": [(each, name(people.get(each))) for each in about],
    }


def _steps(steps: Sequence[Moment], at: int | None, want: Asked) -> Mapping[str, object]:
    """Where the slider stands: on the last moment at which something came to be known by then."""
    if not steps:
        return {"steps": 0}
    known = [place for place, each in enumerate(steps) if at is None or each.second <= at]
    here = known[-1] if known else 0
    return {
        "steps": len(steps) - 1,
        "step": here,
        "step_when": moment(steps[here].second) if known else "",
        "step_what": [each.kind for each in steps[here].entries] if known else [],
        "known_at": "" if at is None else moment(at),
        "before_it": want.query(step=str(here - 1), on="") if here > 0 else None,
        "after_it": want.query(step=str(here + 1), on="") if here < len(steps) - 1 else None,
    }
