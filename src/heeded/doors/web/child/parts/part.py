"""A part of a child's record: opened for its reader, and shown under the child's name beside the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from heeded.bootstrap import door, looking
from heeded.casework.looking import Ask, Existence, NothingThere, Opened, Refused, open_record
from heeded.casework.looking.within.counted import Counted, counted
from heeded.core.access import Operation, RecordClass, Stated
from heeded.doors.web.child.allocation import may_allocate
from heeded.doors.web.child.child import ask_purpose
from heeded.doors.web.child.shown.heading import heading
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.purpose.kept import kept_for
from heeded.doors.web.shown.names import Names

NOW = "now"
PARTS = {
    NOW: gettext_lazy("Now"),
    "chronology": gettext_lazy("Chronology"),
    "injuries": gettext_lazy("Injuries"),
    "accounts": gettext_lazy("Explanations and disclosures"),
    "access": gettext_lazy("Who had access"),
    "family": gettext_lazy("Family"),
    "plan": gettext_lazy("Plan and decisions"),
    "unknown": gettext_lazy("Not known"),
    "requests": gettext_lazy("Requests"),
}
"""The parts in the order in which they are offered, by the name that their addresses end with."""
_LAST = 2**53 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A record that is open: to whom, by which request, and what people and agencies are called."""

    request: HttpRequest
    visitor: Visitor
    opened: Opened
    stated: Stated
    names: Names


Shows = Callable[[Read], Mapping[str, object]]
"""What a part shows of an open record, as its template takes it."""


def address(child: UUID | str, name: str = NOW) -> str:
    """The address of a part of a child's record."""
    return reverse(url_name(name), args=[child])


def url_name(name: str) -> str:
    """What the addresses of a part are called."""
    return "web:child" if name == NOW else f"web:child-{name}"


def part(name: str) -> Callable[[Shows], Callable[..., HttpResponse]]:
    """Make a page of what a part shows: the purpose is asked, the record opened, the look kept.

    A child who is not there is answered like one who is hidden.
    """

    def made(shows: Shows) -> Callable[..., HttpResponse]:
        @require_safe
        @for_practitioners
        def view(request: HttpRequest, visitor: Visitor, /, child: UUID, **_: object) -> HttpResponse:
            found = open_for(request, visitor, child, name)
            if isinstance(found, HttpResponse):
                return found
            told = {
                **heading(found.opened, found.stated, visitor.now),
                **_around(found, name),
                **shows(found),
            }
            return page(request, f"web/child/{name}.html", told)

        return view

    return made


def open_for(request: HttpRequest, visitor: Visitor, child: UUID, then: str) -> Read | HttpResponse:
    """The whole record, opened for a visitor; else what they are answered instead.

    `then` is the part to which they come back when they have said why they look.
    """
    stated = kept_for(request, str(child), visitor.now)
    if stated is None:
        return ask_purpose(request, visitor, child, "record" if then == NOW else then)
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
            return Read(request=request, visitor=visitor, opened=opened, stated=stated, names=Names())


def _around(found: Read, name: str) -> Mapping[str, object]:
    """The parts as they are offered, and what else may be done with the record."""
    visitor, opened = found.visitor, found.opened
    counts = _counts(counted(opened, visitor.now, door.agencies()))
    return {
        "here": PARTS[name],
        "parts": [
            (each, address(opened.child, each), title, each == name, counts.get(each, ""))
            for each, title in PARTS.items()
        ],
        "who_looked": looking.desk().policy.might(
            visitor.actor, opened.standing, RecordClass.ACCESS_LOG, Operation.READ
        ),
        "may_account": looking.desk().policy.might(
            visitor.actor, opened.standing, RecordClass.ACCESS_LOG, Operation.EXPORT
        ),
        "may_allocate": may_allocate(visitor),
    }


def _counts(found: Counted) -> Mapping[str, str]:
    """What awaits somebody in a part, in words, by the part's name; nothing where nothing does."""
    said = {
        NOW: (
            found.disagreements,
            ngettext("%(number)d open disagreement", "%(number)d open disagreements", found.disagreements),
        ),
        "unknown": (found.to_ask, ngettext("%(number)d to ask", "%(number)d to ask", found.to_ask)),
        "requests": (found.silent, ngettext("%(number)d unanswered", "%(number)d unanswered", found.silent)),
    }
    return {name: words % {"number": number} for name, (number, words) in said.items() if number}


def _after(request: HttpRequest) -> int:
    """The place in the log after which the page begins; the beginning where none can be read."""
    told = request.GET.get("after", "")
    return int(told) if told.isascii() and told.isdigit() and int(told) <= _LAST else -1
