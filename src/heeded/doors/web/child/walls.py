"""Walls that a practitioner puts up: a shield around somebody, and one between oneself and a household."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from heeded.bootstrap import looking
from heeded.bootstrap.keeping import walls
from heeded.casework import keeping
from heeded.casework.keeping import NotDone, NothingThere
from heeded.casework.looking import Ask, Opened, open_record
from heeded.core.access import Stated
from heeded.core.access.shield import Shielded
from heeded.doors.web.child.child import ask_purpose
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page, refused
from heeded.doors.web.purpose.kept import forget, kept_for
from heeded.doors.web.shown.people import name

_WORDS = {
    Shielded.ADDRESS: gettext_lazy("the address: where they live"),
    Shielded.WHEREABOUTS: gettext_lazy("their whereabouts: where they are now"),
    Shielded.IDENTITY: gettext_lazy("who they are, with all the rest"),
}


class ShieldForm(forms.Form):
    """Of whom what is held back, and why."""

    person = forms.ChoiceField(label=gettext_lazy("Who is shielded?"))
    what = forms.ChoiceField(
        label=gettext_lazy("What is held back?"),
        choices=[(str(each), words) for each, words in _WORDS.items()],
        widget=forms.RadioSelect,
        initial=str(Shielded.ADDRESS),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why, in a sentence"), max_length=500, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, people: list[tuple[str, str]], data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type] # a request's form or nothing
        choosing = self.fields["person"]
        assert isinstance(choosing, forms.ChoiceField)  # noqa: S101 - declared above
        choosing.choices = people


class ConnectionForm(forms.Form):
    """How somebody belongs to a household."""

    how = forms.CharField(label=gettext_lazy("How are you connected with this household?"), max_length=200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def shield(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """Hold back where or who somebody of a child's family is, from now on."""
    stated = kept_for(request, str(child), visitor.now)
    if stated is None:
        return ask_purpose(request, visitor, child, "record")
    people = people_of(visitor, child, stated)
    if not people:
        return nothing(request)
    form = ShieldForm(people, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "child": child}
        return page(request, "web/shield.html", context, 400 if form.is_bound else 200)
    told = form.cleaned_data
    by = keeping.By(actor=visitor.actor, now=visitor.now, stated=replace(stated, reason=told["reason"]))
    try:
        number = keeping.shield(walls.walled(), by, str(child), told["person"], Shielded(told["what"]))
    except NothingThere:
        return nothing(request)
    except NotDone as wrong:
        return refused(request, str(wrong))
    messages.success(request, _("It is shielded from now on (shield %s). Two people take it away.") % number)
    return redirect("web:child", child=child)


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def connected(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """Say that one belongs to a child's household: the record hides the child from then on.

    The page is the same whether or not there is such a child, and so is the answer.
    """
    form = ConnectionForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "child": child}
        return page(request, "web/connected.html", context, 400 if form.is_bound else 200)
    by = keeping.By(actor=visitor.actor, now=visitor.now, stated=looking.stated(looking.AT_WORK))
    try:
        keeping.connect(walls.walled(), by, visitor.actor.id, str(child), form.cleaned_data["how"])
    except NothingThere:
        pass
    except NotDone as wrong:
        return refused(request, str(wrong))
    forget(request, str(child))
    messages.success(
        request, _("It is noted. Should the record hold this child, it shows you nothing of them any more.")
    )
    return redirect("web:my-list")


def people_of(visitor: Visitor, child: UUID, stated: Stated) -> list[tuple[str, str]]:
    """Those of the family whom the visitor may see, the child first; nobody where no record opens."""
    found = open_record(
        looking.desk(), Ask(actor=visitor.actor, child=str(child), now=visitor.now, stated=stated), limit=1
    )
    if not isinstance(found, Opened):
        return []
    named = [(id_, name(person)) for id_, person in found.chronology.people.items()]
    return sorted(named, key=lambda each: each[0] != found.child)
