"""Strict reading of requests: bodies by the strict decoder within limits, no parameter that nobody knows."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from types import MethodType
from typing import Any, ParamSpec, TypeVar, cast

from django.http import HttpRequest
from django.http.request import UnreadablePostError
from ninja.errors import ValidationError
from ninja.operation import Operation
from ninja.parser import Parser

from heeded.bootstrap import door
from heeded.doors.api.problem import Kind, Problem

P = ParamSpec("P")
R = TypeVar("R")


FHIR = "application/fhir+json"
FHIR_OPERATION = "/$person-info-query"
"""The one operation whose body is FHIR's JSON, and may be called so."""


class StrictParser(Parser):
    """Reads the bodies of requests as the readers of reports do: no NaN, no key twice, within limits."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """The JSON object of a body; Problem says what is wrong with it, and where."""
        known = ["application/json", *([FHIR] if request.path.endswith(FHIR_OPERATION) else [])]
        if request.content_type not in known:
            raise other_format(request, known)
        value = strict(door.read_json, body_of(request), "the body")
        if not isinstance(value, dict):
            raise Problem(Kind.UNREADABLE, "The body is no JSON object: send one, as docs/api.md shows it")
        return value


def body_of(request: HttpRequest) -> bytes:
    """The body of a request; Problem where there is none, or it is too large to be read at all."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isascii() or not length.isdigit():
        raise Problem(
            Kind.UNREADABLE, "The header Content-Length is no number of bytes: let a library send it"
        )
    if int(length) > door.LARGEST:
        said = f"The body has {int(length):,} bytes, more than the {door.LARGEST:,} that are read"
        raise Problem(Kind.TOO_LARGE, f"{said}: send it in several parts")
    try:
        body = request.body
    except UnreadablePostError as wrong:
        raise Problem(Kind.UNREADABLE, "The body broke off before its end: send it again") from wrong
    if not body:
        raise Problem(Kind.UNREADABLE, "There is no body: send one, with the header Content-Length")
    return body


def strict(read: Callable[P, R], *given: P.args, **named: P.kwargs) -> R:
    """What a reader makes of what it is given; Problem where nothing can be taken of it."""
    try:
        return read(*given, **named)
    except door.Unreadable as wrong:
        kind = Kind.TOO_LARGE if wrong.too_large else Kind.UNREADABLE
        more = {"where": wrong.where, "remedy": wrong.remedy}
        raise Problem(kind, f"{wrong.where}: {wrong.what}. {wrong.remedy}", more=more) from wrong


def other_format(request: HttpRequest, read: list[str]) -> Problem:
    """The problem with a body of a format that is not read."""
    sent = (request.content_type or "none").encode("ascii", "replace").decode()[:100]
    said = f"The header Content-Type says {sent}; what is read here is {', '.join(read)}"
    return Problem(Kind.OTHER_FORMAT, said, headers={"Accept-Post": ", ".join(read)})


def only_known(run: Callable[..., Any]) -> Callable[..., Any]:
    """Refuse query parameters that an operation does not have, and such as are given twice."""
    operation = cast("Operation", cast("MethodType", run).__self__)
    known = {
        name
        for model in operation.models
        if model.__ninja_param_source__ == "query"
        for name in model.__ninja_flatten_map__
    }

    @wraps(run)
    def checked(request: HttpRequest, **path: Any) -> Any:  # noqa: ANN401 - as ninja calls it
        for name in request.GET:
            if name not in known:
                there = f"there may be: {', '.join(sorted(known))}" if known else "there is none"
                said = f"There is no parameter “{_shown(name)}” here; {there}"
                return Problem(Kind.NOT_ACCEPTED, said).answer(request.path)
            if len(request.GET.getlist(name)) > 1:
                said = f"The parameter “{name}” is given more than once: give it once"
                return Problem(Kind.NOT_ACCEPTED, said).answer(request.path)
        return run(request, **path)

    return checked


def not_valid(wrong: ValidationError) -> Problem:
    """The problem with parts of a request that are not what they should be, each named."""
    errors = [
        {"where": "/".join(map(str, error["loc"])), "what": str(error["msg"])[:300]} for error in wrong.errors
    ]
    parts = "; ".join(f"{each['where']}: {each['what']}" for each in errors[:5])
    said = f"Parts of the request are not what they should be: {parts}"
    return Problem(Kind.NOT_ACCEPTED, said, more={"errors": errors})


def _shown(name: str) -> str:
    return name[:60].encode("unicode_escape").decode()
