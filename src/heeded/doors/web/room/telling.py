"""What one's agency tells in a discussion: a draft while it is written, then told once, in one's own name."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from heeded.bootstrap import acting
from heeded.casework.acting import NothingThere, Refused
from heeded.casework.acts import save_draft
from heeded.casework.looking import Opened
from heeded.casework.meeting import Contribution, contribute
from heeded.core.evidence.unknowns.requests import GIVEN
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.room.discussion import in_the_room
from heeded.doors.web.room.opened import acting_as, discussion_in, record_of
from heeded.doors.web.room.tell_form import TellForm, kept_draft
from heeded.doors.web.shown import moments


@require_POST
@for_practitioners
def draft(request: HttpRequest, visitor: Visitor, child: UUID, which: UUID) -> HttpResponse:
    """Keep what was written so far, right or not; nobody else sees it."""
    key = request.POST.get("meeting", "")[:500]
    _keep(request, visitor, str(child), key)
    if request.headers.get("HX-Request"):
        return page(request, "web/room/kept.html", {"kept": moments.moment(visitor.now)})
    return redirect("web:discussion", child=child, which=which)


@require_POST
@for_practitioners
def tell(request: HttpRequest, visitor: Visitor, child: UUID, which: UUID) -> HttpResponse:
    """Tell it: an entry of one's own agency, once; what was written is kept where it is not taken."""
    opened = record_of(request, visitor, child)
    if not isinstance(opened, Opened):
        return opened
    held = discussion_in(opened, which, visitor.now)
    if held is None:
        return nothing(request)
    form = TellForm(request.POST)
    wrong = ""
    if form.is_valid():
        said = form.cleaned_data
        contribution = Contribution(
            child=str(child),
            meeting=held.key,
            words=said["answer"],
            nothing_held=said["nothing_held"],
            conclusion=said["conclusion"],
            strength=said["strength"],
            grounds=said["grounds"],
        )
        try:
            contribute(contribution, acting_as(request, visitor, child, said["request"]), acting.desk())
        except NothingThere:
            return nothing(request)
        except Refused as refused:
            wrong = str(refused)
        else:
            _sent(visitor, str(child), held.key)
            return redirect("web:discussion", child=child, which=which)
    _keep(request, visitor, str(child), held.key)
    return in_the_room(request, visitor, child, which, opened, form, wrong)


def _keep(request: HttpRequest, visitor: Visitor, child: str, key: str) -> None:
    said = {name: request.POST.getlist(name) for name in TellForm.base_fields if name != "request"}
    begun = kept_draft(visitor, child, key)
    content = {"kind": GIVEN, "meeting": key, "said": said}
    drafts = acting.drafts()
    save_draft(content, visitor.actor, visitor.now, drafts, draft=begun.id if begun else "", child=child)


def _sent(visitor: Visitor, child: str, key: str) -> None:
    """What was begun has been told: nothing of it stays as a draft."""
    if begun := kept_draft(visitor, child, key):
        acting.drafts().sent(visitor.actor, begun.id, visitor.now)
