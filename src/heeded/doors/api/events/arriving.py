"""A report as it arrives: read by its format, under the name that its sender gave it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

from django.http import HttpRequest

from heeded.bootstrap import door
from heeded.casework.own_name import in_own_name
from heeded.core.chronology.report import Report, as_of_all, once
from heeded.doors.api.caller import Caller
from heeded.doors.api.problem import Kind, Problem
from heeded.doors.api.strict import body_of, other_format, strict

KEY, AS_OF = "Idempotency-Key", "Heeded-As-Of"
OURS, FHIR = "application/json", "application/fhir+json"
_KEY = re.compile(r'"?([!#-\[\]-~]{1,255})"?')
_UNNAMED = "sha256:"


def report_of(request: HttpRequest, caller: Caller, received: int) -> Report:
    """The report in the body of a request that came at a moment (seconds UTC).

    Problem where nothing of it can be taken.
    """
    key = _key(request)
    reader = door.READERS.get(request.content_type or "")
    if reader is None:
        raise other_format(request, [*door.READERS])
    body = body_of(request)
    try:
        report = _named(strict(reader, body, caller.actor.agency, received), key)
    except Problem as wrong:
        raise _hinted(wrong, request, body) from wrong
    if not caller.system:
        return in_own_name(once(report), caller.actor, door.policy(), received)
    return as_of_all(report, _as_of(request))


def _as_of(request: HttpRequest) -> int | None:
    """As of when the sender's system says all that it sends, as the header gives it; None without one."""
    given = request.headers.get(AS_OF)
    if given is None:
        return None
    try:
        return door.read_moment(given.strip())
    except ValueError as wrong:
        raise Problem(Kind.NOT_ACCEPTED, f"The header {AS_OF} says no moment: {wrong}") from wrong


def _hinted(wrong: Problem, request: HttpRequest, body: bytes) -> Problem:
    """What is wrong with a body; where it is FHIR called our own JSON, what it is to be called."""
    if wrong.kind is not Kind.UNREADABLE or request.content_type != OURS:
        return wrong
    with suppress(door.Unreadable):
        told = door.read_json(body)
        if isinstance(told, dict) and "resourceType" in told:
            said = f"The body is FHIR, sent as {OURS}: send it with the header Content-Type: {FHIR}"
            return Problem(Kind.OTHER_FORMAT, said, headers={"Accept-Post": FHIR})
    return wrong


def _key(request: HttpRequest) -> str:
    """The report's name as the header gives it, with or without quotes; empty where there is none."""
    given = request.headers.get(KEY)
    if given is None:
        return ""
    found = _KEY.fullmatch(given.strip())
    if found is None:
        said = f"The header {KEY} is a name of up to 255 letters, digits and signs, without blanks"
        raise Problem(Kind.NOT_ACCEPTED, said)
    return found[1]


def _named(report: Report, key: str) -> Report:
    """The report under the name in the header, where it has none of its own."""
    if not key or report.id == key:
        return report
    if not report.id.startswith(_UNNAMED):
        said = f"The report calls itself otherwise than the header {KEY}: send one name, or the same in both"
        raise Problem(Kind.NOT_ACCEPTED, said)
    told = tuple(refusal for refusal in report.refusals if refusal.place != "/id")
    return replace(report, id=key, refusals=told)
