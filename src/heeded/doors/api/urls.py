"""The addresses of the API, with its own description, and an answer for every other address under it."""

from __future__ import annotations

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

from heeded.doors.api.api import api
from heeded.doors.api.document import document
from heeded.doors.api.problem import Kind, Problem, nothing_found


@cache
def _document() -> bytes:
    return document().encode()


@csrf_exempt
def described(request: HttpRequest) -> HttpResponse:
    """The API's own description (OpenAPI 3.1)."""
    if request.method not in ("GET", "HEAD"):
        problem = Problem(Kind.NO_SUCH_METHOD, "The description is only read", headers={"Allow": "GET, HEAD"})
        return problem.answer(request.path)
    return HttpResponse(_document(), "application/json")


@csrf_exempt
def nowhere(request: HttpRequest) -> HttpResponse:
    """An address under /api/ at which there is nothing."""
    return nothing_found().answer(request.path)


urlpatterns = [
    path("openapi.json", described),
    path("", api.urls),
    re_path(r"", nowhere),
]
