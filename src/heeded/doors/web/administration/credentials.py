"""Credentials of agencies' systems: made once, shown once, withdrawn for good."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from heeded.bootstrap.signing import administering
from heeded.casework.administering import NotDone, make_credential, permitted, withdraw_credential
from heeded.casework.ports.staffing import Kept
from heeded.doors.web.administration.done import asked, by, for_administrators
from heeded.doors.web.administration.forms import CredentialForm, WhyForm
from heeded.doors.web.page import Visitor, nothing, page


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def made(request: HttpRequest, visitor: Visitor, agency: str) -> HttpResponse:
    """Let a system of an agency in; its secret is shown this once."""
    desk = administering.desk()
    permitted(desk, by(visitor), agency)
    if desk.staffing.found(Kept.AGENCY, agency) is None:
        return nothing(request)
    form = CredentialForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        try:
            identity, secret = make_credential(
                desk, by(visitor), agency, told["name"], told["scopes"], told["days"]
            )
        except NotDone as wrong:
            form.add_error(None, str(wrong))
        else:
            context = {"agency": agency, "name": told["name"], "secret": f"{identity}.{secret}"}
            return page(request, "web/administration/secret.html", context)
    back = reverse("web:agency", kwargs={"agency": agency})
    return asked(request, form, _("Let a system in"), _("Make the credential"), back)


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def withdrawn(request: HttpRequest, visitor: Visitor, credential: str) -> HttpResponse:
    """Let a system in no more, and say why."""
    desk = administering.desk()
    found = desk.staffing.found(Kept.CREDENTIAL, credential)
    permitted(desk, by(visitor), str(found["agency"]) if found else visitor.actor.agency)
    if found is None:
        return nothing(request)
    form = WhyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        withdraw_credential(desk, by(visitor), credential, form.cleaned_data["why"])
        messages.success(request, _("It opens nothing any more."))
        return redirect("web:agency", agency=found["agency"])
    back = reverse("web:agency", kwargs={"agency": found["agency"]})
    hint = _("The system is refused from its next request on. This is not undone: make a new credential.")
    return asked(request, form, _("Withdraw %s") % found["name"], _("Withdraw it"), back, hint)
