"""The escalation desk: open disagreements and what is overdue, by the step of the ladder that each is on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded import bootstrap
from heeded.bootstrap import looking
from heeded.casework.looking import Refused, Whose, worklist
from heeded.casework.looking.hub import disputes
from heeded.doors.web.hub.shown import disputes_shown, late_shown
from heeded.doors.web.page import Visitor, for_practitioners, page
from heeded.doors.web.purpose.kept import usual
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.place import place, place_of

LATE = 15
"""How many overdue lines a page holds."""


@require_safe
@for_practitioners
def escalation(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Disagreements whose next step is due first, then the agency's own overdue lines."""
    desk, actor, stated = looking.desk(), visitor.actor, usual(visitor.actor)
    found = disputes(desk, actor, visitor.now, stated, place_of(request.GET.get("after", "")))
    if isinstance(found, Refused):
        return page(request, "web/hub/closed.html", {"why": found.why}, 403)
    began = place_of(request.GET.get("late", ""))
    owed = worklist(desk, actor, Whose.AGENCY, visitor.now, stated, began, LATE)
    lines = () if isinstance(owed, Refused) else owed.lines
    late = [line for line in lines if line.overdue]
    whole = len(late) == len(lines)
    names, handbook = Names(), bootstrap.open_handbook()
    context = {
        "disputes": disputes_shown(found, names, handbook, visitor.now),
        "late": late_shown(late, actor.id, names, handbook),
        "next": place(found.next_after),
        "next_late": "" if isinstance(owed, Refused) or not whole else place(owed.next_after),
        "here": "escalation",
    }
    return page(request, "web/hub/escalation.html", context)
