"""My list: what I owe, my team or my agency, what is due first standing first, by household."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from heeded.bootstrap import looking
from heeded.casework.looking import NothingThere, Refused, Whose, acknowledge, worklist
from heeded.core.access import Actor, Role
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page, refused
from heeded.doors.web.purpose.kept import usual
from heeded.doors.web.shown.line import LineShown, of_list
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.place import place, place_of

LISTS = {"mine": Whose.MINE, "team": Whose.TEAM, "agency": Whose.AGENCY}
_OVERSEEING = frozenset({Role.HUB_COORDINATOR, Role.TEAM_MANAGER, Role.DESIGNATED_LEAD})


@require_safe
@for_practitioners
def my_list(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """A page of the list, each line with its clause, why it is owed, and how long is left."""
    whose = request.GET.get("whose") or _first(visitor.actor)
    if whose not in LISTS:
        return nothing(request)
    stated = usual(visitor.actor)
    after = place_of(request.GET.get("after", ""))
    found = worklist(looking.desk(), visitor.actor, LISTS[whose], visitor.now, stated, after)
    if isinstance(found, Refused):
        return page(request, "web/worklist/no_list.html", {"visitor": visitor}, 403)
    names = Names()
    households = [[of_list(line, visitor.actor.id, names) for line in each] for each in found.households]
    return page(
        request,
        "web/worklist/my_list.html",
        {
            "visitor": visitor,
            "households": [(_named(each), each) for each in households],
            "counted": _counted(households) if after is None and found.next_after is None else (),
            "whose": whose,
            "stated": stated,
            "next": place(found.next_after),
        },
    )


@require_POST
@for_practitioners
def read(request: HttpRequest, visitor: Visitor, line: UUID) -> HttpResponse:
    """Note that the reader has read a line: it is owed as before."""
    whose = request.POST.get("whose", "")
    found = acknowledge(looking.desk(), visitor.actor, str(line), visitor.now, usual(visitor.actor))
    match found:
        case Refused(why=why):
            return refused(request, why)
        case NothingThere():
            return nothing(request)
    return redirect(f"{reverse('web:my-list')}?whose={whose if whose in LISTS else 'mine'}#line-{line}")


def _named(lines: list[LineShown]) -> str:
    """The household by the names of the children for whom something is owed."""
    return _(" and ").join(dict.fromkeys(line.child_name for line in lines))


def _counted(households: list[list[LineShown]]) -> tuple[tuple[str, str], ...]:
    """How many lines a whole list has in each state, in words; none of those that it has not."""
    counts = Counter(line.left.state for lines in households for line in lines)
    words = {
        "overdue": ngettext("%d overdue", "%d overdue", counts["overdue"]),
        "soon": ngettext("%d within a day", "%d within a day", counts["soon"]),
        "due": ngettext("%d later", "%d later", counts["due"]),
        "open": ngettext("%d without a deadline", "%d without a deadline", counts["open"]),
    }
    return tuple((state, said % counts[state]) for state, said in words.items() if counts[state])


def _first(actor: Actor) -> str:
    """The list that somebody sees first: whoever oversees others' work sees their agency's."""
    return "agency" if actor.roles & _OVERSEEING else "mine"
