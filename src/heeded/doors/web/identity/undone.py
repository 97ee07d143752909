"""A word on two records taken back, with a reason: they are undecided again."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from heeded.bootstrap.keeping import identity
from heeded.casework.identity import undo
from heeded.casework.keeping import NotDone
from heeded.casework.keeping.desk import NothingThere
from heeded.doors.web.identity.acting import by
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page, refused


class UndoForm(forms.Form):
    """Why a word is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Why do you take it back?"),
        help_text=gettext_lazy("What you said stays in the record, with this beside it."),
        max_length=1_900,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def undone(request: HttpRequest, visitor: Visitor, act: UUID) -> HttpResponse:
    """The form; sent, the list, on which the two wait again."""
    form = UndoForm(request.POST) if request.method == "POST" else UndoForm()
    acting = by(visitor, form.cleaned_data["reason"] if form.is_valid() else "")
    if acting is None:
        return refused(request, _("Only coordinators of the hub say who is who."), _("Ring the hub."))
    if not form.is_valid():
        status = 400 if form.is_bound else 200
        return page(request, "web/identity/undo.html", {"form": form}, status)
    try:
        undo(identity.desk(), acting, str(act))
    except NothingThere:
        return nothing(request)
    except NotDone as wrong:
        return refused(request, f"{wrong.why}.", wrong.do)
    return redirect("web:identity")
