"""The record of a child, replayed for those who learn from what happened: each step a recorded look."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from heeded.bootstrap import looking
from heeded.bootstrap.running import replaying
from heeded.casework.looking import Ask, Existence, NothingThere, Opened, Refused, open_record
from heeded.casework.replay.walking import Walk
from heeded.core.access import Actor, Operation
from heeded.core.access.bond import is_reason
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page, refused
from heeded.doors.web.purpose.kept import keep, kept_for
from heeded.doors.web.replay.turning import Address, moments_of, step_page
from heeded.doors.web.shown.people import name

PURPOSE = "review"
"""The purpose for which alone a record is replayed: learning from what happened to the child."""
LONGEST = 500


def may_replay(actor: Actor) -> bool:
    """Whether somebody may state that purpose at all; what they then see, the policy says of each child."""
    return any(each.id == PURPOSE for each in looking.open_to(actor, Operation.READ))


@require_safe
@for_practitioners
def beginning(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """The moments of a child's record, to be walked through."""
    found = _opened(request, visitor, child)
    if not isinstance(found, Opened):
        return found
    walk = replaying.walk_through(found)
    context = _about(found, walk, child) | {"moments": moments_of(walk, _address(child))}
    return page(request, "web/replay/record.html", context)


@require_safe
@for_practitioners
def step(request: HttpRequest, visitor: Visitor, child: UUID, number: int) -> HttpResponse:
    """One step of a child's record."""
    found = _opened(request, visitor, child)
    if not isinstance(found, Opened):
        return found
    walk = replaying.walk_through(found)
    return step_page(request, walk, number, _address(child), _about(found, walk, child), visitor.now)


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def why(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """Take down why somebody replays a record, for an hour; the same whether or not there is such a child."""
    if not may_replay(visitor.actor):
        return _not_theirs(request)
    stated = looking.stated(PURPOSE)
    reason = request.POST.get("reason", "").strip()[:LONGEST]
    wrong = request.method == "POST" and not is_reason(reason)
    if request.method == "POST" and not wrong:
        keep(request, _kept_as(child), looking.stated(PURPOSE, reason=reason), visitor.now)
        return redirect("web:replay-record", child=child)
    context = {"child": child, "stated": stated, "reason": reason, "wrong": wrong}
    return page(request, "web/replay/why.html", context, 400 if wrong else 200)


def _opened(request: HttpRequest, visitor: Visitor, child: UUID) -> Opened | HttpResponse:
    """The whole record as its reader may see it now, which is a look of its own; or what is answered."""
    if not may_replay(visitor.actor):
        return _not_theirs(request)
    stated = kept_for(request, _kept_as(child), visitor.now)
    if stated is None:
        return redirect("web:replay-why", child=child)
    ask = Ask(actor=visitor.actor, child=str(child), now=visitor.now, stated=stated)
    match open_record(looking.desk(), ask, limit=1, whole=True):
        case NothingThere():
            return nothing(request)
        case Refused(why=said):
            return refused(request, said)
        case Existence() as existence:
            return page(request, "web/replay/ring.html", {"found": existence}, 403)
        case Opened() as opened:
            return opened


def _about(opened: Opened, walk: Walk, child: UUID) -> dict[str, object]:
    return {
        "title": _("The record of %s, replayed") % name(opened.chronology.people.get(opened.child)),
        "beginning": reverse("web:replay-record", args=(child,)),
        "first": reverse("web:replay-record-step", args=(child, 1)) if walk.moments else "",
        "child": child,
        "invented": False,
        "withheld": sum(opened.withheld.values()),
        "cut_short": opened.cut_short,
    }


def _address(child: UUID) -> Address:
    return lambda number: reverse("web:replay-record-step", args=(child, number))


def _not_theirs(request: HttpRequest) -> HttpResponse:
    return refused(
        request,
        _("A record is replayed to learn from what happened, by a designated lead or a records officer."),
        _("Ask one of your agency. The stories that come with Heeded are open to you."),
    )


def _kept_as(child: UUID) -> str:
    """As what the purpose is kept: why somebody replays a record is not why they open it."""
    return f"{child} replay"
