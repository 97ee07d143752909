"""The few files that pages load beside themselves: our style sheet, and what keys for signing in need."""

from __future__ import annotations

import gzip
import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from heeded.doors.web.page import nothing

_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
_OURS = Path(__file__).parent / "static"
_OTHERS = (
    "django_htmx/htmx-2.min.js",
    "mfa/js/webauthn.js",
    "mfa/js/webauthn-json.js",
    "mfa/js/recovery_codes.js",
    "account/js/onload.js",
    "account/js/account.js",
)
_MEDIA = {
    name: _TYPES[Path(name).suffix]
    for name in (*(str(each.relative_to(_OURS)) for each in _OURS.rglob("*")), *_OTHERS)
    if Path(name).suffix in _TYPES
}
"""Every file that is served, with what it is: our own, and those of other packages that pages load."""
_KEPT = "public, max-age=300"


@require_safe
def static_file(request: HttpRequest, name: str) -> HttpResponse:
    """One of the files, packed where the browser can unpack it; that it is unchanged, where it has it."""
    if name not in _MEDIA:
        return nothing(request)
    content, packed, mark = _content(name)
    if request.headers.get("If-None-Match") == mark:
        answer: HttpResponse = HttpResponseNotModified()
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        answer = HttpResponse(packed, _MEDIA[name])
        answer["Content-Encoding"] = "gzip"
    else:
        answer = HttpResponse(content, _MEDIA[name])
    answer["ETag"], answer["Cache-Control"], answer["Vary"] = mark, _KEPT, "Accept-Encoding"
    return answer


@cache
def _content(name: str) -> tuple[bytes, bytes, str]:
    found = finders.find(name)
    if found is None:
        raise FileNotFoundError(f"{name} is missing from the installation: install heeded anew")
    content = Path(found).read_bytes()
    mark = f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'
    return content, gzip.compress(content, mtime=0), mark
