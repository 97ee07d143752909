"""A record opened for a discussion: why is asked first, and the whole of what may be seen is read."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from heeded.bootstrap import looking
from heeded.casework.acting import By
from heeded.casework.looking import Ask, Existence, Opened, Refused, open_record
from heeded.core.access import Operation
from heeded.core.evidence.discussions import Discussion, discussions
from heeded.core.evidence.seen import Seen
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.purpose.form import PurposeForm
from heeded.doors.web.purpose.kept import keep, kept_for

AFTERWARDS = {"pack": "web:pack", "discussions": "web:discussions"}
"""Where a stated purpose leads, by the name that the form carries."""


def record_of(
    request: HttpRequest, visitor: Visitor, child: UUID, then: str = "discussions"
) -> Opened | HttpResponse:
    """All of a record that the visitor may see; or the question why they look, or whom to ring instead."""
    ask = asking(request, visitor, child)
    if ask is None:
        return _ask_why(request, visitor, child, then)
    match open_record(looking.desk(), ask, whole=True):
        case Opened() as opened:
            return opened
        case Existence() as existence:
            return page(request, "web/ring.html", {"child": child, "found": existence})
        case Refused(why=why):
            return page(request, "web/refused.html", {"why": why, "child": child}, 403)
        case _:
            return nothing(request)


def asking(request: HttpRequest, visitor: Visitor, child: UUID) -> Ask | None:
    """The visitor's ask, for the purpose that they stated; None where they have stated none."""
    stated = kept_for(request, str(child), visitor.now)
    if stated is None:
        return None
    return Ask(actor=visitor.actor, child=str(child), now=visitor.now, stated=stated)


def acting_as(request: HttpRequest, visitor: Visitor, child: UUID, named: str) -> By:
    """The visitor as who acts, under a name of this one act, for the purpose that they stated."""
    stated = kept_for(request, str(child), visitor.now)
    return By(actor=visitor.actor, request=named, now=visitor.now, post=visitor.post, stated=stated)


def discussions_in(opened: Opened, now: int) -> tuple[Discussion, ...]:
    """The discussions about the child that an opened record shows, the latest first."""
    return tuple(reversed(discussions(Seen.of(opened.whole, now), opened.child)))


def discussion_in(opened: Opened, which: UUID, now: int) -> Discussion | None:
    """One of them, by what tells it from others; None where it is not there, or hidden."""
    return next((each for each in discussions_in(opened, now) if each.id == str(which)), None)


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def state_purpose(request: HttpRequest, visitor: Visitor, child: UUID, then: str) -> HttpResponse:
    """Take down why somebody looks, for an hour, and go on to the pack or the discussion."""
    if then not in AFTERWARDS:
        return nothing(request)
    if request.method != "POST":
        return _ask_why(request, visitor, child, then)
    form = PurposeForm(visitor.actor, Operation.READ, request.POST)
    if not form.is_valid():
        return _ask_why(request, visitor, child, then, form)
    keep(request, str(child), form.stated(), visitor.now)
    return redirect(AFTERWARDS[then], child=child)


def _ask_why(
    request: HttpRequest, visitor: Visitor, child: UUID, then: str, form: PurposeForm | None = None
) -> HttpResponse:
    asked = form or PurposeForm(visitor.actor, Operation.READ)
    if form is None:
        asked.fields["reason"].initial = _("For a strategy discussion about this child")
    context = {"form": asked, "child": child, "then": then}
    return page(request, "web/room/purpose.html", context, 400 if form else 200)
