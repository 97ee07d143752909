"""The minutes of a discussion: drawn up from its entries each time they are read, and sent out."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from heeded.bootstrap import acting
from heeded.casework.acting import NothingThere, Refused
from heeded.casework.acts import send_minutes
from heeded.casework.looking import Opened
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page, refused
from heeded.doors.web.room.opened import acting_as, discussion_in, record_of
from heeded.doors.web.room.shown.discussion import discussion_shown
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import born, name


@require_safe
@for_practitioners
def minutes(request: HttpRequest, visitor: Visitor, child: UUID, which: UUID) -> HttpResponse:
    """The minutes, as far as their reader may see what they are made of."""
    opened = record_of(request, visitor, child)
    if not isinstance(opened, Opened):
        return opened
    held = discussion_in(opened, which, visitor.now)
    if held is None:
        return nothing(request)
    people, names = opened.whole.people, Names()
    context = {
        "child": child,
        "which": which,
        "name": name(people.get(opened.child)),
        "born": born(people.get(opened.child)),
        "room": discussion_shown(opened, held, visitor.actor.agency, names, visitor.now),
        "as_at": moments.moment(visitor.now),
        "reader": f"{visitor.actor.name}, {names.agency(visitor.actor.agency)}",
        "withheld": [(names.agency(each), count) for each, count in sorted(opened.withheld.items())],
    }
    return page(request, "web/room/minutes.html", context)


@require_POST
@for_practitioners
def send(request: HttpRequest, visitor: Visitor, child: UUID, which: UUID) -> HttpResponse:
    """Write down that the minutes went to everybody who has to know; once."""
    opened = record_of(request, visitor, child)
    if not isinstance(opened, Opened):
        return opened
    held = discussion_in(opened, which, visitor.now)
    if held is None or held.open:
        return nothing(request)
    by = acting_as(request, visitor, child, f"minutes {which}")
    try:
        send_minutes(str(child), held.key, by, acting.desk())
    except NothingThere:
        return nothing(request)
    except Refused as wrong:
        return refused(request, str(wrong))
    messages.success(request, _("It stands in the record that the minutes went out."))
    return redirect("web:discussion-minutes", child=child, which=which)
