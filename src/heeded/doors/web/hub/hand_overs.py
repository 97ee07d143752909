"""Hand-overs that nobody has accepted: what waits for our answer, and what is still ours."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded.bootstrap import looking
from heeded.casework.looking import Refused, hub
from heeded.doors.web.hub.shown import cards_shown
from heeded.doors.web.page import Visitor, for_practitioners, page
from heeded.doors.web.purpose.kept import usual
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.place import place, place_of


@require_safe
@for_practitioners
def hand_overs(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Both lists, what is to be answered first standing first."""
    found = hub.hand_overs(
        looking.desk(),
        visitor.actor,
        visitor.now,
        usual(visitor.actor),
        place_of(request.GET.get("in", "")),
        place_of(request.GET.get("out", "")),
    )
    if isinstance(found, Refused):
        return page(request, "web/hub/closed.html", {"why": found.why}, 403)
    names = Names()
    context = {
        "to_us": cards_shown(found.offered_to_us, names, visitor.now),
        "by_us": cards_shown(found.offered_by_us, names, visitor.now),
        "next_in": place(found.offered_to_us.next_after),
        "next_out": place(found.offered_by_us.next_after),
        "here": "hand-overs",
    }
    return page(request, "web/hub/hand_overs.html", context)
