"""One identity check: two records side by side, the weights drawn, and a person's word with a reason."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from heeded.bootstrap.keeping import identity
from heeded.casework.identity import Compared, compare, join, say
from heeded.casework.keeping import NotDone
from heeded.casework.keeping.desk import NothingThere
from heeded.casework.ports.identity import Verdict
from heeded.doors.web.identity.acting import by
from heeded.doors.web.identity.checks import next_check
from heeded.doors.web.identity.shown import rows
from heeded.doors.web.identity.waterfall import waterfall
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page, refused
from heeded.doors.web.shown.moments import moment
from heeded.doors.web.shown.names import Names


class WordForm(forms.Form):
    """A person's word on two records, and why."""

    reason = forms.CharField(
        label=gettext_lazy("How do you know?"),
        help_text=gettext_lazy(
            "Whom you rang and what they said. It stands in the record, so that it can be undone."
        ),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    verdict = forms.ChoiceField(
        choices=[(each.value, each.value) for each in Verdict], widget=forms.HiddenInput
    )
    overrules = forms.BooleanField(
        label=gettext_lazy("Somebody said that they are two children. I rang them, and overrule it."),
        required=False,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def check(request: HttpRequest, visitor: Visitor, act: UUID) -> HttpResponse:
    """The two side by side; with a word, what became of it."""
    acting = by(visitor)
    if acting is None:
        return refused(request, _("Only coordinators of the hub say who is who."), _("Ring the hub."))
    try:
        compared = compare(identity.desk(), acting, str(act))
    except NothingThere:
        return nothing(request)
    except NotDone as wrong:
        return refused(request, f"{wrong.why}.", wrong.do)
    if len(compared.sides) == 1:
        return redirect("web:identity-of", child=compared.sides[0].person)
    form = WordForm(request.POST) if request.method == "POST" else WordForm()
    return _said(request, visitor, compared, form) if form.is_valid() else _page(request, compared, form)


def _said(request: HttpRequest, visitor: Visitor, compared: Compared, form: WordForm) -> HttpResponse:
    """Put a word down; where it is refused, the page again with why."""
    told, sides = form.cleaned_data, compared.sides
    saying = by(visitor, told["reason"])
    if saying is None:
        return nothing(request)
    noted = compared.noted
    one, other = sides[0].person, sides[1].person
    try:
        if told["verdict"] == Verdict.SAME:
            overrules = told["overrules"]
            joined = join(
                identity.desk(), saying, one, other, overrules=overrules, model=noted.model, terms=noted.terms
            )
            return redirect("web:identity-of", child=joined.person)
        verdict = Verdict(told["verdict"])
        say(identity.desk(), saying, one, other, verdict, model=noted.model, terms=noted.terms)
    except NotDone as wrong:
        form.add_error(None, str(wrong))
        return _page(request, compared, form, status=409)
    following = next_check(visitor)
    return redirect("web:identity-check", act=following) if following else redirect("web:identity")


def _page(request: HttpRequest, compared: Compared, form: WordForm, status: int = 200) -> HttpResponse:
    terms = compared.noted.terms
    status = 400 if form.errors and status == 200 else status  # noqa: PLR2004 - as HTTP has it
    context = {
        "rows": rows(compared, Names()),
        "sides": compared.sides,
        "noted": moment(compared.noted.at),
        "model": compared.noted.model,
        "terms": terms,
        "sum": sum(term.weight for term in terms),
        "drawing": waterfall(terms),
        "form": form,
        "opposed": bool(form.non_field_errors()),
    }
    return page(request, "web/identity/check.html", context, status)
