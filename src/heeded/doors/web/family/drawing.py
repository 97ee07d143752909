"""An account drawn up: what may be told is proposed, and somebody chooses and writes."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from heeded.bootstrap.keeping import accounts as wiring
from heeded.casework.for_family import Choice, Proposed, draw_up, propose
from heeded.casework.keeping import By, NotDone, NothingThere
from heeded.doors.web.family.forms import DrawingForm
from heeded.doors.web.family.shown import left_out_shown, line_shown, looked_shown, uncounted
from heeded.doors.web.family.why import asked_first
from heeded.doors.web.page import Visitor, for_practitioners, page
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import name


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def draw(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """What may be told and what is left out, to be chosen from; posted, the account is kept as it is."""
    return _draw(request, visitor, child)


@asked_first
def _draw(request: HttpRequest, by: By, child: UUID) -> HttpResponse:
    desk = wiring.desk()
    proposed = propose(desk, by, str(child))
    form = DrawingForm(_people(proposed), request.POST if request.method == "POST" else None)
    wrong = ""
    if form.is_valid():
        told = form.cleaned_data
        choice = Choice(
            to=told["to"],
            words=told["words"],
            put_in=frozenset(request.POST.getlist("put_in")),
            leave_out=frozenset(request.POST.getlist("leave_out")),
        )
        try:
            made = draw_up(desk, by, str(child), choice)
        except NothingThere:
            raise
        except NotDone as refused:
            wrong = str(refused)
        else:
            messages.success(request, _("It is drawn up. A second person reads it before it may be printed."))
            return redirect("web:family-account", child=child, account=made.id)
    context = {**_shown(proposed, request), "form": form, "child": child, "wrong": wrong}
    return page(request, "web/family/draw.html", context, 400 if form.is_bound else 200)


def _people(proposed: Proposed) -> list[tuple[str, str]]:
    """Those of the family, adults first: an account is seldom for a small child."""
    people = sorted(proposed.people.items(), key=lambda each: (not each[1].adult, each[0]))
    return [("", _("choose")), *((id_, name(person)) for id_, person in people)]


def _shown(proposed: Proposed, request: HttpRequest) -> dict[str, object]:
    names = Names()
    return {
        "name": name(proposed.people.get(proposed.child)),
        "lines": [line_shown(line, names) for line in proposed.lines],
        "left_out": left_out_shown(proposed.left_out, names),
        "looks": [looked_shown(each, names) for each in proposed.looks],
        "uncounted": uncounted(proposed.held_back, proposed.withheld),
        "shielded": [name(proposed.people.get(each)) for each in sorted(proposed.shielded)],
        "cut_short": proposed.cut_short,
        "chosen": frozenset((*request.POST.getlist("put_in"), *request.POST.getlist("leave_out"))),
    }
