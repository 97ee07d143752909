"""After sending: what is already known of the household, and what is asked now, of whom, by when."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from heeded.bootstrap import acting, looking, open_handbook
from heeded.casework.acting import Done
from heeded.casework.looking import Ask, Existence, Opened, open_record
from heeded.casework.looking.within.asked import asked_because_of
from heeded.core.evaluation.finding import Verdict
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.purpose.kept import kept_for, usual
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.done import became
from heeded.doors.web.shown.line import of_record
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import born, name
from heeded.doors.web.shown.words import asked

MOST = 5
"""Of how many reports one sitting remembers what was answered to them."""
_WHOEVER = "whoever"
"""How the handbook begins a role that falls to nobody by their post, but to who did or thought something."""
LATEST = 8
"""How many of the entries before are listed; the child's page has them all."""
_KEPT = "answered"


def remember(request: HttpRequest, visitor: Visitor, draft: str, done: Done, called: str = "") -> None:
    """Remember for this sitting what was answered to a report, unless it was answered before.

    `called` is what its writer called a child whom the record did not hold.
    """
    held = request.session.get(_KEPT, {})
    if draft not in held or not done.again:
        told = became(done, visitor.actor.agency, Names())
        told["called"] = called
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
        **_known(request, visitor, found.child, answered),
    }
    return page(request, "web/recording/sent.html", context)


def _known(request: HttpRequest, visitor: Visitor, child: str, answered: dict[str, Any]) -> dict[str, object]:
    """What the record shows its reader of the household, for the purpose that they stated or usually have."""
    ours, called = set(answered.get("entries", ())), answered.get("called", "")
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
        "name": (about and about.name) or called or name(about),
        "born": born(about),
        "purpose": stated.purpose.title if stated else "",
        "household": [name(person) for id_, person in people.items() if id_ != opened.child and person.name],
        "owed": of_record(opened.owed, people, names, visitor.now),
        "own": [] if opened.owed else _own(opened, answered, names, visitor),
        "how_more": opened.more,
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


def _own(opened: Opened, answered: dict[str, Any], names: Names, visitor: Visitor) -> list[dict[str, object]]:
    """What is asked because of what the reader wrote, where no line of the record is shown to them."""
    called, now = str(answered.get("called") or gettext("the child")), visitor.now
    asks = asked_because_of(answered.get("entries", ()), opened, open_handbook(), now, called)
    return [
        {
            "owed": asked(each.rule.asks),
            "because": each.because,
            "by_whom": _by_whom(each.finding.owed_by, names.agency(visitor.actor.agency)),
            "ref": each.finding.ref,
            "clause": each.rule.agreed,
            "unverified": each.rule.unverified,
            "due": "" if each.finding.due is None else moments.moment(each.finding.due),
            "left": moments.left(
                None if each.finding.due is None else each.finding.due - now,
                overdue=each.finding.verdict is Verdict.OVERDUE,
            ),
        }
        for each in asks
    ]


def _by_whom(role: str, agency: str) -> str:
    """Who owes what follows from somebody's own words: they themselves, where it falls to whoever did it."""
    if role.startswith(_WHOEVER):
        return gettext("you, for %(agency)s (%(role)s)") % {"agency": agency, "role": role}
    return role
