"""Record what was done about a line: a draft of the kind that would meet it, begun with what is known."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from heeded.bootstrap import acting
from heeded.casework.acts import save_draft
from heeded.casework.looking import Line
from heeded.core.chronology.vocabulary import KINDS
from heeded.doors.web.acts.about import asked, of_a_line, ways_of
from heeded.doors.web.page import Visitor


@require_http_methods(["GET", "HEAD", "POST"])
@of_a_line
def done(request: HttpRequest, visitor: Visitor, line: Line) -> HttpResponse:
    """Choose what was done, of what would meet the duty, and go on to a draft of that."""
    ways = ways_of(line)
    kind = request.POST.get("kind", "")
    if request.method == "POST" and kind in ways.kinds:
        content = {"kind": kind, "told": ways.told(kind, line.about)}
        begun = save_draft(content, visitor.actor, visitor.now, acting.drafts(), child=line.child.id)
        return redirect("web:draft", draft=begun)
    kinds = [(each, KINDS[each].meaning) for each in ways.kinds]
    missing = request.method == "POST"
    return asked(request, visitor, line, "done", 400 if missing else 200, kinds=kinds, missing=missing)
