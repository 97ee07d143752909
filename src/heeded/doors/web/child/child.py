"""Why somebody looks at a child's record: asked before anything of it is shown."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from heeded.bootstrap import looking
from heeded.core.access import Actor, Operation
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.purpose.form import PurposeForm
from heeded.doors.web.purpose.kept import forget, keep

TO_DRAFT = "draft-"
"""How the name begins under which a stated purpose leads back to a draft."""
AFTERWARDS = {
    "record": "web:child",
    "looks": "web:looks",
    **{
        part: f"web:child-{part}"
        for part in (
            *("chronology", "injuries", "accounts", "access"),
            *("family", "plan", "unknown", "requests"),
        )
    },
}
"""Where a stated purpose leads, by the name that the form carries."""


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def state_purpose(request: HttpRequest, visitor: Visitor, child: UUID, then: str) -> HttpResponse:
    """Take down why somebody looks, for an hour, and go on to what they wanted to see."""
    draft = _draft(then)
    if then not in AFTERWARDS and draft is None:
        return nothing(request)
    if request.method != "POST":
        return ask_purpose(request, visitor, child, then)
    form = PurposeForm(visitor.actor, _for_what(visitor.actor, then), request.POST)
    if not form.is_valid():
        return ask_purpose(request, visitor, child, then, form)
    keep(request, kept_as(child, then), form.stated(), visitor.now)
    return redirect(AFTERWARDS[then], child=child) if draft is None else redirect("web:draft", draft=draft)


@require_POST
@for_practitioners
def change_purpose(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:  # noqa: ARG001 - as every page
    """Forget why somebody looks, so that it is asked anew."""
    forget(request, str(child))
    return redirect("web:child", child=child)


def ask_purpose(
    request: HttpRequest, visitor: Visitor, child: UUID, then: str, form: PurposeForm | None = None
) -> HttpResponse:
    """The page that asks why somebody looks: the same whether or not there is such a child."""
    asked = form or PurposeForm(visitor.actor, _for_what(visitor.actor, then))
    status = 400 if form else 200
    return page(request, "web/purpose.html", {"form": asked, "child": child, "then": then}, status)


def kept_as(child: UUID, then: str) -> str:
    """As what a purpose is kept: why somebody opens a record is not why they review who did."""
    return f"{child} {then}" if then == "looks" else str(child)


def _draft(then: str) -> UUID | None:
    """The draft to which a stated purpose leads back, where it is one."""
    if not then.startswith(TO_DRAFT):
        return None
    try:
        return UUID(then.removeprefix(TO_DRAFT))
    except ValueError:
        return None


def _for_what(actor: Actor, then: str) -> Operation:
    """Whoever reviews looks is asked for a purpose of that; others for one of reading."""
    reviews = then == "looks" and looking.open_to(actor, Operation.REVIEW_LOOKS)
    return Operation.REVIEW_LOOKS if reviews else Operation.READ
