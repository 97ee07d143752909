"""The receipts that an agency holds for what it told: listed, shown, saved, and checked."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from heeded.bootstrap import sealing
from heeded.bootstrap.keeping.checkpoints import verifiers
from heeded.bootstrap.witnessing.standing import lately
from heeded.casework.verify import check_receipt
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.receipts.shown import checked_shown, place_shown
from heeded.doors.web.shown.names import Names

AT_ONCE = 50
"""How many receipts stand on a page at most."""
LARGEST = 8_000
"""How long a receipt may be, in characters: ten times what one is."""


class CheckForm(forms.Form):
    """A receipt, pasted or as a file."""

    pasted = forms.CharField(
        label=gettext_lazy("Paste the receipt here"),
        required=False,
        max_length=LARGEST,
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false", "class": "hash"}),
    )
    file = forms.FileField(label=gettext_lazy("Or choose its file"), required=False)

    def clean(self) -> dict[str, object]:
        """Refuse a form without a receipt, or with a file that cannot be one."""
        told = super().clean() or {}
        file = self.files.get("file")
        if not told.get("pasted") and file is None:
            self.add_error("pasted", _("Paste a receipt, or choose the file that holds it."))
        if file is not None and (file.size or 0) > LARGEST:
            self.add_error("file", _("This file is too long to be a receipt."))
        return told

    def written(self) -> str:
        """What a valid form holds."""
        file = self.cleaned_data.get("file")
        if self.cleaned_data.get("pasted") or file is None:
            return str(self.cleaned_data["pasted"]).strip()
        return bytes(file.read()).decode("utf-8", "replace").strip()


@require_safe
@for_practitioners
def receipts(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The places in the log of what the visitor's agency told, the latest first; no child is named."""
    found, further = sealing.proving().told_by(visitor.actor.agency, _before(request), AT_ONCE)
    names = Names()
    context = {
        "places": [place_shown(each.place, each.writer, visitor.actor.id, names) for each in found],
        "further": further,
        "later": "before" in request.GET,
    }
    return page(request, "web/receipts/receipts.html", context)


@require_safe
@for_practitioners
def receipt(request: HttpRequest, visitor: Visitor, entry: UUID) -> HttpResponse:
    """One receipt of the visitor's agency, held against the log as it is now."""
    found = sealing.proving().prove(entry, visitor.actor.agency, visitor.now)
    if found is None:
        return nothing(request)
    written = sealing.receipt(found.place)
    checked = check_receipt(written, sealing.Places(), verifiers(), visitor.now)
    context = {
        "entry": entry,
        "checked": checked_shown(checked, lately()),
        "written": written,
        "checkpoint": found.checkpoint,
    }
    return page(request, "web/receipts/receipt.html", context)


@require_safe
@for_practitioners
def file(request: HttpRequest, visitor: Visitor, entry: UUID) -> HttpResponse:
    """The receipt as a file, to be kept outside the record."""
    found = sealing.proving().prove(entry, visitor.actor.agency, visitor.now)
    if found is None:
        return nothing(request)
    answer = HttpResponse(sealing.receipt(found.place), "application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="receipt-{entry}.json"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def check(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """A receipt that somebody holds, checked: whether the log still holds it unaltered."""
    form = CheckForm(request.POST, request.FILES) if request.method == "POST" else CheckForm()
    checked = None
    if form.is_valid():
        found = check_receipt(form.written(), sealing.Places(), verifiers(), visitor.now)
        checked = checked_shown(found, lately())
    status = 400 if form.is_bound and checked is None else 200
    return page(request, "web/receipts/check.html", {"form": form, "checked": checked}, status)


def _before(request: HttpRequest) -> int | None:
    told = request.GET.get("before", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else None  # noqa: PLR2004 - bigint
