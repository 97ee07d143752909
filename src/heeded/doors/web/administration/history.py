"""The history of administration: who did what, when and why; and what can be put back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from heeded.bootstrap.signing import administering
from heeded.casework.administering import agree_to_take_away, answered, undo
from heeded.casework.administering import history as held
from heeded.casework.administering.lost_factor import GOOD_FOR
from heeded.casework.ports.staffing import Act
from heeded.core.access import Role
from heeded.doors.web.administration.done import asked, by, for_administrators
from heeded.doors.web.administration.forms import WhyForm
from heeded.doors.web.administration.shown import changes_shown
from heeded.doors.web.page import Visitor, page
from heeded.doors.web.shown.names import Names

A_PAGE = 50


@require_safe
@for_administrators
def history(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """A page of what was done, the latest first."""
    asked_before = request.GET.get("before", "")
    before = int(asked_before) if asked_before.isascii() and asked_before.isdigit() else None
    desk = administering.desk()
    found = held(desk, by(visitor), before, A_PAGE + 1)
    shown = changes_shown(found[:A_PAGE], Names())
    done, mine = answered(desk, None), visitor.actor.id
    waiting = {
        each.number
        for each in found
        if each.act is Act.ASKED
        and str(each.number) not in done
        and visitor.now - each.at <= GOOD_FOR
        and mine not in {each.by, each.id}
    }
    context = {
        "changes": shown,
        "waiting": waiting,
        "next": found[A_PAGE - 1].number if len(found) > A_PAGE else None,
        "may_undo": Role.ADMINISTRATOR in visitor.actor.roles,
    }
    return page(request, "web/administration/history.html", context)


@require_POST
@for_administrators
def agreed(request: HttpRequest, visitor: Visitor, number: int) -> HttpResponse:
    """Agree, as the second person, that a lost second factor is taken away."""
    agree_to_take_away(administering.desk(), by(visitor), number)
    messages.success(request, _("It is taken away. They are told, and set up a new one when they sign in."))
    return redirect("web:administered")


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def undone(request: HttpRequest, visitor: Visitor, number: int) -> HttpResponse:
    """Put back what a change replaced, and say why."""
    form = WhyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        undo(administering.desk(), by(visitor), number, form.cleaned_data["why"])
        messages.success(request, _("It stands as it was before."))
        return redirect("web:administered")
    return asked(request, form, _("Undo this change"), _("Undo it"), reverse("web:administered"))
