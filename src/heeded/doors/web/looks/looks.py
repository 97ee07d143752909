"""Who looked at a child's record, for those who review looks; reading it is itself a look."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded.bootstrap import looking
from heeded.casework.looking import Ask, Lookers, NothingThere, Refused, who_looked
from heeded.casework.ports.glass import EVERY
from heeded.doors.web.child.child import ask_purpose, kept_as
from heeded.doors.web.looks.narrowing import NarrowingForm
from heeded.doors.web.looks.shown import look
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page, refused
from heeded.doors.web.purpose.kept import kept_for
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.place import place, place_of


@require_safe
@for_practitioners
def looks(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """Every look at one child's record, those refused among them, the latest first."""
    stated = kept_for(request, kept_as(child, "looks"), visitor.now)
    if stated is None:
        return ask_purpose(request, visitor, child, "looks")
    ask = Ask(actor=visitor.actor, child=str(child), now=visitor.now, stated=stated)
    before = place_of(request.GET.get("before", ""))
    form = NarrowingForm(request.GET)
    only = form.narrowed()
    match who_looked(looking.desk(), ask, before, only=only):
        case NothingThere():
            return nothing(request)
        case Refused(why=why):
            return refused(request, why)
        case Lookers(looks=held, next_before=following):
            names = Names()
            return page(
                request,
                "web/looks/looks.html",
                {
                    "child": child,
                    "looks": [look(each, names) for each in held],
                    "next": place(following),
                    "later": before is not None,
                    "form": form,
                    "narrowed": only != EVERY,
                    "query": form.query(),
                },
            )
