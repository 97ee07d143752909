"""The household pack: on one page, to be printed, all that those who discuss a child need before them."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded.casework.looking import Opened
from heeded.core.evidence.seen import Seen
from heeded.doors.web.child.shown.accounts import accounts, told
from heeded.doors.web.child.shown.disagreements import disagreements_shown
from heeded.doors.web.child.shown.injuries import injuries, seen_injuries
from heeded.doors.web.child.shown.sources import possible, sources
from heeded.doors.web.child.shown.unknowns import unknowns_shown
from heeded.doors.web.page import Visitor, for_practitioners, page
from heeded.doors.web.purpose.kept import kept_for
from heeded.doors.web.room.opened import discussions_in, record_of
from heeded.doors.web.room.shown.household import household
from heeded.doors.web.room.shown.lanes import lanes
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.line import of_record
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import born, name


@require_safe
@for_practitioners
def pack(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """The pack of a child's household, as far as the reader may see it, opened for a stated purpose."""
    opened = record_of(request, visitor, child, "pack")
    if not isinstance(opened, Opened):
        return opened
    return page(request, "web/room/pack.html", _shown(request, visitor, opened, child))


def _shown(request: HttpRequest, visitor: Visitor, opened: Opened, child: UUID) -> dict[str, object]:
    names, now = Names(), visitor.now
    people, seen = opened.whole.people, Seen.of(opened.whole, visitor.now)
    said = accounts(told(opened, now), opened, names, now)
    contacts = {contact.agency.id: contact for contact in opened.contacts}
    return {
        "child": child,
        "visitor": visitor,
        "name": name(people.get(opened.child)),
        "born": born(people.get(opened.child)),
        "stated": kept_for(request, str(child), now),
        "as_at": moments.moment(now),
        "household": household(opened, seen),
        "owed": of_record(opened.owed, people, names, now),
        "lanes": lanes(opened, seen, names),
        "episodes": said.episodes,
        "again": said.again,
        "injuries": [(each, each.explained) for each in injuries(seen_injuries(opened), opened, names, now)],
        "disclosures": said.disclosures,
        "picture": sources(possible(opened, now), opened, names),
        "disagreements": [each for each in disagreements_shown(opened, names) if each.settled is None],
        "unknowns": unknowns_shown(opened, visitor.actor.agency, names, now),
        "withheld": [
            (names.agency(agency), contacts.get(agency), count)
            for agency, count in sorted(opened.withheld.items())
        ],
        "elsewhere": opened.elsewhere,
        "cut_short": opened.cut_short,
        "more": opened.more,
        "open": next((each.id for each in discussions_in(opened, now) if each.open), ""),
    }
