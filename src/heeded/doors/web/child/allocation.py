"""Allocate a child's work to a colleague, or take it from one: for managers, and never of oneself."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from heeded.bootstrap import acting, door
from heeded.casework.acting import By, NothingThere, Refused
from heeded.casework.acts import allocate, stand_down
from heeded.core.access import Operation, RecordClass, Standing
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page, refused

VERBS = {"allocate": allocate, "stand-down": stand_down}


class AllocationForm(forms.Form):
    """Which colleague; `request` names this one act, so that it is done once however often it is sent."""

    practitioner = forms.ChoiceField(label=gettext_lazy("Which colleague?"))
    what = forms.ChoiceField(
        label=gettext_lazy("What do you say?"),
        choices=[
            ("allocate", gettext_lazy("The child is theirs to work with from now on")),
            ("stand-down", gettext_lazy("The child is theirs to work with no more")),
        ],
        widget=forms.RadioSelect,
        initial="allocate",
    )
    request = forms.SlugField(widget=forms.HiddenInput, max_length=60)

    def __init__(self, visitor: Visitor, data: object = None, **named: object) -> None:
        super().__init__(data, **named)  # type: ignore[arg-type] # a request's form or nothing
        choosing = self.fields["practitioner"]
        assert isinstance(choosing, forms.ChoiceField)  # noqa: S101 - declared above
        choosing.choices = [
            each for each in door.colleagues(visitor.actor.agency) if each[0] != visitor.actor.id
        ]


def may_allocate(visitor: Visitor) -> bool:
    """Whether the visitor's role may say whose work a child is."""
    return door.policy().might(visitor.actor, Standing.NONE, RecordClass.DIRECTORY, Operation.ALLOCATE)


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def allocation(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """Say whose work a child is; the page is the same whether or not there is such a child."""
    if not may_allocate(visitor):
        return refused(request, _("Whose work a child is, a manager says."), _("Ask yours."))
    data = request.POST if request.method == "POST" else None
    form = AllocationForm(visitor, data, initial={"request": f"{child}-{visitor.now}"})
    if not form.is_valid():
        context = {"form": form, "child": child}
        return page(request, "web/allocation.html", context, 400 if form.is_bound else 200)
    told = form.cleaned_data
    by = By(actor=visitor.actor, request=told["request"], now=visitor.now, post=visitor.post)
    try:
        VERBS[told["what"]](str(child), told["practitioner"], by, acting.desk())
    except NothingThere:
        return nothing(request)
    except Refused as wrong:
        return refused(request, str(wrong))
    messages.success(request, _("It stands in the record."))
    return redirect("web:child", child=child)
