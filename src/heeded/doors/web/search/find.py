"""Find a child by an exact number: whether there is a record, and whom to ring. No content."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from heeded.bootstrap import looking
from heeded.casework.looking import NothingThere, Refused, by_number, by_reference
from heeded.core.chronology.identifiers import checked, plain
from heeded.core.chronology.report import LOCAL_ID, NHS_NUMBER, UPN, Identifier
from heeded.doors.web.page import Visitor, for_practitioners, page, refused
from heeded.doors.web.purpose.kept import usual


class NumberForm(forms.Form):
    """A register, and the number by which it knows a child."""

    system = forms.ChoiceField(
        label=_("What do you have?"),
        choices=[
            (NHS_NUMBER, _("NHS number")),
            (UPN, _("unique pupil number")),
            (LOCAL_ID, _("your agency's own reference")),
        ],
        widget=forms.RadioSelect,
        initial=NHS_NUMBER,
    )
    value = forms.CharField(label=_("The number"), max_length=100, widget=forms.TextInput)

    def clean(self) -> dict[str, object]:
        """Refuse a number whose own check says that it was mistyped."""
        told = super().clean() or {}
        if told.get("value") and told.get("system") and (why := checked(self.identifier())):
            self.add_error("value", f"{why[:1].upper()}{why[1:]}.")
        return told

    def identifier(self) -> Identifier:
        """The number, written plainly."""
        return plain(Identifier(self.cleaned_data["system"], self.cleaned_data["value"]))


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def find(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The form, and what was found: the number stands in no address, so that no log keeps it."""
    if request.method != "POST":
        return page(request, "web/find.html", {"form": NumberForm()})
    form = NumberForm(request.POST)
    if not form.is_valid():
        return page(request, "web/find.html", {"form": form}, 400)
    number, stated = form.identifier(), usual(visitor.actor)
    desk = looking.desk()
    if number.system == LOCAL_ID:
        found = by_reference(desk, visitor.actor, number.value, visitor.now, stated)
    else:
        found = by_number(desk, visitor.actor, number, visitor.now, stated)
    match found:
        case Refused(why=why):
            return refused(request, why)
        case NothingThere(said=said):
            return page(request, "web/find.html", {"form": form, "said": said, "sought": True})
    return page(request, "web/find.html", {"form": form, "found": found, "sought": True})
