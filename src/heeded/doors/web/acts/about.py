"""The line of the list that an act is about: found for the visitor, and shown above every form."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from heeded import bootstrap
from heeded.bootstrap import looking
from heeded.casework.acting.ways_on import WaysOn, ways_on
from heeded.casework.looking import Line, NothingThere, Refused, one_line
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page, refused
from heeded.doors.web.purpose.kept import usual
from heeded.doors.web.shown.line import LineShown, of_list
from heeded.doors.web.shown.names import Names

Page = Callable[[HttpRequest, Visitor, Line], HttpResponse]


def of_a_line(view: Page) -> Callable[Concatenate[HttpRequest, ...], HttpResponse]:
    """A page about one line of the visitor's list; nothing where there is none for them."""

    @wraps(view)
    @for_practitioners
    def wrapped(request: HttpRequest, visitor: Visitor, line: UUID) -> HttpResponse:
        match one_line(looking.desk(), visitor.actor, str(line), visitor.now, usual(visitor.actor)):
            case Refused(why=why):
                return refused(request, why)
            case NothingThere():
                return nothing(request)
            case Line() as found:
                return view(request, visitor, found)

    return wrapped


def ways_of(line: Line) -> WaysOn:
    """The ways on from a line."""
    return ways_on(line.rule, line.key, bootstrap.open_handbook())


def shown(line: Line, visitor: Visitor) -> LineShown:
    """The line as the pages show it."""
    return of_list(line, visitor.actor.id, Names())


def asked(
    request: HttpRequest, visitor: Visitor, line: Line, template: str, status: int = 200, **more: object
) -> HttpResponse:
    """A form about a line."""
    return page(request, f"web/acts/{template}.html", {"line": shown(line, visitor), **more}, status)
