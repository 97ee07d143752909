"""The accounts of a child that one's agency drew up for the family, and each of them for practitioners."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from heeded.bootstrap.keeping import accounts as wiring
from heeded.casework.for_family import held, one
from heeded.casework.keeping import By
from heeded.doors.web.family import why as asking
from heeded.doors.web.family.forms import DecisionForm, GivenForm
from heeded.doors.web.family.shown import account_shown, in_short
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.purpose.kept import keep
from heeded.doors.web.shown.names import Names


@require_safe
@for_practitioners
def accounts(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """What was drawn up for the family of a child, and what became of each, the latest first."""
    return _accounts(request, visitor, child)


@require_POST
@for_practitioners
def why(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """Take down why an account is given, for an hour; the same whether or not there is such a child."""
    if not asking.may_state(visitor):
        return nothing(request)
    form = asking.WhyForm(request.POST)
    if not form.is_valid():
        return page(request, "web/family/why.html", {"form": form, "child": child}, 400)
    keep(request, asking.kept_as(child), asking.stated(form.cleaned_data["reason"]), visitor.now)
    return redirect("web:family-accounts", child=child)


@require_safe
@for_practitioners
def account(request: HttpRequest, visitor: Visitor, child: UUID, account: UUID) -> HttpResponse:
    """One account with all that it tells and all that it leaves out, and what may be done with it."""
    return _account(request, visitor, child, account=account)


@asking.asked_first
def _accounts(request: HttpRequest, by: By, child: UUID) -> HttpResponse:
    names = Names()
    found = held(wiring.desk(), by, str(child))
    context = {"child": child, "accounts": [in_short(each, names) for each in found]}
    return page(request, "web/family/accounts.html", context)


@asking.asked_first
def _account(request: HttpRequest, by: By, child: UUID, *, account: UUID) -> HttpResponse:
    found = one(wiring.desk(), by, str(child), str(account))
    names = Names()
    context = {
        "child": child,
        "short": in_short(found, names),
        "account": account_shown(found.account, names),
        "may_decide": found.awaits_second and found.account.by != by.actor.id,
        "decision": DecisionForm(),
        "given": GivenForm(),
    }
    return page(request, "web/family/account.html", context)
