"""An account decided on by a second person, printed once agreed, and noted as given."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from heeded.bootstrap.keeping import accounts as wiring
from heeded.casework.for_family import agree, give, send_back, to_print
from heeded.casework.for_family.give import How
from heeded.casework.keeping import By
from heeded.doors.web.family.forms import DecisionForm, GivenForm
from heeded.doors.web.family.shown import account_shown, in_short
from heeded.doors.web.family.why import asked_first
from heeded.doors.web.page import Visitor, for_practitioners, page, refused
from heeded.doors.web.shown.names import Names


@require_POST
@for_practitioners
def decide(request: HttpRequest, visitor: Visitor, child: UUID, account: UUID) -> HttpResponse:
    """Let an account go, or send it back with what should be different."""
    return _decide(request, visitor, child, account=account)


@require_POST
@for_practitioners
def given(request: HttpRequest, visitor: Visitor, child: UUID, account: UUID) -> HttpResponse:
    """Keep that it was given, how, and what was said to it."""
    return _given(request, visitor, child, account=account)


@require_safe
@for_practitioners
def printed(request: HttpRequest, visitor: Visitor, child: UUID, account: UUID) -> HttpResponse:
    """The account as the family reads it: only once two people stand behind it."""
    return _printed(request, visitor, child, account=account)


@asked_first
def _decide(request: HttpRequest, by: By, child: UUID, *, account: UUID) -> HttpResponse:
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return refused(request, _("Nothing was decided."), _("Say whether it may go to the family."))
    desk, told = wiring.desk(), form.cleaned_data
    if told["decision"] == "agree":
        agree(desk, by, str(child), str(account))
        messages.success(request, _("It may go to the family. Either of you can print it now."))
    else:
        send_back(desk, by, str(child), str(account), told["words"])
        messages.success(request, _("It was sent back, and does not go. It can be drawn up again."))
    return redirect("web:family-account", child=child, account=account)


@asked_first
def _given(request: HttpRequest, by: By, child: UUID, *, account: UUID) -> HttpResponse:
    form = GivenForm(request.POST)
    if not form.is_valid():
        return refused(request, _("Nothing was written down."), _("Say how it was given."))
    told = form.cleaned_data
    give(wiring.desk(), by, str(child), str(account), How(told["how"]), told["words"])
    messages.success(request, _("That it was given stands in the record."))
    return redirect("web:family-account", child=child, account=account)


@asked_first
def _printed(request: HttpRequest, by: By, child: UUID, *, account: UUID) -> HttpResponse:
    found = to_print(wiring.desk(), by, str(child), str(account))
    names = Names()
    context = {
        "child": child,
        "account": account_shown(found.account, names),
        "short": in_short(found, names),
    }
    return page(request, "web/family/printed.html", context)
