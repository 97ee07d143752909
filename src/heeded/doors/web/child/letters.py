"""A letter to somebody of a child's family: the post puts the address on it; its writer never learns it."""

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

from heeded.bootstrap.keeping import walls
from heeded.casework import keeping
from heeded.casework.keeping import NotDone, NothingThere
from heeded.core.access.bond import is_reason
from heeded.doors.web.child.child import ask_purpose
from heeded.doors.web.child.walls import people_of
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.purpose.kept import kept_for


class LetterForm(forms.Form):
    """To whom a letter goes, what it says, and why it is written."""

    person = forms.ChoiceField(label=gettext_lazy("To whom?"))
    words = forms.CharField(
        label=gettext_lazy("The letter"),
        max_length=10_000,
        widget=forms.Textarea({"rows": 12}),
        help_text=gettext_lazy(
            "Write no place where somebody lives: others in the house may read it. A letter that gives a "
            "shielded place away is not sent."
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why do you write, in a sentence?"),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("It stands in the record of looks, and not in the letter."),
    )

    def __init__(self, people: list[tuple[str, str]], data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type] # a request's form or nothing
        choosing = self.fields["person"]
        assert isinstance(choosing, forms.ChoiceField)  # noqa: S101 - declared above
        choosing.choices = [("", gettext_lazy("choose")), *people]

    def clean_reason(self) -> str:
        """Refuse a reason that says nothing."""
        said = str(self.cleaned_data["reason"]).strip()
        if not is_reason(said):
            raise forms.ValidationError(_("Say why in a sentence of five words or more."))
        return said


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def letter(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """Write to somebody of a child's family, also where nobody may know where they live."""
    stated = kept_for(request, str(child), visitor.now)
    if stated is None:
        return ask_purpose(request, visitor, child, "record")
    people = people_of(visitor, child, stated)
    if not people:
        return nothing(request)
    form = LetterForm(people, request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        by = keeping.By(actor=visitor.actor, now=visitor.now, stated=replace(stated, reason=told["reason"]))
        try:
            sent = keeping.address_letter(walls.walled(), by, str(child), told["person"], told["words"])
        except NothingThere:
            return nothing(request)
        except NotDone as wrong:
            form.add_error(None, str(wrong))
        else:
            said = _("Your letter is with the post, which puts the address on it. It can be traced as %s.")
            messages.success(request, said % sent)
            return redirect("web:child", child=child)
    context = {"form": form, "child": child}
    return page(request, "web/letter.html", context, 400 if form.is_bound else 200)
