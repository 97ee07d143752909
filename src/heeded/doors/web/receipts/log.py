"""How the log stands: its newest checkpoint, its witnesses, and when it was last read through."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded.bootstrap import sealing
from heeded.bootstrap.keeping.checkpoints import verifiers
from heeded.bootstrap.keeping.last_verified import last_verified
from heeded.bootstrap.witnessing.standing import standing
from heeded.doors.web.page import Visitor, for_practitioners, page
from heeded.doors.web.receipts.shown import log_shown


@require_safe
@for_practitioners
def log(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Whether anybody could have altered the record unseen, in plain words; the hashes folded away."""
    note = sealing.proving().checkpoint(visitor.now)
    checks = verifiers()
    names = tuple(key.name for key in checks.witnesses.keys)
    context = {
        "log": log_shown(checks.checkpoint(note), standing(), names, last_verified()),
        "checkpoint": note,
        "keys": sealing.log_keys(),
    }
    return page(request, "web/receipts/log.html", context)
