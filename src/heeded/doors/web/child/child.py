"""A child's record: the purpose is asked first, then what its reader may see of it."""

from __future__ import annotations

from secrets import token_hex
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from heeded.bootstrap import looking
from heeded.casework.looking import Ask, Existence, NothingThere, Opened, Refused, open_record
from heeded.core.access import Actor, Operation, RecordClass, Standing, Stated
from heeded.doors.web.child.allocation import may_allocate
from heeded.doors.web.child.asking import may_ask
from heeded.doors.web.child.shown.accounts import accounts
from heeded.doors.web.child.shown.chronology import events
from heeded.doors.web.child.shown.disagreements import disagreements_shown
from heeded.doors.web.child.shown.injuries import injuries, outlines
from heeded.doors.web.child.shown.sources import sources
from heeded.doors.web.child.shown.unknowns import unknowns_shown
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.purpose.form import PurposeForm
from heeded.doors.web.purpose.kept import forget, keep, kept_for
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.line import of_record
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import born, name

TO_DRAFT = "draft-"
"""How the name begins under which a stated purpose leads back to a draft."""
AFTERWARDS = {"record": "web:child", "looks": "web:looks"}
"""Where a stated purpose leads, by the name that the form carries."""
_LAST = 2**53 - 1


@require_safe
@for_practitioners
def child(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:
    """The child's record; a child who is not there is answered like one who is hidden."""
    stated = kept_for(request, str(child), visitor.now)
    if stated is None:
        return ask_purpose(request, visitor, child, "record")
    ask = Ask(actor=visitor.actor, child=str(child), now=visitor.now, stated=stated)
    match open_record(looking.desk(), ask, _after(request), whole=True):
        case NothingThere():
            return nothing(request)
        case Refused(why=why):
            return page(request, "web/refused.html", {"why": why, "child": child}, 403)
        case Existence() as existence:
            context = {"child": child, "found": existence, "may_allocate": may_allocate(visitor)}
            return page(request, "web/ring.html", context)
        case Opened() as opened:
            return _shown(request, visitor, opened, stated)


@require_http_methods(["GET", "HEAD", "POST"])
@for_practitioners
def state_purpose(request: HttpRequest, visitor: Visitor, child: UUID, then: str) -> HttpResponse:
    """Take down why somebody looks, for an hour, and go on to what they wanted to see."""
    draft = _draft(then)
    if then not in AFTERWARDS and draft is None:
        return nothing(request)
    if request.method != "POST":
        return ask_purpose(request, visitor, child, then)
    form = PurposeForm(visitor.actor, _for_what(visitor.actor, then), request.POST)
    if not form.is_valid():
        return ask_purpose(request, visitor, child, then, form)
    keep(request, kept_as(child, then), form.stated(), visitor.now)
    return redirect(AFTERWARDS[then], child=child) if draft is None else redirect("web:draft", draft=draft)


@require_POST
@for_practitioners
def change_purpose(request: HttpRequest, visitor: Visitor, child: UUID) -> HttpResponse:  # noqa: ARG001 - as every page
    """Forget why somebody looks, so that it is asked anew."""
    forget(request, str(child))
    return redirect("web:child", child=child)


def ask_purpose(
    request: HttpRequest, visitor: Visitor, child: UUID, then: str, form: PurposeForm | None = None
) -> HttpResponse:
    """The page that asks why somebody looks: the same whether or not there is such a child."""
    asked = form or PurposeForm(visitor.actor, _for_what(visitor.actor, then))
    status = 400 if form else 200
    return page(request, "web/purpose.html", {"form": asked, "child": child, "then": then}, status)


def kept_as(child: UUID, then: str) -> str:
    """As what a purpose is kept: why somebody opens a record is not why they review who did."""
    return f"{child} {then}" if then == "looks" else str(child)


def _draft(then: str) -> UUID | None:
    """The draft to which a stated purpose leads back, where it is one."""
    if not then.startswith(TO_DRAFT):
        return None
    try:
        return UUID(then.removeprefix(TO_DRAFT))
    except ValueError:
        return None


def _for_what(actor: Actor, then: str) -> Operation:
    """Whoever reviews looks is asked for a purpose of that; others for one of reading."""
    reviews = then == "looks" and looking.open_to(actor, Operation.REVIEW_LOOKS)
    return Operation.REVIEW_LOOKS if reviews else Operation.READ


def _shown(request: HttpRequest, visitor: Visitor, opened: Opened, stated: Stated) -> HttpResponse:
    chronology = opened.chronology
    people, names = chronology.people, Names()
    about = people.get(opened.child)
    owed = of_record(opened.owed, people, names, visitor.now)
    seen = injuries(opened, names)
    contacts = {contact.agency.id: contact for contact in opened.contacts}
    return page(
        request,
        "web/child.html",
        {
            "visitor": visitor,
            "child": opened.child,
            "name": name(about),
            "born": born(about),
            "area": about.area if about else "",
            "family": [
                (id_, name(person), person.adult) for id_, person in people.items() if id_ != opened.child
            ],
            "standing": opened.standing,
            "stated": stated,
            "unverified": opened.unverified,
            "owed": owed,
            "injuries": seen,
            "picture": sources(opened, names, visitor.now),
            "unknowns": unknowns_shown(opened, visitor.actor.agency, names, visitor.now),
            "may_ask": may_ask(visitor, opened.standing),
            "once": token_hex(8),
            "accounts": accounts(opened, names, visitor.now),
            "disagreements": disagreements_shown(opened, names),
            "outlines": outlines(seen),
            "events": events(opened, visitor.actor.agency, names),
            "elsewhere": opened.elsewhere,
            "withheld": [
                (names.agency(agency), contacts.get(agency), count)
                for agency, count in sorted(opened.withheld.items())
            ],
            "contacts": opened.contacts,
            "next": opened.next_after,
            "cut_short": opened.cut_short,
            "who_looked": looking.desk().policy.might(
                visitor.actor, opened.standing, RecordClass.ACCESS_LOG, Operation.READ
            ),
            "until": moments.moment(opened.expires_at) if opened.expires_at else "",
            "glass": opened.standing is Standing.BREAK_GLASS,
            "more": opened.more,
            "may_allocate": may_allocate(visitor),
            "as_at": moments.moment(visitor.now),
        },
    )


def _after(request: HttpRequest) -> int:
    """The place in the log after which the page begins; the beginning where none can be read."""
    told = request.GET.get("after", "")
    return int(told) if told.isascii() and told.isdigit() and int(told) <= _LAST else -1
