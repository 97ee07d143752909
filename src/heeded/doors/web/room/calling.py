"""The discussions about a child, and a new one called: why, when and how, and which agencies come."""

from __future__ import annotations

from secrets import token_hex
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from heeded.bootstrap import acting, door, open_handbook
from heeded.casework.acting import NothingThere, Refused
from heeded.casework.looking import Opened
from heeded.casework.meeting import Call, asked_of, call_discussion
from heeded.casework.meeting.call import may_convene
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.evidence.discussions import CALLED
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.room.opened import acting_as, discussions_in, record_of
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import name

_MOST = 20_000
_NEAR = gettext_lazy("works with the child")


class CallForm(forms.Form):
    """Why a discussion is called, how they meet, who comes; `request` names this one act."""

    reason = forms.CharField(
        label=gettext_lazy("Why is it called?"), max_length=_MOST, widget=forms.Textarea({"rows": 3})
    )
    arrangements = forms.CharField(
        label=gettext_lazy("When and where, or which number to ring"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("For example: today at 14:00, by video; the link is in your calendar"),
    )
    held_as = forms.ChoiceField(
        label=gettext_lazy("How do they meet?"), widget=forms.RadioSelect, required=False
    )
    agencies = forms.MultipleChoiceField(
        label=gettext_lazy("Who is asked to come?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Each is asked in writing what it knows, and can answer before the meeting."),
    )
    request = forms.SlugField(widget=forms.HiddenInput, max_length=60)

    def __init__(self, visitor: Visitor, opened: Opened, data: QueryDict | None = None) -> None:
        near = {each.agency.id for each in opened.contacts}
        everybody = [each for each in door.agencies().values() if each.id != visitor.actor.agency]
        everybody.sort(key=lambda each: (each.id not in near, each.name))
        super().__init__(
            data,
            initial={
                "request": token_hex(12),
                "agencies": [each.id for each in everybody if each.id in near],
            },
        )
        choosing, held = self.fields["agencies"], self.fields["held_as"]
        assert isinstance(choosing, forms.ChoiceField)  # noqa: S101 - declared above
        assert isinstance(held, forms.ChoiceField)  # noqa: S101 - as above
        choosing.choices = [
            (
                each.id,
                f"{each.name} ({each.sector}; {_NEAR})"
                if each.id in near
                else f"{each.name} ({each.sector})",
            )
            for each in everybody
        ]
        field = KINDS[CALLED].field("to be held as")
        held.choices = [(each, each) for each in (field.choices if field else ())]


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def discussions_of(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """The discussions about a child, the latest first; for those who may, a form to call one."""
    opened = record_of(request, visitor, child)
    if not isinstance(opened, Opened):
        return opened
    form = CallForm(visitor, opened, request.POST if request.method == "POST" else None)
    wrong = ""
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        by = acting_as(request, visitor, child, said["request"])
        everybody = door.agencies()
        call = Call(
            child=str(child),
            reason=said["reason"],
            arrangements=said["arrangements"],
            held_as=said["held_as"],
            invited=tuple(everybody[each] for each in said["agencies"]),
        )
        try:
            done = call_discussion(call, by, acting.desk())
        except NothingThere:
            return nothing(request)
        except Refused as refused:
            wrong = str(refused)
        else:
            return redirect("web:discussion", child=child, which=done.entry)
    context = {**_listed(request, visitor, child, opened), "form": form, "wrong": wrong}
    return page(request, "web/room/discussions.html", context, 400 if form.is_bound else 200)


def _listed(request: HttpRequest, visitor: Visitor, child: UUID, opened: Opened) -> dict[str, object]:
    names, now = Names(), visitor.now
    found = discussions_in(opened, now)
    whole = opened.whole
    asks = asked_of(whole, opened.child, visitor.actor.agency, open_handbook(), now)
    return {
        "child": child,
        "name": name(whole.people.get(opened.child)),
        "found": [
            (each.id, each.open, moments.moment(each.began), names.agency(each.convenor)) for each in found
        ],
        "open": next((each.id for each in found if each.open), ""),
        "may_call": may_convene(acting_as(request, visitor, child, "looking")),
        "wanted": [
            (role, [(rule.agreed or rule.name, rule.unverified) for rule in rules])
            for role, rules in asks.must_attend.items()
        ],
        "contacts": opened.contacts,
    }
