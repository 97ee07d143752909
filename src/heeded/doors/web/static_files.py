"""The few files that pages load beside themselves: our style sheet, and what keys for signing in need."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from heeded.doors.web.page import nothing

_MEDIA = {
    "web/heeded.css": "text/css; charset=utf-8",
    "web/handbook.css": "text/css; charset=utf-8",
    "mfa/js/webauthn.js": "text/javascript; charset=utf-8",
    "mfa/js/webauthn-json.js": "text/javascript; charset=utf-8",
    "mfa/js/recovery_codes.js": "text/javascript; charset=utf-8",
    "account/js/onload.js": "text/javascript; charset=utf-8",
    "account/js/account.js": "text/javascript; charset=utf-8",
}
"""Every file that is served, with what it is; there is nothing else under this address."""
_KEPT = "public, max-age=300"


@require_safe
def static_file(request: HttpRequest, name: str) -> HttpResponse:
    """One of the files; that it is unchanged, where the browser has it."""
    if name not in _MEDIA:
        return nothing(request)
    content, mark = _content(name)
    if request.headers.get("If-None-Match") == mark:
        answer: HttpResponse = HttpResponseNotModified()
    else:
        answer = HttpResponse(content, _MEDIA[name])
    answer["ETag"], answer["Cache-Control"] = mark, _KEPT
    return answer


@cache
def _content(name: str) -> tuple[bytes, str]:
    found = finders.find(name)
    if found is None:
        raise FileNotFoundError(f"{name} is missing from the installation: install heeded anew")
    content = Path(found).read_bytes()
    return content, f'"{hashlib.sha256(content).hexdigest()[:32]}"'
