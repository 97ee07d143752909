"""A discussion closed by whoever called it: what it lacks and what stands before it is shown first."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from heeded.bootstrap import acting
from heeded.casework.acting import GateStands, NothingThere, Refused
from heeded.casework.looking import Opened
from heeded.casework.meeting import Closing, close_discussion, stands_before
from heeded.casework.meeting.close import Before
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.room.closing_form import ASSUMED, ClosingForm, gates_asked
from heeded.doors.web.room.opened import acting_as, discussion_in, record_of
from heeded.doors.web.room.shown.discussion import DiscussionShown, discussion_shown
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import name


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def close(request: HttpRequest, visitor: Visitor, child: UUID, which: UUID) -> HttpResponse:
    """Write down how it ended: looked at first, then closed; what it lacks is said and owned to."""
    opened = record_of(request, visitor, child)
    if not isinstance(opened, Opened):
        return opened
    held = discussion_in(opened, which, visitor.now)
    if held is None:
        return nothing(request)
    if not held.open:
        return redirect("web:discussion-minutes", child=child, which=which)
    people = opened.whole.people
    room = discussion_shown(opened, held, visitor.actor.agency, Names(), visitor.now)
    form = ClosingForm(
        people, [each.role for each in room.wanted], request.POST if request.method == "POST" else None
    )
    before, wrong = None, ""
    if form.is_bound and form.is_valid():
        try:
            closing = form.closing(str(child), held.key)
            before = _before(request, visitor, child, closing)
            if _may_close(request, before):
                by = acting_as(request, visitor, child, f"close {which}")
                close_discussion(closing, by, acting.desk())
                messages.success(request, _("The discussion is closed. These are its minutes."))
                return redirect("web:discussion-minutes", child=child, which=which)
            if request.POST.get("do") == "close":
                wrong = _("Say that you close it although something is missing, or fill in what is.")
        except NothingThere:
            return nothing(request)
        except GateStands as stands:
            wrong = str(stands)
        except Refused as refused:
            wrong = str(refused)
    context = _context(child, opened, room, form) | _looked_at(before, form)
    return page(
        request, "web/room/close.html", context | {"wrong": wrong}, 400 if wrong or form.errors else 200
    )


def _before(request: HttpRequest, visitor: Visitor, child: UUID, closing: Closing) -> Before:
    return stands_before(closing, acting_as(request, visitor, child, "look before closing"), acting.desk())


def _may_close(request: HttpRequest, before: Before) -> bool:
    """Whether it is to be closed, and whoever closes it owns to what is missing."""
    return request.POST.get("do") == "close" and (not before.lacks or bool(request.POST.get("without")))


def _looked_at(before: Before | None, form: ClosingForm) -> dict[str, object]:
    """What whoever closes is shown: what is missing, each gate, and what came before and has to be named."""
    gates = before.gates if before else None
    came = gates.before.episodes if gates else ()
    return {
        "looked": before is not None,
        "lacks": [each.because for each in before.lacks] if before else [],
        "gates": gates_asked(gates, form.data),
        "mark": gates.mark if gates else "",
        "to_name": [(each.title, moments.moment(each.began)) for each in came],
    }


def _context(child: UUID, opened: Opened, room: DiscussionShown, form: ClosingForm) -> dict[str, object]:
    return {
        "child": child,
        "which": room.id,
        "name": name(opened.whole.people.get(opened.child)),
        "room": room,
        "form": form,
        "first": [form[each] for each in ("attended", "heard", "held_as")],
        "second": [form[each] for each in ("outcome", "decision", "reason", "owner", "date", "contingency")],
        "assumed": [
            [form[f"{part}_{number}"] for part in ("takes", "condition", "person", "last")]
            for number in range(1, ASSUMED + 1)
        ],
    }
