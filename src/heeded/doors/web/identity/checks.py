"""The identity checks that wait for the reader's agency, those of whom most else is owed first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded.bootstrap import looking
from heeded.casework.looking import Refused, worklist
from heeded.casework.looking.worklist import Line, Whose
from heeded.casework.ports.lists import Place
from heeded.doors.web.page import Visitor, for_practitioners, page
from heeded.doors.web.purpose.kept import usual
from heeded.doors.web.shown.moments import moment

RULE = "a-child-who-may-be-known-is-recognised"
PAGES, AT_ONCE = 10, 100
"""How many pages of the agency's list are read at most, and how many lines each holds."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A check that waits: its act, of whom, by when, and how much else is owed towards the child."""

    act: str
    line: Line
    due: str
    others: int


@require_safe
@for_practitioners
def checks(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The list."""
    found = _lines(visitor)
    if isinstance(found, Refused):
        return page(request, "web/hub/closed.html", {"why": found.why}, 403)
    owed = Counter(line.child.id for line in found if line.rule != RULE)
    waiting = [
        Waiting(
            line.key.rpartition(":")[2],
            line,
            moment(line.due) if line.due is not None else "",
            owed[line.child.id],
        )
        for line in found
        if line.rule == RULE
    ]
    waiting.sort(key=lambda each: (-each.others, each.line.due or 0))
    return page(request, "web/identity/checks.html", {"waiting": waiting})


def _lines(visitor: Visitor) -> list[Line] | Refused:
    """What the agency owes, as far as its list is read."""
    desk, stated = looking.desk(), usual(visitor.actor)
    lines: list[Line] = []
    after: Place | None = None
    for _ in range(PAGES):
        found = worklist(desk, visitor.actor, Whose.AGENCY, visitor.now, stated, after, AT_ONCE)
        if isinstance(found, Refused):
            return found
        lines += found.lines
        after = found.next_after
        if after is None:
            break
    return lines
