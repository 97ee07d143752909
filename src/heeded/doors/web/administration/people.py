"""People: added, changed, let in no more and again, and given a page on which they set a password."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from heeded.bootstrap.signing import administering
from heeded.casework.administering import (
    By,
    Desk,
    NotDone,
    add_person,
    ask_to_take_away,
    change_person,
    invite,
    let_back,
    permitted,
    stop_person,
)
from heeded.casework.administering.keep_person import About
from heeded.casework.ports.staffing import Kept
from heeded.doors.web.administration.done import asked, by, for_administrators
from heeded.doors.web.administration.forms import PersonChangeForm, PersonForm, WhyForm
from heeded.doors.web.page import Visitor, nothing, page

_BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(_BOTH)
@for_administrators
def added(request: HttpRequest, visitor: Visitor, agency: str) -> HttpResponse:
    """Let somebody in, and show the page on which they set their password."""
    desk = administering.desk()
    permitted(desk, by(visitor), agency)
    first = {"roles": ["practitioner"]}
    form = PersonForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_valid():
        try:
            made = add_person(desk, by(visitor), agency, _about(form.cleaned_data))
        except NotDone as wrong:
            form.add_error(None, str(wrong))
        else:
            return _invitation(request, visitor, made)
    back = reverse("web:agency", kwargs={"agency": agency})
    return asked(request, form, _("Add somebody"), _("Add them"), back)


@require_http_methods(_BOTH)
@for_administrators
def person(request: HttpRequest, visitor: Visitor, person: str) -> HttpResponse:
    """Change what somebody is, and say why."""
    desk = administering.desk()
    found = desk.staffing.found(Kept.PERSON, person)
    permitted(desk, by(visitor), str(found["agency"]) if found else visitor.actor.agency)
    if found is None:
        return nothing(request)
    form = PersonChangeForm(request.POST if request.method == "POST" else None, initial=dict(found))
    if form.is_valid():
        try:
            change_person(desk, by(visitor), person, _about(form.cleaned_data), form.cleaned_data["why"])
        except NotDone as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("It is changed, from their next page on."))
            return redirect("web:agency", agency=found["agency"])
    back = reverse("web:agency", kwargs={"agency": found["agency"]})
    return asked(request, form, _("Change what %s is") % found["name"], _("Change it"), back)


@require_http_methods(_BOTH)
@for_administrators
def stopped(request: HttpRequest, visitor: Visitor, person: str) -> HttpResponse:
    """Let somebody in no more, and say why."""
    hint = _(
        "They are signed out with their next page. What they wrote, and their name, stays in the record."
    )
    return _why(request, visitor, person, stop_person, (_("Let %s in no more"), hint))


@require_http_methods(_BOTH)
@for_administrators
def back(request: HttpRequest, visitor: Visitor, person: str) -> HttpResponse:
    """Let somebody in again, and say why."""
    hint = _("They have the roles that they had. Look whether those are still right.")
    return _why(request, visitor, person, let_back, (_("Let %s in again"), hint))


@require_http_methods(_BOTH)
@for_administrators
def lost(request: HttpRequest, visitor: Visitor, person: str) -> HttpResponse:
    """Ask that a second factor be taken away that somebody lost."""
    hint = _(
        "Make sure that it is they who ask: see them, or ring them on a number that you know. A second "
        "person agrees within a day, another administrator or a named officer, on the page What was "
        "changed. They are told by e-mail."
    )
    return _why(request, visitor, person, ask_to_take_away, (_("Take the second factor of %s away"), hint))


@require_POST
@for_administrators
def invited(request: HttpRequest, visitor: Visitor, person: str) -> HttpResponse:
    """Show a new page on which somebody sets a password."""
    return _invitation(request, visitor, person)


def _invitation(request: HttpRequest, visitor: Visitor, person: str) -> HttpResponse:
    desk = administering.desk()
    path = invite(desk, by(visitor), person)
    found = desk.staffing.found(Kept.PERSON, person) or {}
    context = {"person": found, "address": request.build_absolute_uri(path)}
    return page(request, "web/administration/invitation.html", context)


def _why(
    request: HttpRequest,
    visitor: Visitor,
    person: str,
    verb: Callable[[Desk, By, str, str], None],
    words: tuple[str, str],
) -> HttpResponse:
    """Ask why, and do it."""
    desk = administering.desk()
    found = desk.staffing.found(Kept.PERSON, person)
    permitted(desk, by(visitor), str(found["agency"]) if found else visitor.actor.agency)
    if found is None:
        return nothing(request)
    form = WhyForm(request.POST if request.method == "POST" else None)
    title = words[0] % found["name"]
    if form.is_valid():
        verb(desk, by(visitor), person, form.cleaned_data["why"])
        messages.success(request, _("It is done."))
        return redirect("web:agency", agency=found["agency"])
    return asked(
        request, form, title, title, reverse("web:agency", kwargs={"agency": found["agency"]}), words[1]
    )


def _about(told: dict[str, object]) -> About:
    roles = told["roles"]
    return About(
        email=str(told["email"]),
        name=str(told["name"]),
        post=str(told["post"]),
        team=str(told["team"]),
        roles=tuple(map(str, roles)) if isinstance(roles, list) else (),
    )
