"""Several at one draft: with whom it is shared, who has it open, and what somebody else changed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from heeded.bootstrap import acting, door
from heeded.casework.acting import NotNow, Refused
from heeded.casework.acts import share_draft
from heeded.casework.ports.drafts import Draft
from heeded.core.chronology.when import local
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page, refused
from heeded.doors.web.recording.report_form import ReportForm
from heeded.doors.web.shown.names import Names

HERE = 45
"""For how many seconds after their page last asked somebody counts as having it open."""


@require_POST
@for_practitioners
def share(request: HttpRequest, visitor: Visitor, draft: UUID) -> HttpResponse:
    """Share a draft of one's own with colleagues of one's agency, or with nobody any more."""
    known = dict(door.colleagues(visitor.actor.agency))
    chosen = [each for each in request.POST.getlist("colleague") if each in known]
    try:
        share_draft(str(draft), chosen, visitor.actor, acting.drafts())
    except NotNow:
        return nothing(request)
    except Refused as wrong:
        return refused(request, str(wrong))
    return redirect("web:report", draft=draft)


@require_safe
@for_practitioners
def there(request: HttpRequest, visitor: Visitor, draft: UUID) -> HttpResponse:
    """Who else has it open, and whether they changed it, as a fragment; that its reader is there is kept."""
    found = acting.drafts().find(visitor.actor, str(draft))
    if found is None or found.sent is not None:
        return nothing(request)
    acting.drafts().be_there(visitor.actor, found.id, visitor.now)
    seen = request.GET.get("version", "")
    context = {
        "others": others(found, visitor),
        "draft": found,
        "changed": seen.isdigit() and int(seen) < found.version and found.by != visitor.actor.id,
        "who": last(found),
        "at": f"{local(found.saved):%H:%M:%S}",
    }
    return page(request, "web/recording/there.html", context)


def others(draft: Draft, visitor: Visitor) -> list[str]:
    """The names of those others who have it open now."""
    names = Names()
    return [
        names.practitioner(who)
        for who, at in sorted(draft.present.items())
        if who != visitor.actor.id and visitor.now - at <= HERE and who in {draft.author, *draft.shared}
    ]


def last(draft: Draft) -> str:
    """The name of whoever saved it last."""
    return Names().practitioner(draft.by)


def colleagues(draft: Draft, visitor: Visitor) -> list[tuple[str, str, bool]]:
    """Those with whom its author may share it: id, name, and whether they do."""
    return [
        (who, name, who in draft.shared)
        for who, name in door.colleagues(visitor.actor.agency)
        if who != visitor.actor.id
    ]


def differing(form: ReportForm, theirs: QueryDict) -> list[tuple[str, str, str]]:
    """Where two drafts say different things: the question, what mine says, what theirs says."""
    found = []
    for part in (form.when, form.child, *form.parts):
        for field in part:
            mine, other = (data.getlist(field.html_name) for data in (form.data, theirs))
            if [each for each in mine if each] != [each for each in other if each]:
                found.append((str(field.label), ", ".join(mine), ", ".join(other)))
    if form.data.get("about", "") != theirs.get("about", ""):
        about = theirs.get("about", "")
        found.insert(0, ("", form.label, theirs.get(f"label-{about}", "") or about))
    return found
