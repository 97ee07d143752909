"""Notices: what awaits the reader or their agency; marked read when they say so."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from heeded.bootstrap import looking
from heeded.casework.looking import Refused, mark_read, notices
from heeded.doors.web.page import Visitor, for_practitioners, page, refused
from heeded.doors.web.purpose.kept import usual
from heeded.doors.web.shown.moments import moment
from heeded.doors.web.shown.place import place, place_of

MOST = 200


@require_safe
@for_practitioners
def listed(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The notices, the latest first, those that nobody has read marked."""
    before = place_of(request.GET.get("before", ""))
    found = notices(looking.desk(), visitor.actor, visitor.now, usual(visitor.actor), before)
    if isinstance(found, Refused):
        return refused(request, found.why)
    held = [(each, moment(each.at), moment(each.read_at) if each.read_at else "") for each in found.notices]
    context = {"notices": held, "next": place(found.next_before), "later": before is not None}
    return page(request, "web/worklist/notices.html", context)


@require_safe
@for_practitioners
def one(request: HttpRequest, visitor: Visitor, notice: UUID) -> HttpResponse:  # noqa: ARG001 - as every page
    """Where an e-mail or a webhook leads: to the notice in the list, whether or not there is one."""
    return redirect(f"{reverse('web:notices')}#notice-{notice}")


@require_POST
@for_practitioners
def read(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Put down that notices were read."""
    named = request.POST.getlist("notice")[:MOST]
    mark_read(looking.desk(), visitor.actor, named, visitor.now)
    return redirect("web:notices")
