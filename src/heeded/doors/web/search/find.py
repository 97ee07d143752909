"""Find a child by name or by number: whether there is a record, and whom to ring. No content."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from heeded.bootstrap import looking
from heeded.casework.identity import search
from heeded.casework.looking import NothingThere, Refused, by_number, by_reference
from heeded.core.chronology.identifiers import checked, plain
from heeded.core.chronology.report import LOCAL_ID, NHS_NUMBER, UPN, Identifier
from heeded.doors.web.page import Visitor, for_practitioners, page, refused
from heeded.doors.web.purpose.kept import usual
from heeded.doors.web.search.named import NamedForm
from heeded.doors.web.search.shown import matches


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
    """The forms, and what was found: nothing sought stands in an address, so that no log keeps it."""
    if request.method != "POST":
        return _page(request, {})
    if "system" in request.POST:
        return _by_number(request, visitor)
    return _by_name(request, visitor)


def _by_name(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Those who may be meant by a name and what goes with it; as somebody types, no more than the list."""
    form = NamedForm(request.POST)
    typing = request.headers.get("HX-Request") == "true"
    if not form.is_valid():
        if typing:
            return page(request, "web/search/found.html", {"form": form, "sought": False})
        return _page(request, {"named": form, "form": form}, 400)
    told = (form.sought(), form.cleaned_data["carer"])
    searched = search(looking.desk(), visitor.actor, *told, visitor.now, usual(visitor.actor))
    shown = {"searched": searched, "matches": matches(searched.found), "sought": True}
    if typing:
        return page(request, "web/search/found.html", shown)
    return _page(request, {"named": form, **shown})


def _by_number(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Whoever carries a number, exactly."""
    form = NumberForm(request.POST)
    if not form.is_valid():
        return _page(request, {"numbered": form, "form": form}, 400)
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
            return _page(request, {"numbered": form, "said": said, "by_number": True})
    return _page(request, {"numbered": form, "found": found, "by_number": True})


def _page(request: HttpRequest, shown: Mapping[str, object], status: int = 200) -> HttpResponse:
    """The page with both forms, filled where somebody filled them."""
    return page(
        request, "web/search/find.html", {"named": NamedForm(), "numbered": NumberForm(), **shown}, status
    )
