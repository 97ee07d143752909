"""Hand a child's work over to another agency; accept or refuse in writing what was offered to one's own."""

from __future__ import annotations

from collections.abc import Callable
from secrets import token_hex

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from heeded.bootstrap import door
from heeded.casework.acting import By, Desk
from heeded.casework.acts import HandOver, accept, hand_over, refuse_hand_over
from heeded.casework.looking import Line
from heeded.core.access import Operation, RecordClass, Standing
from heeded.doors.web.acts.about import asked, of_a_line, ways_of
from heeded.doors.web.acts.carried_out import NotDone, carried_out
from heeded.doors.web.page import Visitor, nothing
from heeded.doors.web.purpose.kept import usual

_MOST = 2000


class OfferForm(forms.Form):
    """To whom; `request` names this one act, so that it is done once."""

    to = forms.ChoiceField(label=gettext_lazy("To which agency?"))
    request = forms.SlugField(widget=forms.HiddenInput, max_length=100)

    def __init__(self, visitor: Visitor, data: object = None) -> None:
        super().__init__(data, initial={"request": token_hex(12)})  # type: ignore[arg-type] # a request's form
        choosing = self.fields["to"]
        assert isinstance(choosing, forms.ChoiceField)  # noqa: S101 - declared above
        choosing.choices = [("", _("Choose")), *_reached(visitor.actor.agency)]


class AnswerForm(forms.Form):
    """Accept, or refuse and say why; `request` names this one act."""

    reason = forms.CharField(
        label=gettext_lazy("If you refuse: why?"),
        help_text=gettext_lazy("Whoever offered it is told, and it stays theirs."),
        required=False,
        max_length=_MOST,
        widget=forms.Textarea({"rows": 3}),
    )
    request = forms.SlugField(widget=forms.HiddenInput, max_length=100)


@require_http_methods(["GET", "HEAD", "POST"])
@of_a_line
def offer(request: HttpRequest, visitor: Visitor, line: Line) -> HttpResponse:
    """Offer the child's work to another agency: it stays one's own until that one accepts in writing."""
    form = OfferForm(visitor, request.POST if request.method == "POST" else None)
    more = {"form": form, "may_allocate": _may_allocate(visitor)}
    if not form.is_valid():
        return asked(request, visitor, line, "hand_over", 400 if form.is_bound else 200, **more)
    sector, _sep, area = form.cleaned_data["to"].partition("|")
    keys = {name: key for name, key in ways_of(line).keys.items() if name in ("referral", "plan")}
    told = HandOver(child=line.child.id, to=sector, area=area, keys=keys)
    wrong = _done(request, visitor, line, form, lambda by, desk: hand_over(told, by, desk))
    return _after(request, visitor, line, wrong, "hand_over", more)


@require_http_methods(["GET", "HEAD", "POST"])
@of_a_line
def answer(request: HttpRequest, visitor: Visitor, line: Line) -> HttpResponse:
    """Accept in writing what was offered to one's own agency, or refuse it with a reason."""
    key = ways_of(line).hand_over
    if not key:
        return nothing(request)
    form = AnswerForm(request.POST if request.method == "POST" else None, initial={"request": token_hex(12)})
    refuses = request.POST.get("do") == "refuse"
    if form.is_valid() and refuses and not form.cleaned_data["reason"].strip():
        form.add_error("reason", _("Say why: whoever offered it needs to know."))
    if not form.is_valid():
        return asked(request, visitor, line, "answer", 400 if form.is_bound else 200, form=form)
    child, reason = line.child.id, form.cleaned_data["reason"]
    wrong = _done(
        request,
        visitor,
        line,
        form,
        lambda by, desk: (
            refuse_hand_over(child, key, reason, by, desk) if refuses else accept(child, key, by, desk)
        ),
    )
    return _after(request, visitor, line, wrong, "answer", {"form": form})


def _may_allocate(visitor: Visitor) -> bool:
    """Whether the visitor's role may say whose work a child is within their agency."""
    return door.policy().might(visitor.actor, Standing.NONE, RecordClass.DIRECTORY, Operation.ALLOCATE)


def _reached(own: str) -> list[tuple[str, str]]:
    """Those whom one offer reaches, by sector and area, with the names of all of them."""
    reached: dict[str, list[str]] = {}
    for each in door.agencies().values():
        if each.id != own:
            reached.setdefault(f"{each.sector}|{each.area}", []).append(each.name)
    return sorted(
        ((key, _(" or ").join(sorted(names))) for key, names in reached.items()), key=lambda each: each[1]
    )


def _done(
    request: HttpRequest, visitor: Visitor, line: Line, form: forms.Form, act: Callable[[By, Desk], object]
) -> NotDone | None:
    named = form.cleaned_data["request"]
    stated = usual(visitor.actor, Operation.HAND_OVER)
    return carried_out(request, visitor, line.child.id, named, act, stated)


def _after(
    request: HttpRequest,
    visitor: Visitor,
    line: Line,
    wrong: NotDone | None,
    template: str,
    more: dict[str, object],
) -> HttpResponse:
    """Back to the list where it is done; else the form again, with why it was not."""
    if wrong is None:
        return redirect("web:my-list")
    return (
        nothing(request)
        if wrong.hidden
        else asked(request, visitor, line, template, 403, wrong=wrong.why, **more)
    )
