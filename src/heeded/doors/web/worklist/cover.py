"""Cover: say that one is away and who carries one's work meanwhile, and see for whom one covers."""

from __future__ import annotations

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from heeded.bootstrap import door, looking
from heeded.casework.looking import NotArranged, cover, covers
from heeded.core.access import Role
from heeded.core.chronology.when import When, local
from heeded.doors.web.page import Visitor, for_practitioners, page
from heeded.doors.web.shown.moments import day
from heeded.doors.web.shown.names import Names

_DATE = {"type": "date"}


class CoverForm(forms.Form):
    """Who is away, from which day to which, both included, and who covers."""

    absent = forms.ChoiceField(label=gettext_lazy("Who is away?"))
    first = forms.DateField(label=gettext_lazy("From"), widget=forms.DateInput(_DATE))
    last = forms.DateField(label=gettext_lazy("Up to and including"), widget=forms.DateInput(_DATE))
    by = forms.ChoiceField(label=gettext_lazy("Who covers?"))

    def __init__(self, visitor: Visitor, data: object = None) -> None:
        today = local(visitor.now).date().isoformat()
        first = {"absent": visitor.actor.id, "first": today}
        super().__init__(data, initial=first)  # type: ignore[arg-type] # a request's form or nothing
        others = [each for each in door.colleagues(visitor.actor.agency) if each[0] != visitor.actor.id]
        me = (visitor.actor.id, _("I am (%s)") % visitor.actor.name)
        manages = Role.TEAM_MANAGER in visitor.actor.roles
        for name, choices in (
            ("absent", [me, *(others if manages else [])]),
            ("by", [("", _("Choose")), *others, *([(me[0], visitor.actor.name)] if manages else [])]),
        ):
            choosing = self.fields[name]
            assert isinstance(choosing, forms.ChoiceField)  # noqa: S101 - declared above
            choosing.choices = choices
        if not manages:
            self.fields["absent"].widget = forms.HiddenInput()


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def arrange(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Put cover down, and see who covers for whom now and later."""
    form = CoverForm(visitor, request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data
        since, until = _begins(said["first"]), _ends(said["last"])
        try:
            cover(looking.desk(), visitor.actor, said["absent"], said["by"], since, until, visitor.now)
        except NotArranged as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("It is arranged. What is owed stands on both lists meanwhile."))
            return redirect("web:cover")
    names = Names()
    found = [
        {
            "absent": names.practitioner(each.absent),
            "by": names.practitioner(each.cover),
            "first": day(local(each.since).date()),
            "last": day(local(each.until - 1).date()),
            "now": each.since <= visitor.now,
            "mine": each.cover == visitor.actor.id,
            "me": each.absent == visitor.actor.id,
        }
        for each in covers(looking.desk(), visitor.actor, visitor.now)
    ]
    return page(
        request, "web/worklist/cover.html", {"form": form, "covers": found}, 400 if form.errors else 200
    )


def _begins(when: date) -> int:
    """The first second of a local day."""
    return When.day(when).earliest


def _ends(when: date) -> int:
    """The second after a local day."""
    return When.day(when).latest + 1
