"""Agencies: the list, one of them with its people and systems, and what is added and changed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from heeded.bootstrap.signing import administering
from heeded.casework.administering import NotDone, add_agency, change_agency, for_all, permitted
from heeded.casework.administering.keep_agency import About
from heeded.casework.ports.staffing import Kept
from heeded.doors.web.administration.done import asked, by, for_administrators
from heeded.doors.web.administration.forms import AgencyChangeForm, AgencyForm
from heeded.doors.web.administration.shown import credentials_shown, lacking, people_shown
from heeded.doors.web.page import Visitor, nothing, page


@require_safe
@for_administrators
def agencies(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The agencies that the visitor administers, each with its people in figures."""
    desk = administering.desk()
    permitted(desk, by(visitor), visitor.actor.agency)
    every = for_all(desk, by(visitor))
    found = desk.staffing.every(Kept.AGENCY, "" if every else visitor.actor.agency)
    people = desk.staffing.every(Kept.PERSON)
    rows = [
        {**each, "people": len([one for one in people if one["agency"] == each["id"] and one["active"]])}
        for each in found
    ]
    return page(request, "web/administration/agencies.html", {"agencies": rows, "every": every})


@require_safe
@for_administrators
def agency(request: HttpRequest, visitor: Visitor, agency: str) -> HttpResponse:
    """One agency: how it is reached, who works there, which systems it lets in, and what it lacks."""
    desk = administering.desk()
    permitted(desk, by(visitor), agency)
    found = desk.staffing.found(Kept.AGENCY, agency)
    if found is None:
        return nothing(request)
    people = people_shown(desk.staffing.every(Kept.PERSON, agency))
    context = {
        "agency": found,
        "here": [each for each in people if each.active],
        "gone": [each for each in people if not each.active],
        "credentials": credentials_shown(desk.staffing.every(Kept.CREDENTIAL, agency)),
        "lacking": lacking(found, people),
        "own": visitor.actor.id,
    }
    return page(request, "web/administration/agency.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def added(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Add an agency."""
    desk = administering.desk()
    permitted(desk, by(visitor), None)
    form = AgencyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = add_agency(desk, by(visitor), About(**form.cleaned_data))
        except NotDone as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("The agency is added. Now add its first administrator."))
            return redirect("web:agency", agency=made)
    return asked(request, form, _("Add an agency"), _("Add the agency"), reverse("web:administration"))


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def changed(request: HttpRequest, visitor: Visitor, agency: str) -> HttpResponse:
    """Change an agency, and say why."""
    desk = administering.desk()
    permitted(desk, by(visitor), agency)
    found = desk.staffing.found(Kept.AGENCY, agency)
    if found is None:
        return nothing(request)
    stands = {**found, "out_of_hours": found["telephone_out_of_hours"]}
    form = AgencyChangeForm(request.POST if request.method == "POST" else None, initial=stands)
    if form.is_valid():
        told = dict(form.cleaned_data)
        why = told.pop("why")
        try:
            change_agency(desk, by(visitor), agency, About(**told), why)
        except NotDone as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("It is changed from now on."))
            return redirect("web:agency", agency=agency)
    back = reverse("web:agency", kwargs={"agency": agency})
    return asked(request, form, _("Change %s") % found["name"], _("Change it"), back)
