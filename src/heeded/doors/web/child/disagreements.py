"""Disagree with what somebody answered; answer a disagreement, take it up, and settle it from above."""

from __future__ import annotations

from collections.abc import Callable
from secrets import token_hex
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from heeded.bootstrap import door, looking
from heeded.casework.acting import By, Desk
from heeded.casework.acts import Disagreement, Settlement, answer, disagree, resolve, take_up
from heeded.casework.looking import Ask, Opened, open_record
from heeded.core.access import Operation, RecordClass
from heeded.doors.web.acts.carried_out import carried_out
from heeded.doors.web.child.child import ask_purpose
from heeded.doors.web.child.shown.chronology import EntryShown, events
from heeded.doors.web.child.shown.disagreements import DisagreementShown, disagreements_shown
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.purpose.kept import kept_for
from heeded.doors.web.shown.names import Names

_MOST = 20_000


def _words(label: object, *, needed: bool = True) -> forms.CharField:
    box = forms.Textarea({"rows": 4})
    return forms.CharField(label=label, required=needed, max_length=_MOST, widget=box)  # type: ignore[arg-type] # a lazy text


class DisagreeForm(forms.Form):
    """Why somebody disagrees with an entry; `request` names this one act, so that it is done once."""

    grounds = _words(gettext_lazy("Why do you disagree?"))
    question = _words(gettext_lazy("On what, where the entry answers no question?"), needed=False)
    danger = forms.BooleanField(
        label=gettext_lazy("The child may be harmed while this stands"), required=False
    )
    request = forms.SlugField(widget=forms.HiddenInput, max_length=100)


class AnswerForm(forms.Form):
    """A reply for one's own side."""

    words = _words(gettext_lazy("What does your side say?"))
    request = forms.SlugField(widget=forms.HiddenInput, max_length=100)


class SettleForm(forms.Form):
    """What somebody above both sides makes of it; `shown` are the answers that stand above the form."""

    to_raised = _words(
        gettext_lazy("What do you make of the grounds of those who raised it: which hold, which do not, why?")
    )
    to_denied = _words(
        gettext_lazy("What do you make of the grounds of those who denied it: which hold, which do not, why?")
    )
    reasons = _words(gettext_lazy("What do you conclude, and why?"))
    shown = forms.CharField(widget=forms.HiddenInput, max_length=_MOST, required=False)
    request = forms.SlugField(widget=forms.HiddenInput, max_length=100)


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def disagree_with(request: HttpRequest, visitor: Visitor, child: UUID, entry: UUID) -> HttpResponse:
    """Disagree with an entry: with whom, and on what, the record says itself."""
    opened = _opened(request, visitor, child)
    if not isinstance(opened, Opened):
        return opened
    about = next((each for each in _entries(opened, visitor) if each.id == str(entry)), None)
    if about is None:
        return nothing(request)
    form = DisagreeForm(request.POST or None, initial={"request": token_hex(12)})
    context = {"form": form, "child": child, "about": about}
    if not form.is_valid():
        return page(request, "web/disagree.html", context, 400 if form.is_bound else 200)
    said = form.cleaned_data
    told = Disagreement(
        child=str(child),
        entry=str(entry),
        grounds=said["grounds"],
        question=said["question"],
        immediate_danger=said["danger"],
    )
    wrong = _done(request, visitor, child, said["request"], lambda by, desk: disagree(told, by, desk))
    if not wrong:
        return redirect("web:child", child=child)
    return page(request, "web/disagree.html", {**context, "wrong": wrong}, 403)


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def disagreement(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """One disagreement, by the key in the address: read it whole, answer it, take it up or settle it."""
    opened = _opened(request, visitor, child)
    if not isinstance(opened, Opened):
        return opened
    which = request.GET.get("which", "")
    held = next((each for each in disagreements_shown(opened, Names()) if each.key == which), None)
    if held is None:
        return nothing(request)
    do = request.POST.get("do", "") if request.method == "POST" else ""
    replying = AnswerForm(
        request.POST if do == "answer" else None, auto_id="answer_%s", initial={"request": token_hex(12)}
    )
    settling = SettleForm(
        request.POST if do == "settle" else None,
        auto_id="settle_%s",
        initial={"request": token_hex(12), "shown": " ".join(held.answers)},
    )
    wrong = _said(request, visitor, child, held, do, replying if do == "answer" else settling)
    if do and not wrong and not replying.errors and not settling.errors:
        return redirect("web:child", child=child)
    context = {
        "child": child,
        "each": held,
        "replying": replying,
        "settling": settling,
        "wrong": wrong,
        "once": token_hex(12),
        "may_settle": _may_settle(visitor, opened, held),
    }
    return page(request, "web/disagreement.html", context, 400 if do else 200)


def _said(
    request: HttpRequest,
    visitor: Visitor,
    child: UUID,
    held: DisagreementShown,
    do: str,
    form: AnswerForm | SettleForm,
) -> str:
    """Do what somebody asks for, if they ask for anything that can be read; why it was not done."""
    whose, key = str(child), held.key
    if do == "take-up":
        named = f"{request.POST.get('request', '')[:100]}-up"
        return _done(
            request, visitor, child, named, lambda by, desk: take_up(whose, key, held.reached + 1, by, desk)
        )
    if not do or not form.is_valid():
        return ""
    said = form.cleaned_data
    if do == "answer":
        return _done(
            request,
            visitor,
            child,
            said["request"],
            lambda by, desk: answer(whose, key, said["words"], by, desk),
        )
    settlement = Settlement(
        child=whose,
        disagreement=key,
        reasons=said["reasons"],
        to_raised=said["to_raised"],
        to_denied=said["to_denied"],
        shown=frozenset(said["shown"].split()),
    )
    return _done(request, visitor, child, said["request"], lambda by, desk: resolve(settlement, by, desk))


def _done(
    request: HttpRequest, visitor: Visitor, child: UUID, named: str, act: Callable[[By, Desk], object]
) -> str:
    """Do it; why it was not done."""
    wrong = carried_out(request, visitor, str(child), named, act)
    return wrong.why if wrong else ""


def _opened(request: HttpRequest, visitor: Visitor, child: UUID) -> Opened | HttpResponse:
    """The record, opened for the visitor; the question why they look, or nothing, where it is not."""
    stated = kept_for(request, str(child), visitor.now)
    if stated is None:
        return ask_purpose(request, visitor, child, "record")
    ask = Ask(actor=visitor.actor, child=str(child), now=visitor.now, stated=stated)
    found = open_record(looking.desk(), ask, whole=True)
    return found if isinstance(found, Opened) else nothing(request)


def _entries(opened: Opened, visitor: Visitor) -> tuple[EntryShown, ...]:
    return events(opened, visitor.actor.agency, Names())


def _may_settle(visitor: Visitor, opened: Opened, held: DisagreementShown) -> bool:
    """Whether the visitor is senior to a disagreement and of neither side, as far as this page shows."""
    senior = door.policy().might(visitor.actor, opened.standing, RecordClass.DISAGREEMENT, Operation.RESOLVE)
    return senior and visitor.actor.agency not in held.agencies
