"""Depart from a duty with a reason, on the authority of somebody entitled."""

from __future__ import annotations

from secrets import token_hex

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from heeded.casework.acts import Departure, depart
from heeded.casework.looking import Line
from heeded.core.access import Operation
from heeded.core.access.bond import is_reason
from heeded.doors.web.acts.about import asked, of_a_line, ways_of
from heeded.doors.web.acts.carried_out import carried_out
from heeded.doors.web.page import Visitor, nothing
from heeded.doors.web.purpose.kept import usual

_MOST = 2000


class DepartForm(forms.Form):
    """Why, and on whose authority; `request` names this one act, so that it is done once."""

    reason = forms.CharField(
        label=_("Why is it right not to do this?"),
        help_text=_("In a sentence that somebody who was not there understands."),
        max_length=_MOST,
        widget=forms.Textarea({"rows": 4}),
    )
    request = forms.SlugField(widget=forms.HiddenInput, max_length=100)

    def __init__(self, entitled: tuple[str, ...], visitor: Visitor, data: object = None) -> None:
        first = {"request": token_hex(12), "authorised": "" if entitled else visitor.post}
        super().__init__(data, initial=first)  # type: ignore[arg-type] # a request's form or nothing
        label = _("Who has agreed to it?")
        if entitled:
            choices = [("", _("Choose")), *((each, each) for each in entitled)]
            self.fields["authorised"] = forms.ChoiceField(
                label=label, choices=choices, help_text=_("The agreement names who may.")
            )
        else:
            self.fields["authorised"] = forms.CharField(
                label=label, max_length=200, help_text=_("Their post. It may be yours.")
            )

    def clean_reason(self) -> str:
        """A reason that says something."""
        reason = str(self.cleaned_data["reason"]).strip()
        if not is_reason(reason):
            raise forms.ValidationError(_("Say why in a sentence of five words or more."))
        return reason


@require_http_methods(["GET", "HEAD", "POST"])
@of_a_line
def departure(request: HttpRequest, visitor: Visitor, line: Line) -> HttpResponse:
    """Say that it is not done, and why; what is overdue already stays overdue."""
    form = DepartForm(ways_of(line).departure_by, visitor, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return asked(request, visitor, line, "depart", 400 if form.is_bound else 200, form=form)
    said = form.cleaned_data
    told = Departure(
        child=line.child.id,
        rule=line.rule,
        reason=said["reason"],
        authorised_by=said["authorised"],
        key=line.key,
    )
    wrong = carried_out(
        request,
        visitor,
        line.child.id,
        said["request"],
        lambda by, desk: depart(told, by, desk),
        usual(visitor.actor, Operation.DECIDE),
    )
    if wrong is None:
        return redirect("web:my-list")
    return (
        nothing(request)
        if wrong.hidden
        else asked(request, visitor, line, "depart", 403, form=form, wrong=wrong.why)
    )
