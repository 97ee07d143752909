"""What changed with an edition of the handbook: rules that came, went or were reworded, and amounts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded.core.procedures.account.difference import difference
from heeded.core.procedures.account.explain import explain
from heeded.doors.web.handbook.book import open_book
from heeded.doors.web.handbook.shown.rules import title_of
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.shown.moments import day


@require_safe
@for_practitioners
def changes(request: HttpRequest, visitor: Visitor, edition: str) -> HttpResponse:  # noqa: ARG001 - as every page
    """What an edition changed of the one before it; of the first, that there was none."""
    handbook = open_book().handbook
    names = [each.name for each in handbook.editions]
    if edition not in names:
        return nothing(request)
    place = names.index(edition)
    chosen = handbook.editions[place]
    found = difference(handbook, names[place - 1], edition) if place else None
    return page(
        request,
        "web/handbook/changes.html",
        {
            "edition": chosen,
            "since": day(chosen.since),
            "until": day(chosen.until) if chosen.until else "",
            "before": handbook.editions[place - 1] if place else None,
            "after": handbook.editions[place + 1] if place + 1 < len(names) else None,
            "added": [(title_of(each), each, explain(each, handbook)) for each in found.added]
            if found
            else [],
            "gone": [(title_of(each), each, explain(each, handbook)) for each in found.gone] if found else [],
            "reworded": [(title_of(each.name), each) for each in found.reworded] if found else [],
            "amounts": found.amounts if found else (),
            "nothing": found is not None
            and not (found.added or found.gone or found.reworded or found.amounts),
        },
    )
