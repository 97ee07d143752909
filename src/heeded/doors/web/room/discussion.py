"""The room of a strategy discussion: who must come, what each agency tells as it is told, what is decided."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded.bootstrap import looking
from heeded.casework.looking import Opened
from heeded.casework.meeting import news
from heeded.casework.meeting.call import may_convene
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.room.opened import acting_as, asking, discussion_in, record_of
from heeded.doors.web.room.shown.discussion import discussion_shown
from heeded.doors.web.room.tell_form import TellForm, kept_draft, restored
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import born, name

_NOTHING_NEW = 204
_LAST = 2**53 - 1


@require_safe
@for_practitioners
def discussion(request: HttpRequest, visitor: Visitor, child: UUID, which: UUID) -> HttpResponse:
    """The room; what was told since is fetched by the page itself, or by loading it again."""
    opened = record_of(request, visitor, child)
    if not isinstance(opened, Opened):
        return opened
    return in_the_room(request, visitor, child, which, opened)


def in_the_room(
    request: HttpRequest,
    visitor: Visitor,
    child: UUID,
    which: UUID,
    opened: Opened,
    form: TellForm | None = None,
    wrong: str = "",
) -> HttpResponse:
    """The room as its reader sees it, with what they have begun to write."""
    context = _shown(visitor, child, which, opened)
    if context is None:
        return nothing(request)
    draft = kept_draft(visitor, str(child), str(context["key"]))
    context |= {
        "form": form or restored(draft),
        "wrong": wrong,
        "kept": moments.moment(draft.saved) if draft else "",
        "may_close": context["mine"] and may_convene(acting_as(request, visitor, child, "looking")),
    }
    return page(request, "web/room/discussion.html", context, 400 if form or wrong else 200)


@require_safe
@for_practitioners
def news_of(request: HttpRequest, visitor: Visitor, child: UUID, which: UUID) -> HttpResponse:
    """What was told since a place in the log, as a part of the room; 204 where nothing was.

    A fragment is a look like any other and is recorded; that nothing came in shows nothing.
    """
    ask = asking(request, visitor, child)
    since = request.GET.get("since", "")
    if ask is None or not (since.isascii() and since.isdigit() and int(since) <= _LAST):
        return nothing(request)
    if not news(looking.desk(), ask, int(since)):
        return HttpResponse(status=_NOTHING_NEW)
    opened = record_of(request, visitor, child)
    if not isinstance(opened, Opened):
        return nothing(request)
    context = _shown(visitor, child, which, opened)
    return nothing(request) if context is None else page(request, "web/room/told.html", context)


def _shown(visitor: Visitor, child: UUID, which: UUID, opened: Opened) -> dict[str, object] | None:
    """What the room shows; None where there is no such discussion."""
    held = discussion_in(opened, which, visitor.now)
    if held is None:
        return None
    people, agency = opened.whole.people, visitor.actor.agency
    return {
        "child": child,
        "name": name(people.get(opened.child)),
        "born": born(people.get(opened.child)),
        "key": held.key,
        "mine": held.convenor == agency,
        "room": discussion_shown(opened, held, agency, Names(), visitor.now),
        "upto": opened.upto,
        "as_at": moments.moment(visitor.now),
        "agency": Names().agency(agency),
        "withheld": sum(opened.withheld.values()),
    }
