"""A second reading: the two records as they stood, without the first reader's word, and then both words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from heeded.bootstrap.keeping import identity
from heeded.casework.identity import Blind, By, Reliability, blind, read_again, reliability, to_read_again
from heeded.casework.keeping import NotDone
from heeded.casework.keeping.desk import NothingThere
from heeded.casework.ports.identity import Verdict
from heeded.core.effectiveness.share import Share
from heeded.doors.web.identity.acting import DRAWN, by
from heeded.doors.web.identity.shown import fields, verdict
from heeded.doors.web.identity.waterfall import waterfall
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page, refused
from heeded.doors.web.shown.moments import moment
from heeded.doors.web.shown.names import Names

YEAR = 365 * 24 * 3600
"""Of how many seconds the figures are."""


class SecondForm(forms.Form):
    """A second reader's word on two records, and why."""

    reason = forms.CharField(
        label=gettext_lazy("How do you know?"),
        help_text=gettext_lazy("What in the two records, or whom you rang and what they said."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    verdict = forms.ChoiceField(
        choices=[(each.value, each.value) for each in Verdict], widget=forms.HiddenInput
    )


@dataclass(frozen=True, slots=True)
class Differing:
    """A word on which two readers do not agree: where it stands, and what each said."""

    act: str
    first: str
    second: str
    at: str


@dataclass(frozen=True, slots=True)
class Readings:
    """What waits for a second reader, on what the two readers differ, and how far they agree, in words."""

    waiting: tuple[str, ...]
    differing: tuple[Differing, ...]
    told: tuple[str, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def second(request: HttpRequest, visitor: Visitor, act: UUID) -> HttpResponse:
    """The two side by side; with a word, the first reader's beside it."""
    acting = by(visitor, DRAWN)
    if acting is None:
        return refused(request, _("Only coordinators of the hub say who is who."), _("Ring the hub."))
    form = SecondForm(request.POST) if request.method == "POST" else SecondForm()
    try:
        saying = by(visitor, form.cleaned_data["reason"]) if form.is_valid() else None
        if saying is not None:
            return _told(request, saying, str(act), Verdict(form.cleaned_data["verdict"]))
        return _page(request, blind(identity.desk(), acting, str(act)), form)
    except NothingThere:
        return nothing(request)
    except NotDone as wrong:
        return refused(request, f"{wrong.why}.", wrong.do)


def _told(request: HttpRequest, saying: By, act: str, said: Verdict) -> HttpResponse:
    word = read_again(identity.desk(), saying, act, said)
    context = {
        "mine": verdict(said),
        "first": verdict(word.said.verdict),
        "by": Names().practitioner(word.said.by),
        "at": moment(word.said.at),
        "why": word.said.reason,
        "agree": said is word.said.verdict,
    }
    return page(request, "web/identity/second_told.html", context)


def _page(request: HttpRequest, shown: Blind, form: SecondForm) -> HttpResponse:
    context = {
        "rows": fields(shown.sides, Names()),
        "model": shown.model,
        "terms": shown.terms,
        "sum": sum(term.weight for term in shown.terms),
        "drawing": waterfall(shown.terms),
        "form": form,
    }
    return page(request, "web/identity/second.html", context, 400 if form.is_bound else 200)


def readings(acting: By) -> Readings:
    """What the list of checks says of second readings."""
    desk = identity.desk()
    found = reliability(desk, acting, acting.now - YEAR)
    differing = tuple(
        Differing(
            word.said.act, verdict(word.said.verdict), verdict(word.second.verdict), moment(word.said.at)
        )
        for word in found.differing
        if word.second is not None and not word.reversed_since
    )
    return Readings(to_read_again(desk, acting), differing, tuple(_figures(found)))


def _figures(found: Reliability) -> Iterator[str]:
    between = found.between
    if between.same is not None:
        yield _("Two readers agree on %(share)s of the words read twice.") % {"share": _share(between.same)}
    if between.kappa is not None:
        yield _("Beyond what chance would give (Cohen's kappa): %.2f.") % between.kappa
    if found.reversed_since is not None:
        yield _("Turned round since by a person: %(share)s of all words on proposals.") % {
            "share": _share(found.reversed_since)
        }


def _share(share: Share) -> str:
    return _("%(part)d of %(whole)d (95 %% interval %(low).0f to %(high).0f %%)") % {
        "part": share.part,
        "whole": share.whole,
        "low": 100 * share.low,
        "high": 100 * share.high,
    }
