"""Of what a person is made up, and how to take apart what is not one child: nothing is lost."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from heeded.bootstrap.keeping import identity
from heeded.casework.identity import Parted, part, whole
from heeded.casework.keeping import NotDone
from heeded.casework.keeping.desk import NothingThere
from heeded.casework.ports.identity import Whole
from heeded.doors.web.identity.acting import by
from heeded.doors.web.identity.shown import made_of, spoken
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page, refused
from heeded.doors.web.shown.moments import moment
from heeded.doors.web.shown.names import Names

LOOKED_AT = "To see of which agencies' records this child is made up"
"""The reason for which somebody looks at it who has not said another."""


class PartForm(forms.Form):
    """Which references are another child's, and why."""

    references = forms.MultipleChoiceField(
        label=gettext_lazy("Which of these are another child's?"), widget=forms.CheckboxSelectMultiple
    )
    reason = forms.CharField(
        label=gettext_lazy("How do you know?"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, choices: list[tuple[str, str]], *data: object) -> None:
        super().__init__(*data)  # type: ignore[arg-type]
        references = self.fields["references"]
        assert isinstance(references, forms.MultipleChoiceField)  # noqa: S101 - made so above
        references.choices = choices


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def person(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """The references; with some of them ticked, the two children that they are from then on."""
    acting = by(visitor, LOOKED_AT)
    if acting is None:
        return refused(request, _("Only coordinators of the hub say who is who."), _("Ring the hub."))
    try:
        (found,) = whole(identity.desk(), acting, [str(child)])
        if request.method != "POST":
            return _page(request, found, PartForm(_choices(found)))
        form = PartForm(_choices(found), request.POST)
        saying = by(visitor, form.cleaned_data["reason"]) if form.is_valid() else None
        if saying is None:
            return _page(request, found, form, 400)
        done = part(identity.desk(), saying, str(child), form.cleaned_data["references"])
    except NothingThere:
        return nothing(request)
    except NotDone as wrong:
        return refused(request, f"{wrong.why}.", wrong.do)
    return _apart(request, done)


def _choices(found: Whole) -> list[tuple[str, str]]:
    made = made_of(found, Names())
    return [(each.id, f"{each.agency}: {each.who}") for each in made if not each.chosen]


def _page(request: HttpRequest, found: Whole, form: PartForm, status: int = 200) -> HttpResponse:
    names = Names()
    context = {
        "child": found.person,
        "made": made_of(found, names),
        "spoken": spoken(found.asserted, names),
        "form": form,
        "several": len(_choices(found)) > 1,
    }
    return page(request, "web/identity/person.html", context, status)


def _apart(request: HttpRequest, done: Parted) -> HttpResponse:
    names, apart = Names(), done.apart
    readers = dict.fromkeys((look.name or look.actor, names.agency(look.agency)) for look in apart.readers)
    context = {
        "kept": apart.kept,
        "parted": apart.parted,
        "since": moment(apart.since),
        "readers": sorted(readers),
        "written": len(apart.written),
        "writers": sorted({names.agency(agency) for agency in apart.written.values()}),
    }
    return page(request, "web/identity/apart.html", context)
