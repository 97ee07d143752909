"""The edge of the API: every answer, whoever gave it, in one form and with the same headers."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from heeded.doors.api.problem import MEDIA_TYPE, of_status

PREFIX = "/api/"
_WRONG = 400
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_KEPT = ("Allow", "Retry-After", "WWW-Authenticate")


class Edge:
    """Middleware, the outermost: an error of Django's own becomes a problem as any other."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; what is not the API's is left as it is."""
        response = self.get_response(request)
        if not request.path.startswith(PREFIX):
            return response
        if response.status_code >= _WRONG and response.headers.get("Content-Type") != MEDIA_TYPE:
            kept = {name: response.headers[name] for name in _KEPT if name in response.headers}
            response = of_status(response.status_code).answer(request.path)
            for name, value in kept.items():
                response.headers[name] = value
        for name, value in _HEADERS.items():
            response.headers[name] = value
        return response
