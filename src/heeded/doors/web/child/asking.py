"""Ask an agency what it knows of a child, and answer what one's own agency was asked."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from heeded.bootstrap import door
from heeded.casework.acting import By, Desk
from heeded.casework.acts import Reply, Request, give, refuse_to_give, request_information
from heeded.core.access import Operation, RecordClass, Standing
from heeded.core.chronology.vocabulary.words import ASKS
from heeded.doors.web.acts.carried_out import carried_out
from heeded.doors.web.page import Visitor, for_practitioners, nothing, refused

_MOST = 20_000


class AskForm(forms.Form):
    """What is asked of which agency; `request` names this one act, so that it is done once."""

    agency = forms.CharField(max_length=200)
    asks = forms.MultipleChoiceField(choices=[(each, each) for each in ASKS], required=False)
    words = forms.CharField(max_length=_MOST, required=False)
    request = forms.SlugField(max_length=100)


class AnswerForm(forms.Form):
    """An answer to a request, by the request's key: what is known, that nothing is, or why it is not told."""

    key = forms.CharField(max_length=500)
    do = forms.ChoiceField(choices=[(each, each) for each in ("give", "nothing", "refuse")])
    words = forms.CharField(max_length=_MOST, required=False)
    request = forms.SlugField(max_length=100)


def may_ask(visitor: Visitor, standing: Standing) -> bool:
    """Whether somebody who stands so to a child may ask others about them."""
    return door.policy().might(visitor.actor, standing, RecordClass.OTHER_ENTRY, Operation.REQUEST)


@require_POST
@for_practitioners
def ask(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """Ask one agency questions of the list, or something in words, and go back to the record."""
    form = AskForm(request.POST)
    if not form.is_valid():
        return refused(request, _("The request could not be read."), _("Open the record anew and ask again."))
    told = form.cleaned_data
    asked = Request(
        child=str(child), agency=told["agency"], asks=frozenset(told["asks"]), question=told["words"]
    )
    return _done(
        request, visitor, child, told["request"], lambda by, desk: request_information(asked, by, desk)
    )


@require_POST
@for_practitioners
def answer(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """Answer what one's own agency was asked, or refuse for the one reason that the law knows."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return refused(
            request, _("The answer could not be read."), _("Open the record anew and answer again.")
        )
    told = form.cleaned_data
    key, words, whose = told["key"], told["words"], str(child)
    if told["do"] == "refuse":
        return _done(
            request,
            visitor,
            child,
            told["request"],
            lambda by, desk: refuse_to_give(whose, key, words, by, desk),
        )
    if told["do"] == "give" and not words.strip():
        return refused(
            request, _("The answer says nothing."), _("Say what your agency knows, or that it holds nothing.")
        )
    reply = Reply(child=whose, request=key, words=words, nothing_held=told["do"] == "nothing")
    return _done(request, visitor, child, told["request"], lambda by, desk: give(reply, by, desk))


def _done(
    request: HttpRequest, visitor: Visitor, child: UUID, named: str, act: Callable[[By, Desk], object]
) -> HttpResponse:
    """Do it, and go back to the record; or why it was not done."""
    wrong = carried_out(request, visitor, str(child), named, act)
    if wrong is None:
        return redirect("web:child-requests", child=child)
    return nothing(request) if wrong.hidden else refused(request, wrong.why)
