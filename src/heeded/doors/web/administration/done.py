"""What every page of administration shares: who acts, and what is answered when it is not done."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from heeded.casework.administering import By, NotDone, NotPermitted
from heeded.doors.web.page import View, Visitor, for_practitioners, page, refused
from heeded.doors.web.sign_in.step_up import asked_again

P = ParamSpec("P")


def for_administrators(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page for those who administer, and showed again who they are; others hear whose work it is."""

    @wraps(view)
    def wrapped(request: HttpRequest, visitor: Visitor, /, *args: P.args, **named: P.kwargs) -> HttpResponse:
        try:
            return view(request, visitor, *args, **named)
        except NotPermitted as wrong:
            return refused(request, str(wrong))
        except NotDone as wrong:
            return refused(request, str(wrong), _("Go back and try it in another way."))

    return asked_again(for_practitioners(wrapped))


def by(visitor: Visitor) -> By:
    """The visitor as who does it."""
    return By(visitor.actor, visitor.now)


def asked(
    request: HttpRequest, form: forms.Form, title: str, button: str, back: str, hint: str = ""
) -> HttpResponse:
    """The page of a form; with what was wrong where it was filled in wrongly."""
    context = {"form": form, "title": title, "button": button, "back": back, "hint": hint}
    return page(request, "web/administration/form.html", context, 400 if form.errors else 200)
