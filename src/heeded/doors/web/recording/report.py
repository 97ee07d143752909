"""Record in a minute: one page, kept by the server as it is written, sent as one report exactly once."""

from __future__ import annotations

import json
from secrets import token_hex
from typing import Any, cast
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from heeded.bootstrap import acting
from heeded.casework.acting import By, NothingThere, NotNow, Refused
from heeded.casework.acts import ChangedMeanwhile, discard_draft, keep_draft, send_draft
from heeded.casework.ports.drafts import Draft, Over
from heeded.core.chronology.when import local
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.recording import sent, together, who
from heeded.doors.web.recording.begun import about_whom
from heeded.doors.web.recording.report_form import NEW, REPORT, ReportForm

KEPT = "Heeded-Kept"
"""The header by which the page's script tells an answer to what it kept from any other."""
_OURS = {"csrfmiddlewaretoken", "do", "version", "window", "sought"}


@require_safe
@for_practitioners
def begin(request: HttpRequest, visitor: Visitor, child: UUID | None = None) -> HttpResponse:  # noqa: ARG001 - as every page
    """A page of its own for a new report: nothing is kept before something is written."""
    address = reverse("web:report", kwargs={"draft": uuid4()})
    return redirect(f"{address}?child={child}" if child else address)


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def report(request: HttpRequest, visitor: Visitor, draft: UUID) -> HttpResponse:
    """Write it, keep it, throw it away or send it; one that was sent shows what became of it."""
    found = acting.drafts().find(visitor.actor, str(draft))
    if request.method == "POST":
        return _done(request, visitor, str(draft), found)
    if found is None:
        new = Draft(id=str(draft), author=visitor.actor.id, child="", saved=0, content={}, version=0)
        return _page(request, visitor, _begun(request, visitor, new.id), new)
    if found.sent is not None:
        return redirect("web:report-sent", draft=draft)
    if found.content.get("kind") != REPORT:
        return redirect("web:draft", draft=draft)
    return _page(request, visitor, _form(request, visitor, found.id, _said(found)), found)


def _done(request: HttpRequest, visitor: Visitor, draft: str, found: Draft | None) -> HttpResponse:
    """Do with a draft what its writer asks for; what was written is kept, whatever becomes of it."""
    do = request.POST.get("do", "keep")
    if do == "discard":
        if found is not None and found.sent is None:
            discard_draft(draft, visitor.actor, acting.drafts())
        return redirect("web:drafts")
    form = _form(request, visitor, draft, request.POST, whom=do != "keep")
    if found is not None and found.sent is not None:
        return _again(request, visitor, found, form)
    return _written(request, visitor, draft, form, do)


def _written(request: HttpRequest, visitor: Visitor, draft: str, form: ReportForm, do: str) -> HttpResponse:
    """Keep what is written, and go on; both texts where somebody else wrote meanwhile."""
    if do == "keep" and not form.substantial:
        return _kept(request, visitor, None)
    try:
        now = _keep(request, visitor, draft, form)
    except ChangedMeanwhile as changed:
        if do == "keep":
            return _kept(request, visitor, changed.draft, changed=True)
        return _page(request, visitor, form, changed.draft, theirs=changed.draft)
    except NotNow:
        return nothing(request)
    return _then(request, visitor, now, form, do)


def _then(request: HttpRequest, visitor: Visitor, draft: Draft, form: ReportForm, do: str) -> HttpResponse:
    """What follows once it is kept."""
    match do:
        case "keep":
            return _kept(request, visitor, draft)
        case "send":
            return _send(request, visitor, draft, form)
        case "seek":
            return _page(request, visitor, form, draft, seeks=True)
        case _:
            return redirect("web:report", draft=draft.id)


def _keep(request: HttpRequest, visitor: Visitor, draft: str, form: ReportForm) -> Draft:
    said = {name: values for name, values in request.POST.lists() if name not in _OURS}
    content = {"kind": REPORT, "kinds": form.kinds(), "said": said}
    version = request.POST.get("version", "0")
    child = "" if form.about == NEW else form.about
    over = Over(
        version=int(version) if version.isascii() and version.isdigit() else 0,
        window=request.POST.get("window", "")[:40],
        child=child,
    )
    return keep_draft(draft, content, over, visitor.actor, visitor.now, acting.drafts())


