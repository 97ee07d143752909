"""Record an event: choose its kind, write it down in one's own time, and send it exactly once."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from heeded.bootstrap import acting
from heeded.casework.acting import By, Done, NothingThere, Refused
from heeded.casework.acts import discard_draft, my_drafts, send_draft
from heeded.casework.ports.drafts import Draft
from heeded.core.chronology.vocabulary import KINDS
from heeded.doors.web.child.child import TO_DRAFT
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.recording import begun
from heeded.doors.web.recording.begun import Begun
from heeded.doors.web.recording.report_form import REPORT
from heeded.doors.web.shown.done import became
from heeded.doors.web.shown.moments import moment
from heeded.doors.web.shown.names import Names


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def choose(request: HttpRequest, visitor: Visitor, child: UUID | None = None) -> HttpResponse:
    """Choose the kind of event, of a child of the record or of one whom it does not hold yet."""
    kind = request.POST.get("kind", "")
    if request.method == "POST" and kind in KINDS:
        return redirect("web:draft", draft=begun.begin(visitor, kind, str(child or "")))
    chapters: dict[str, list[tuple[str, str]]] = {}
    for each in KINDS.values():
        if each.name != "withdrawal":
            chapters.setdefault(each.chapter, []).append((each.name, each.meaning))
    context = {"chapters": chapters.items(), "child": child, "missing": request.method == "POST"}
    return page(request, "web/choose_kind.html", context, 400 if request.method == "POST" else 200)


@require_safe
@for_practitioners
def listed(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """What the visitor has begun and not sent, and what colleagues write together with them."""
    names, held = Names(), acting.drafts()
    drafts = [(each.id, _called(each), moment(each.saved)) for each in my_drafts(visitor.actor, held)]
    shared = [
        (each.id, _called(each), moment(each.saved), names.practitioner(each.author))
        for each in held.shared(visitor.actor)
    ]
    return page(request, "web/drafts.html", {"drafts": drafts, "shared": shared})


def _called(draft: Draft) -> str:
    """What a draft is called in a list: its kind of event."""
    kind = str(draft.content.get("kind", ""))
    return _("Report") if kind == REPORT else kind


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def draft(request: HttpRequest, visitor: Visitor, draft: UUID) -> HttpResponse:
    """Take a draft up again, save it, throw it away or send it; one that was sent says that it was."""
    found = begun.find(visitor, str(draft))
    if found is None:
        return nothing(request)
    if found.sent is not None:
        return page(request, "web/sent.html", {"child": found.child, "at": moment(found.sent)})
    if found.content.get("kind") == REPORT:
        return redirect("web:report", draft=draft)
    try:
        if request.method == "POST":
            return _done(request, visitor, found)
        return _form(request, begun.taken_up(request, visitor, found))
    except Refused as refused:
        return _not_done(request, visitor, found, refused)


def _not_done(request: HttpRequest, visitor: Visitor, draft: Draft, refused: Refused) -> HttpResponse:
    """Why it was not done, beside what was written; what another window sent meanwhile says so."""
    if isinstance(refused, NothingThere):
        return nothing(request)
    now = begun.find(visitor, draft.id)
    if now is None or now.sent is not None:
        return redirect("web:draft", draft=draft.id)
    return _form(request, begun.taken_up(request, visitor, draft, request.POST), str(refused))


def _done(request: HttpRequest, visitor: Visitor, draft: Draft) -> HttpResponse:
    """Do with a draft what its author asks for; what was written is kept, whatever becomes of it."""
    if request.POST.get("do") == "discard":
        discard_draft(draft.id, visitor.actor, acting.drafts())
        return redirect("web:drafts")
    begun.save(visitor, draft, request.POST)
    if request.POST.get("do") == "send":
        return _send(request, visitor, begun.taken_up(request, visitor, draft, request.POST))
    messages.success(request, _("Saved. Nobody but you sees it until you send it."))
    return redirect("web:draft", draft=draft.id)


def _send(request: HttpRequest, visitor: Visitor, taken: Begun) -> HttpResponse:
    if not taken.valid:
        return _form(request, taken)
    people = (taken.about.described(taken.draft.id),) if taken.about else ()
    child = people[0].ref if people else taken.draft.child
    telling = taken.event.telling(child)
    by = By(actor=visitor.actor, request=taken.draft.id, now=visitor.now, post=visitor.post)
    done: Done = send_draft(taken.draft.id, telling, by, acting.desk(), acting.drafts(), people)
    context = {
        "child": taken.draft.child,
        "kind": taken.kind.name,
        **became(done, visitor.actor.agency, Names()),
    }
    return page(request, "web/recorded.html", context)


def _form(request: HttpRequest, taken: Begun, wrong: str = "") -> HttpResponse:
    invalid = wrong or any(form.errors for form in taken.forms)
    saved = moment(taken.draft.saved)
    context = {"taken": taken, "wrong": wrong, "saved": saved, "draft": taken.draft.id}
    context["then"] = f"{TO_DRAFT}{taken.draft.id}"
    return page(request, "web/draft.html", context, 400 if invalid else 200)
