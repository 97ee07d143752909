"""The identity checks that wait for the reader's agency: where it presses first, then at the next contact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from heeded.bootstrap import looking
from heeded.bootstrap.keeping import identity
from heeded.casework.identity import Awaiting, By, awaiting, said_lately
from heeded.casework.looking import Refused
from heeded.casework.looking.worklist import Line
from heeded.casework.ports.identity import Asserted, Verdict
from heeded.core.access import Stated
from heeded.core.evidence.front_door import Pressing
from heeded.doors.web.identity.acting import by
from heeded.doors.web.identity.second import readings
from heeded.doors.web.identity.shown import verdict
from heeded.doors.web.page import Visitor, for_practitioners, page, refused
from heeded.doors.web.purpose.kept import usual
from heeded.doors.web.shown.moments import moment


@dataclass(frozen=True, slots=True)
class Waiting:
    """A check that waits: its act, of whom, by when, and why it presses."""

    act: str
    line: Line
    due: str
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lately:
    """What the reader said lately, in words, and the act by which it is taken back."""

    act: str
    verdict: str
    at: str
    why: str


@require_safe
@for_practitioners
def checks(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The list."""
    stated = usual(visitor.actor)
    if stated is None:
        return refused(request, _("Only coordinators of the hub say who is who."), _("Ring the hub."))
    desk = identity.desk()
    found = awaiting(looking.desk(), desk.identities, _asking(visitor, stated))
    if isinstance(found, Refused):
        return page(request, "web/hub/closed.html", {"why": found.why}, 403)
    deciding = by(visitor)
    context = {
        "now": [*map(_waiting, found.now)],
        "later": [*map(_waiting, found.at_next_contact)],
        "readings": readings(deciding) if deciding else None,
        "lately": [*_lately(said_lately(desk, deciding))] if deciding else [],
    }
    return page(request, "web/identity/checks.html", context)


def next_check(visitor: Visitor) -> str:
    """The act of the check that is looked at next; empty where none waits."""
    stated = usual(visitor.actor)
    if stated is None:
        return ""
    found = awaiting(looking.desk(), identity.desk().identities, _asking(visitor, stated))
    return "" if isinstance(found, Refused) or not found.all else found.all[0].act


def _asking(visitor: Visitor, stated: Stated) -> By:
    return By(actor=visitor.actor, now=visitor.now, stated=stated)


def _waiting(each: Awaiting) -> Waiting:
    words = {
        Pressing.REFERRAL: _("a referral is open"),
        Pressing.IN_FORCE: _("a plan, an order or an enquiry is in force"),
        Pressing.INJURY: _("an injury was seen"),
    }
    due = moment(each.line.due) if each.line.due is not None else ""
    return Waiting(each.act, each.line, due, tuple(words[ground] for ground in each.grounds))


def _lately(said: Iterable[Asserted]) -> Iterable[Lately]:
    for each in said:
        if each.verdict is not Verdict.SAME:
            yield Lately(each.act, verdict(each.verdict), moment(each.at), each.reason)
