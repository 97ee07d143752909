"""The glass: broken for a reason by somebody without standing, and reviewed by a named officer."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from heeded.bootstrap import looking
from heeded.casework.looking import (
    Ask,
    NothingThere,
    Outcome,
    Refused,
    awaiting_review,
    break_glass,
    review_glass,
)
from heeded.core.access import Operation
from heeded.doors.web.looks.shown import glass as shown
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page, refused
from heeded.doors.web.purpose.form import PurposeForm
from heeded.doors.web.purpose.kept import keep, usual
from heeded.doors.web.shown.moments import moment
from heeded.doors.web.shown.names import Names
from heeded.doors.web.sign_in.step_up import asked_again


class ReviewForm(forms.Form):
    """What a named officer found of a broken glass."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("What did you find?"), choices=[(each.value, each.value) for each in Outcome]
    )
    words = forms.CharField(
        label=gettext_lazy("In a sentence"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def broken(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """Ask why the glass is broken, and open the record for three hours; the child's lead is told."""
    data = request.POST if request.method == "POST" else None
    form = PurposeForm(visitor.actor, Operation.BREAK_GLASS, data, reason_needed=True)
    if data is None or not form.is_valid():
        return page(
            request, "web/looks/glass.html", {"form": form, "child": child}, 200 if data is None else 400
        )
    stated = form.stated()
    ask = Ask(actor=visitor.actor, child=str(child), now=visitor.now, stated=stated)
    match break_glass(looking.desk(), ask):
        case NothingThere():
            return nothing(request)
        case Refused(why=why):
            return refused(request, why)
        case opened:
            keep(request, str(child), stated, visitor.now)
            messages.warning(
                request,
                _("The record is open to you until %s. A named officer reviews why.")
                % moment(opened.glass.until),
            )
    return redirect("web:child", child=child)


@require_safe
@asked_again
@for_practitioners
def awaiting(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The glasses broken in one's agency that await review, the overdue first; asks who is there again."""
    stated = usual(visitor.actor, Operation.REVIEW_LOOKS)
    found = awaiting_review(looking.desk(), visitor.actor, visitor.now, stated)
    if isinstance(found, Refused):
        return refused(request, found.why)
    names = Names()
    glasses = [(shown(each, names), ReviewForm(prefix=each.glass.id)) for each in found.glasses]
    return page(request, "web/looks/glasses.html", {"glasses": glasses, "more": found.next_after is not None})


@require_POST
@asked_again
@for_practitioners
def review(request: HttpRequest, visitor: Visitor, glass: UUID) -> HttpResponse:
    """Put down what the officer found; asks who is there again."""
    form = ReviewForm(request.POST, prefix=str(glass))
    if not form.is_valid():
        return refused(request, _("Choose what you found, and say it in a sentence."))
    stated = usual(visitor.actor, Operation.REVIEW_LOOKS)
    ask = Ask(actor=visitor.actor, child="", now=visitor.now, stated=stated)
    told = form.cleaned_data
    match review_glass(looking.desk(), ask, str(glass), Outcome(told["outcome"]), told["words"]):
        case NothingThere():
            return nothing(request)
        case Refused(why=why):
            return refused(request, why)
    messages.success(request, _("Your review stands in the record."))
    return redirect("web:glasses")
