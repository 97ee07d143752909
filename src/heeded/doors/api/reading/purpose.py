"""The purpose of a look, as the headers of a request state it: never in the address, which others log."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from heeded.bootstrap import looking
from heeded.core.access import Stated
from heeded.doors.api.problem import Kind, Problem

PURPOSE, BASIS = "Heeded-Purpose", "Heeded-Basis"
REASON, AGREED_BY = "Heeded-Reason", "Heeded-Agreed-By"
LOOK = "Heeded-Look"
"""The header of an answer that names the row of the access record by which it was given."""
_LONGEST = 500


def stated(request: HttpRequest) -> Stated:
    """What a request states; Problem says what is missing and what there is to choose from."""
    purpose, basis = header(request, PURPOSE), header(request, BASIS)
    if not purpose or not basis:
        known = ", ".join(looking.purposes())
        said = f"Send the headers {PURPOSE} and {BASIS} with every look. Purposes: {known}"
        raise Problem(Kind.PURPOSE_MISSING, said)
    try:
        return looking.stated(purpose, basis, header(request, REASON), header(request, AGREED_BY))
    except KeyError as wrong:
        raise Problem(Kind.NOT_ACCEPTED, f"{PURPOSE}: {wrong.args[0]}") from wrong


def stated_if_any(request: HttpRequest) -> Stated | None:
    """What a request states, where it states anything."""
    return stated(request) if PURPOSE in request.headers or BASIS in request.headers else None


def header(request: HttpRequest, name: str) -> str:
    """A header's text, in UTF-8; empty where it is not sent."""
    sent = request.headers.get(name, "")
    try:
        text = sent.encode("latin-1").decode("utf-8")
    except UnicodeError as wrong:
        raise Problem(Kind.NOT_ACCEPTED, f"The header {name} is not in UTF-8: send it so") from wrong
    if len(text) > _LONGEST or not text.isprintable():
        said = f"The header {name} is longer than {_LONGEST} characters or holds a control character: mend it"
        raise Problem(Kind.NOT_ACCEPTED, said)
    return text.strip()


def _parameter(name: str, said: str, example: str, *, required: bool) -> dict[str, Any]:
    return {
        "in": "header",
        "name": name,
        "required": required,
        "description": said,
        "schema": {"type": "string", "maxLength": _LONGEST},
        "example": example,
    }


PARAMETERS = [
    _parameter(PURPOSE, "Why you look, by its id in policy/purposes.yaml.", "safeguarding", required=True),
    _parameter(BASIS, "The legal basis of that purpose, by its id.", "CA2004-s11", required=True),
    _parameter(
        REASON, "Why you look at this child, in your own words.", "she was seen with bruises", required=False
    ),
    _parameter(AGREED_BY, "Who agreed, where a second person must.", "sam-manager", required=False),
]
"""The headers that state a purpose, as the document tells them."""

LOOKED = {
    LOOK: {
        "description": "The row of the access record by which this was answered.",
        "schema": {"type": "string", "format": "uuid"},
    }
}
"""The header of an answer, as the document tells it."""