def _send(request: HttpRequest, visitor: Visitor, draft: Draft, form: ReportForm) -> HttpResponse:
    """Send it once; what is missing, or why it cannot be sent, is said beside what was written."""
    if draft.author != visitor.actor.id:
        return _page(
            request,
            visitor,
            form,
            draft,
            [("send", _("Only who began this report can send it: it is told in their name."))],
        )
    if wrong := form.missing():
        return _page(request, visitor, form, draft, wrong)
    try:
        _sent(request, visitor, draft, form)
    except NothingThere:
        return nothing(request)
    except Refused as refused:
        return _page(request, visitor, form, draft, [("id_what", str(refused))])
    return redirect("web:report-sent", draft=draft.id)


def _sent(request: HttpRequest, visitor: Visitor, draft: Draft, form: ReportForm) -> None:
    people = form.people()
    child = people[0].ref if form.about == NEW else form.about
    first, *also = form.tellings(child, draft.saved)
    by = By(actor=visitor.actor, request=draft.id, now=visitor.now, post=visitor.post)
    done = send_draft(draft.id, first, by, acting.desk(), acting.drafts(), people, also)
    sent.remember(request, visitor, draft.id, done, people[0].name if form.about == NEW else "")


def _again(request: HttpRequest, visitor: Visitor, draft: Draft, form: ReportForm) -> HttpResponse:
    """What was sent is sent again: the same is there once; other words are kept, as a report of their own."""
    if request.POST.get("do") == "send" and not form.missing():
        try:
            _sent(request, visitor, draft, form)
        except Refused:
            said = _("This was sent already, with other words. What you wrote since is a new report.")
            apart = _keep(request, visitor, str(uuid4()), form)
            return _page(request, visitor, form, apart, [("id_what", said)])
    if request.headers.get("HX-Request"):
        answer = page(request, "web/recording/kept.html", {"sent": draft})
        answer[KEPT] = "sent"
        return answer
    return redirect("web:report-sent", draft=draft.id)


def _kept(
    request: HttpRequest, visitor: Visitor, draft: Draft | None, *, changed: bool = False
) -> HttpResponse:
    """When it was saved, as a fragment; that somebody else changed it."""
    context: dict[str, Any] = {"draft": draft, "changed": changed}
    if draft is not None:
        context |= {
            "at": f"{local(draft.saved):%H:%M:%S}",
            "others": together.others(draft, visitor),
            "who": together.last(draft),
        }
    answer = page(request, "web/recording/kept.html", context, 409 if changed else 200)
    answer[KEPT] = "changed" if changed else "kept"
    return answer


def _form(
    request: HttpRequest, visitor: Visitor, draft: str, data: QueryDict, *, whom: bool = True
) -> ReportForm:
    about = data.get("about", "")
    found = about_whom(request, visitor, about) if whom and about != NEW else None
    return ReportForm(
        draft, data, found.people if found else (), found.months if found else None, visitor.now
    )


def _begun(request: HttpRequest, visitor: Visitor, draft: str) -> ReportForm:
    """A form with nothing in it but this day, and the child from whose page its writer came."""
    data = QueryDict(mutable=True)
    data["day"] = f"{local(visitor.now):%Y-%m-%d}"
    if child := request.GET.get("child", ""):
        found = about_whom(request, visitor, child)
        data["about"] = child
        data[f"label-{child}"] = ", ".join(filter(None, (found.name, found.born)))
    return _form(request, visitor, draft, data)


def _said(draft: Draft) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in cast("dict[str, list[str]]", draft.content.get("said", {})).items():
        data.setlist(name, values)
    return data


def _page(
    request: HttpRequest,
    visitor: Visitor,
    form: ReportForm,
    draft: Draft,
    wrong: list[tuple[str, str]] | None = None,
    theirs: Draft | None = None,
    *,
    seeks: bool = False,
) -> HttpResponse:
    sought = who.sought(request, visitor) if seeks else {}
    if not wrong:
        form.unsaid()
    context = {
        "form": form,
        "draft": draft,
        "mine": draft.author == visitor.actor.id,
        "window": token_hex(8),
        "person": visitor.actor.id,
        "wrong": wrong or [],
        "theirs": together.differing(form, _said(theirs)) if theirs else [],
        "who": together.last(draft),
        "changed": theirs is not None,
        "at": f"{local(draft.saved):%H:%M}" if draft.version else "",
        "others": together.others(draft, visitor),
        "colleagues": together.colleagues(draft, visitor),
        **sought,
        "doing": json.dumps({"do": "keep"}),
    }
    return page(request, "web/recording/report.html", context, 409 if theirs else 400 if wrong else 200)
