"""The board: what came in, by how far it has come; looked at anew every two minutes."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded.bootstrap import looking
from heeded.casework.looking import Refused
from heeded.casework.looking.hub import Board, Kept, as_it_was, column, triage
from heeded.core.evidence.front_door import Stage
from heeded.doors.web.hub.shown import columns_shown, headings
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.purpose.kept import usual
from heeded.doors.web.shown.moments import moment
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.place import place_of

KEPT = ("mine", "unanswered", "overdue")
"""By what the board can be narrowed."""
_NOTHING_NEW = 204


@require_safe
@for_practitioners
def board(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The whole board or, with a column in the address, a page of that column; as a part where asked so.

    A page that is open asks with its mark whether anything changed: that nothing did shows nothing (204), and
    is no look of its own.
    """
    wanted = request.GET.get("column", "")
    if wanted and wanted not in set(Stage):
        return nothing(request)
    ticked = {name: name in request.GET for name in KEPT}
    if mark := request.GET.get("mark", ""):
        asked = (Stage(wanted) if wanted else None, Kept(**ticked))
        if as_it_was(looking.desk(), visitor.actor, visitor.now, usual(visitor.actor), mark, *asked):
            return HttpResponse(status=_NOTHING_NEW)
    found = _found(visitor, wanted, Kept(**ticked), request.GET.get("after", ""))
    if isinstance(found, Refused):
        return page(request, "web/hub/closed.html", {"why": found.why}, 403)
    narrowed = [(name, "yes") for name, on in ticked.items() if on]
    context = {
        "columns": columns_shown(found, Names(), visitor.now),
        "headings": headings(),
        "column": wanted,
        "narrowed": urlencode(narrowed),
        "address": urlencode([*([("column", wanted)] if wanted else []), *narrowed]),
        "ticked": ticked,
        "as_at": moment(visitor.now),
        "mark": found.mark,
        "begun": "after" not in request.GET,
        "here": "board",
    }
    part = request.headers.get("HX-Request") == "true"
    answer = page(request, "web/hub/part.html" if part else "web/hub/board.html", context)
    answer["Vary"] = "HX-Request"
    return answer


def _found(visitor: Visitor, wanted: str, kept: Kept, after: str) -> Board | Refused:
    desk, stated = looking.desk(), usual(visitor.actor)
    if not wanted:
        return triage(desk, visitor.actor, visitor.now, stated, kept)
    return column(desk, visitor.actor, visitor.now, stated, Stage(wanted), kept, place_of(after))
