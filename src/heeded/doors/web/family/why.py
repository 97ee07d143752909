"""Why an account is given to a family: asked once, and good for the hour in which one works at it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from heeded.bootstrap import looking
from heeded.casework.keeping import By, NotDone, NothingThere
from heeded.core.access import Operation, Stated
from heeded.core.access.bond import is_reason
from heeded.doors.web.page import Visitor, nothing, page, refused
from heeded.doors.web.purpose.kept import kept_for

P = ParamSpec("P")
PURPOSE = "account-to-the-family"
"""The one purpose for which an account is drawn up, agreed and given."""

Shows = Callable[Concatenate[HttpRequest, By, UUID, P], HttpResponse]


class WhyForm(forms.Form):
    """Why the family is given an account now."""

    reason = forms.CharField(
        label=gettext_lazy("Why is the family given an account now?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For instance: the mother asked what is held and who has looked."),
    )

    def clean_reason(self) -> str:
        """Refuse a reason that says nothing."""
        said = str(self.cleaned_data["reason"]).strip()
        if not is_reason(said):
            raise forms.ValidationError(_("Say why in a sentence of five words or more."))
        return said


def kept_as(child: UUID) -> str:
    """As what the reason is kept: why one opens the record is another matter."""
    return f"{child} family account"


def may_state(visitor: Visitor) -> bool:
    """Whether the visitor's roles may state the purpose at all."""
    return any(each.id == PURPOSE for each in looking.open_to(visitor.actor, Operation.EXPORT))


def stated(reason: str) -> Stated:
    """The purpose, with a reason."""
    return looking.stated(PURPOSE, reason=reason)


def asked_first(
    view: Callable[Concatenate[HttpRequest, By, UUID, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Visitor, UUID, P], HttpResponse]:
    """A page of accounts: the reason is asked first, and what is not done is told in words.

    A child who is not there is answered like one who is hidden.
    """

    @wraps(view)
    def wrapped(
        request: HttpRequest, visitor: Visitor, child: UUID, /, *args: P.args, **named: P.kwargs
    ) -> HttpResponse:
        if not may_state(visitor):
            return nothing(request)
        why = kept_for(request, kept_as(child), visitor.now)
        if why is None:
            return page(request, "web/family/why.html", {"form": WhyForm(), "child": child})
        try:
            return view(request, By(actor=visitor.actor, now=visitor.now, stated=why), child, *args, **named)
        except NothingThere:
            return nothing(request)
        except NotDone as wrong:
            return refused(request, str(wrong))

    return wrapped
