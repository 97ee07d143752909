"""What stands above every page: that the record has little room, or that its witnesses have not signed."""

from __future__ import annotations

import time
from typing import Any

from django.http import HttpRequest

from heeded.bootstrap.running.standing import stands
from heeded.doors.web.shown.moments import moment


def standing(request: HttpRequest) -> dict[str, Any]:
    """For every template (a context processor): how the record stands, to whoever has signed in."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {}
    found = stands(int(time.time()))
    since = found.unwitnessed_since
    return {"stands": found, "unwitnessed_since": "" if since is None else moment(since)}
