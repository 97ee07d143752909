"""A step of a replay as a page: the same for a story and for a record, with the ways on and back."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from heeded import bootstrap
from heeded.casework.judging.judge import Judged
from heeded.casework.replay.walking import Step, Walk
from heeded.core.chronology.when import local
from heeded.core.evaluation.finding import Verdict
from heeded.doors.web.page import nothing, page
from heeded.doors.web.replay.shown.asked import answered, asked, in_the_way
from heeded.doors.web.replay.shown.happened import agencies_of, agency, events_shown, knowing, learnt_shown
from heeded.doors.web.shown.moments import moment, weekday

Address = Callable[[int], str]
"""The address of a step, by its number."""


def moments_of(walk: Walk, address: Address) -> list[dict[str, object]]:
    """Every step of a walk, to be chosen from."""
    return [
        {
            "number": number,
            "address": address(number),
            "moment": moment(news.second),
            "titles": [each.event.title for each in news.happened],
            "learnt": [agency(walk.story.chronology, each.agency) for each in news.learnt],
        }
        for number, news in enumerate(walk.moments, 1)
    ]


def step_page(
    request: HttpRequest,
    walk: Walk,
    number: int,
    address: Address,
    about: dict[str, object],
    until: int | None = None,
) -> HttpResponse:
    """The page of a step; `about` says whose story it is, and where it begins."""
    if not 1 <= number <= len(walk.moments):
        return nothing(request)
    step = walk.step(number, until)
    whole = bootstrap.open_handbook()
    rows, left_out = knowing(step, walk)
    last = number == len(walk.moments)
    return page(
        request,
        "web/replay/step.html",
        {
            **about,
            "number": number,
            "steps": len(walk.moments),
            "moment": moment(step.second),
            "weekday": weekday(local(step.second).date()),
            "before": address(number - 1) if number > 1 else "",
            "after": "" if last else address(number + 1),
            "moments": moments_of(walk, address),
            "events": events_shown(step, walk),
            "learnt": learnt_shown(step, walk),
            "agencies": [] if walk.known_to else agencies_of(walk.story.chronology),
            "rows": rows,
            "left_out": left_out,
            "asked": asked(step.asked, walk, whole, step.second),
            "answered": answered(step.became, walk, whole, step.second),
            "gates": in_the_way(step.gates, walk),
            "open": asked(sorted(step.open, key=_in_time), walk, whole, step.second),
            "ran_out": asked(step.ran_out, walk, whole, step.until),
            "until": moment(step.until),
            "until_next": _until_next(step, walk, last=last),
            "known_to": agency(walk.story.chronology, walk.known_to) if walk.known_to else "",
        },
    )


def _in_time(judged: Judged) -> bool:
    """For an order in which what is overdue comes first."""
    return judged.finding.verdict is not Verdict.OVERDUE


def _until_next(step: Step, walk: Walk, *, last: bool) -> str:
    """The moment at which something became known again; empty after the last step."""
    return "" if last else moment(walk.moments[step.number].second)
