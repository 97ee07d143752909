"""After sending: what is already known of the household, and what is asked now, of whom, by when."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded.bootstrap import acting, looking
from heeded.casework.acting import Done
from heeded.casework.looking import Ask, Existence, Opened, open_record
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.purpose.kept import kept_for, usual
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.done import became
from heeded.doors.web.shown.line import of_record
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import born, name

MOST = 5
"""Of how many reports one sitting remembers what was answered to them."""
LATEST = 8
"""How many of the entries before are listed; the child's page has them all."""
_KEPT = "answered"


def remember(request: HttpRequest, visitor: Visitor, draft: str, done: Done) -> None:
    """Remember for this sitting what was answered to a report, unless it was answered before."""
    held = request.session.get(_KEPT, {})
    if draft not in held or not done.again:
        told = became(done, visitor.actor.agency, Names())
        told["count"] = len(done.kept)
        told["entries"] = [each.entry for each in done.kept]
        held = {**{name: each for name, each in held.items() if name != draft}, draft: told}
    request.session[_KEPT] = dict(list(held.items())[-MOST:])


@require_safe
@for_practitioners
def report_sent(request: HttpRequest, visitor: Visitor, draft: UUID) -> HttpResponse:
    """What became of a report; the look at the child's record is recorded as every look is."""
    found = acting.drafts().find(visitor.actor, str(draft))
    if found is None or found.sent is None or found.author != visitor.actor.id:
        return nothing(request)
    answered: dict[str, Any] = request.session.get(_KEPT, {}).get(found.id, {})
    context = {
        "draft": found,
        "at": moments.moment(found.sent),
        "answered": answered,
        "person": visitor.actor.id,
        **_known(request, visitor, found.child, set(answered.get("entries", ()))),
    }
    return page(request, "web/recording/sent.html", context)


def _known(request: HttpRequest, visitor: Visitor, child: str, ours: set[str]) -> dict[str, object]:
    """What the record shows its reader of the household, for the purpose that they stated or usually have."""
    stated = kept_for(request, child, visitor.now) or usual(visitor.actor)
    ask = Ask(actor=visitor.actor, child=child, now=visitor.now, stated=stated)
    opened = open_record(looking.desk(), ask) if child else None
    if isinstance(opened, Existence):
        return {"contacts": opened.contacts, "why": opened.why, "child": child}
    if not isinstance(opened, Opened):
        return {"child": child}
    names, people = Names(), opened.chronology.people
    about = people.get(opened.child)
    entries = [each for each in opened.chronology.entries if each.id not in ours]
    entries.sort(key=lambda each: each.happened.earliest, reverse=True)
    return {
        "opened": opened,
        "child": opened.child,
        "name": name(about),
        "born": born(about),
        "purpose": stated.purpose.title if stated else "",
        "household": [name(person) for id_, person in people.items() if id_ != opened.child and person.name],
        "owed": of_record(opened.owed, people, names, visitor.now),
        "before": [
            (
                moments.happened(each.happened),
                each.kind,
                names.agency(each.source.agency),
                "" if each.child == opened.child else name(people.get(each.child)),
            )
            for each in entries[:LATEST]
        ],
        "more": max(0, len(entries) - LATEST),
        "withheld": [(names.agency(agency), count) for agency, count in sorted(opened.withheld.items())],
        "contacts": opened.contacts,
    }
